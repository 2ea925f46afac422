import { runDense } from "./dense";
import { Entropic, runEntropic } from "./gibbs";
import { Job } from "./job";
import { WORK } from "./layout";
import { runPairs } from "./pair-routines";
import { runTransform } from "./transforms";

/**
 * Routines come in families of sixteen, each of which knows its own: sums over pairs, dense algebra, entropic
 * transport, Fourier sums.
 */
const FAMILY: u32 = 4, DENSE: u32 = 1, ENTROPIC: u32 = 2;

/** A routine on a range of panels; the host uses the same numbers. */
export function runPanels(routine: u32, job: usize, first: usize, last: usize, scratch: usize): void {
  const family = routine >> FAMILY, member = routine & 15;
  if (family === 0) runPairs(member, changetype<Job>(job), first, last, scratch);
  else if (family === DENSE) runDense(routine, job, first, last);
  else if (family === ENTROPIC) runEntropic(member, changetype<Entropic>(job), first, last, scratch);
  else runTransform(member, job, first, last, scratch);
}

/** What the threads work on together, in memory of its own: nobody writes to it while there are open pieces of work. */
@unmanaged
class Work {
  /**
   * Generation, number of pieces, and next piece, in 24, 20 and 20 bits: one word, so that nobody takes a piece of work
   * that is over.
   */
  ticket: u64;
  /** Rings when there is new work. */
  bell: i32;
  /** Pieces that are done. */
  done: u32;
  routine: u32;
  job: usize;
  panels: usize;
  /** Panels per piece. */
  size: usize;
  /** Room for each thread. */
  scratch: usize;
  room: usize;
  /** Worker threads that have started. */
  serving: u32;
  /** Whether stages are helped with, and how many of them had to wait for a helper. */
  helped: u32;
  late: u32;
}

const PIECES: u64 = 20;
const MASK: u64 = (1 << 20) - 1;

// @ts-ignore: decorator
@inline function ticketOf(work: usize): usize { return work; }
// @ts-ignore: decorator
@inline function bellOf(work: usize): usize { return work + offsetof<Work>("bell"); }
// @ts-ignore: decorator
@inline function doneOf(work: usize): usize { return work + offsetof<Work>("done"); }

/** Takes pieces of work until there are none; the thread that does the last one tells whoever waits for it. */
function help(thread: usize): void {
  const work = changetype<Work>(WORK);
  for (;;) {
    const ticket = atomic.load<u64>(ticketOf(WORK)), pieces = (ticket >> PIECES) & MASK, piece = ticket & MASK;
    if (piece >= pieces) return;
    if (atomic.cmpxchg<u64>(ticketOf(WORK), ticket, ticket + 1) !== ticket) continue;
    const first = <usize>piece * work.size;
    runPanels(work.routine, work.job, first, min(first + work.size, work.panels), work.scratch + thread * work.room);
    if (atomic.add<u32>(doneOf(WORK), 1) + 1 === <u32>pieces) atomic.notify(doneOf(WORK), 1);
  }
}

/**
 * Turns of a wait, some thirty microseconds: the next stage of a routine comes sooner than a thread that sleeps would
 * wake.
 */
const TURNS: i32 = 1 << 16;

/** What a worker thread does: helps, and sleeps until the bell rings. */
export function serve(thread: usize): void {
  atomic.add<u32>(WORK + offsetof<Work>("serving"), 1);
  for (;;) {
    const bell = atomic.load<i32>(bellOf(WORK));
    help(thread);
    for (let turn = 0; turn < TURNS && atomic.load<i32>(bellOf(WORK)) === bell; turn++);
    atomic.wait<i32>(bellOf(WORK), bell, -1);
  }
}

/** How many worker threads have started. */
export function serving(): u32 { return atomic.load<u32>(WORK + offsetof<Work>("serving")); }

/** Offers a routine on all panels to whoever comes to help. */
export function offer(routine: u32, job: usize, panels: usize, size: usize, scratch: usize, room: usize): void {
  const work = changetype<Work>(WORK),
    pieces = <u64>((panels + size - 1) / size),
    generation = (work.ticket >> (2 * PIECES)) + 1;
  work.routine = routine;
  work.job = job;
  work.panels = panels;
  work.size = size;
  work.scratch = scratch;
  work.room = room;
  atomic.store<u32>(doneOf(WORK), 0);
  atomic.store<u64>(ticketOf(WORK), (generation << (2 * PIECES)) | (pieces << PIECES));
  atomic.add<i32>(bellOf(WORK), 1);
  atomic.notify(bellOf(WORK), -1);
}

/** Takes part in what was offered, until there are no pieces left to be taken. */
export function takePart(): void { help(0); }

/** Returns when the last piece is done. Workers that never woke have taken none, and cost nothing. */
export function awaitHelpers(): void {
  const pieces = <u32>((atomic.load<u64>(ticketOf(WORK)) >> PIECES) & MASK);
  for (;;) {
    const done = atomic.load<u32>(doneOf(WORK));
    if (done === pieces) return;
    atomic.wait<i32>(doneOf(WORK), done, -1);
  }
}

/** Products that are worth the others' while. */
const WORTH: f64 = 400_000;

/**
 * Turns of a wait, half a millisecond and a few times what a piece takes, after which a stage counts as late; and how
 * many may be.
 */
const PATIENCE: f64 = 1048576;
const TURNS_PER_PRODUCT: f64 = 0.5;
const LATE: u32 = 1;

/** Before a routine of many stages: whether there is to be help. */
export function beginStages(helped: u32): void {
  const work = changetype<Work>(WORK);
  work.helped = helped;
  work.late = 0;
}

/** Whether stages had to wait for a helper who was not given a processor, so often that the rest was done alone. */
export function tooLate(): bool { return changetype<Work>(WORK).late > LATE; }

/** A stage of about so many products, `size` panels at a time; returns when all of it is done. */
export function runStage(routine: u32, job: usize, panels: usize, size: usize, products: f64): void {
  const work = changetype<Work>(WORK);
  if (products < WORTH || work.helped === 0 || tooLate() || serving() === 0)
    return runPanels(routine, job, 0, panels, 0);
  offer(routine, job, panels, size, 0, 0);
  help(0);
  const pieces = <u32>((panels + size - 1) / size),
    patience = <u64>(PATIENCE + (TURNS_PER_PRODUCT * products) / <f64>pieces);
  for (let turn: u64 = 0; turn < patience; turn++) if (atomic.load<u32>(doneOf(WORK)) === pieces) return;
  work.late++;
  awaitHelpers();
}
