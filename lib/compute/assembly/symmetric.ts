import { Job } from "./job";
import { pack, ROW, unpack, WIDTH } from "./lanes";
import { addValues } from "./panels";
import { room } from "./value-rows";
import { pairValues, RADIAL_BOTH } from "./values";

/**
 * Sums of a cloud over itself, where every value is made once, as k(x, y) = k(y, x) to the bit. Targets come in bands,
 * bands in strips. The bands I of a strip meet each band J ≥ I, one J after the other, and add the values to the sums
 * of both; they do not enter J before the strip above has left it. So every target adds its sources in index order, and
 * has the bits of `sumPanels`.
 */
const BAND: usize = 32;
/** Bands of a strip: the sums of J go from one thread to the next, which takes as long as meeting one of them. */
const STRIP: usize = 4;
const PANELS: usize = BAND / WIDTH;

/**
 * Where the rows of values stand that are seen from the other side, behind all kinds of values that a pair may have.
 */
const TURNED: usize = 4;

/** Bytes between two counters, as different threads write them. */
const LINE: usize = 64;

// @ts-ignore: decorator
@inline function packed(job: Job, panel: usize): usize { return <usize>job.packed + panel * <usize>job.width * ROW; }

// @ts-ignore: decorator
@inline function state(job: Job, panel: usize): usize { return <usize>job.state + panel * <usize>job.sums * ROW; }

/** How many bands a strip has met. */
// @ts-ignore: decorator
@inline function progress(job: Job, strip: usize): usize { return <usize>job.progress + strip * LINE; }

/** Turns of all waits, behind the first counter. */
// @ts-ignore: decorator
@inline function waits(job: Job): usize { return <usize>job.progress + 8; }

/** How many bands n targets make. */
export function bandsOf(n: usize): usize { return (n + BAND - 1) / BAND; }

/** Targets as panels, sums that are 0, and counters that are 0: before any thread begins. */
export function prepareBands(job: Job): void {
  const n = <usize>job.n, bands = bandsOf(n);
  for (let panel: usize = 0; panel < bands * PANELS; panel++)
    pack(<usize>job.x, panel * WIDTH, n, <usize>job.width, packed(job, panel));
  memory.fill(<usize>job.state, 0, bands * PANELS * <usize>job.sums * ROW);
  memory.fill(<usize>job.progress, 0, bands * LINE);
}

/** How many turns threads have waited for each other; a turn takes half a nanosecond or a little more. */
export function turnsWaited(job: Job): u32 { return atomic.load<u32>(waits(job)); }

/** How many strips n targets make. */
export function stripsOf(n: usize): usize { return (bandsOf(n) + STRIP - 1) / STRIP; }

/** The sums of the strips from `first` on, below `last`; somebody has taken all strips before. */
export function sumStrips(job: Job, first: usize, last: usize, scratch: usize): void {
  const n = <usize>job.n, bands = bandsOf(n), sums = <usize>job.sums;
  for (let strip = first; strip < last; strip++) {
    const begin = strip * STRIP, end = min(begin + STRIP, bands);
    for (let other = begin; other < bands; other++) {
      if (strip > 0) awaitStrip(job, strip - 1, <i32>other + 1);
      for (let band = begin; band < min(end, other); band++) meet(job, band, other, scratch);
      if (other < end) meetItself(job, other, scratch);
      atomic.store<i32>(progress(job, strip), <i32>other + 1);
    }
    for (let panel = begin * PANELS; panel * WIDTH < min(n, end * BAND); panel++)
      unpack(state(job, panel), panel * WIDTH, n, sums, <usize>job.out);
  }
}

/** Returns when a strip has met all bands below `least`. */
function awaitStrip(job: Job, strip: usize, least: i32): void {
  let turns: u32 = 0;
  while (atomic.load<i32>(progress(job, strip)) < least) turns++;
  if (turns > 0) atomic.add<u32>(waits(job), turns);
}

// @ts-ignore: decorator
@inline function sizeOf(job: Job, band: usize): usize { return min(BAND, <usize>job.n - band * BAND); }

/** Values of one panel and all sources of a band. */
// @ts-ignore: decorator
@inline function valuesOf(job: Job, panel: usize, band: usize, rows: usize): void {
  pairValues(job, packed(job, panel), <usize>job.y + ((band * BAND * <usize>job.width) << 3), sizeOf(job, band), rows);
}

/** The sources of a band for targets of its own. */
function meetItself(job: Job, band: usize, rows: usize): void {
  for (let panel = band * PANELS; panel < (band + 1) * PANELS; panel++) {
    valuesOf(job, panel, band, rows);
    addValues(job, band * BAND, sizeOf(job, band), packed(job, panel), rows, state(job, panel));
  }
}

/** The sources of a band for the targets of another one, and then the other way round. */
function meet(job: Job, band: usize, other: usize, rows: usize): void {
  const own = band * PANELS,
    theirs = other * PANELS,
    kinds: usize = <i32>job.values === RADIAL_BOTH ? 2 : 1,
    turned = room(rows, TURNED);
  for (let p: usize = 0; p < PANELS; p++) valuesOf(job, own + p, other, rows + p * BAND * ROW);
  for (let q: usize = 0; q < PANELS; q++) {
    for (let k: usize = 0; k < kinds; k++) turn(room(rows, k) + q * WIDTH * ROW, room(turned, k));
    addValues(job, band * BAND, BAND, packed(job, theirs + q), turned, state(job, theirs + q));
  }
  for (let p: usize = 0; p < PANELS; p++)
    addValues(job, other * BAND, sizeOf(job, other), packed(job, own + p), rows + p * BAND * ROW, state(job, own + p));
}

/** Eight sources of each panel of a band, as rows of targets, become rows of sources for these eight as targets. */
function turn(rows: usize, to: usize): void {
  for (const end = to + BAND * ROW; to < end; to += WIDTH * ROW, rows += BAND * ROW)
    for (let pair: usize = 0; pair < WIDTH / 2; pair++) {
      const from = rows + 2 * pair * ROW, at = to + pair * 16;
      for (let lanes: usize = 0; lanes < ROW; lanes += 16) {
        const a = v128.load(from + lanes), b = v128.load(from + lanes, 64);
        v128.store(at + lanes * 8, v128.shuffle<f64>(a, b, 0, 2));
        v128.store(at + lanes * 8, v128.shuffle<f64>(a, b, 1, 3), 64);
      }
    }
}
