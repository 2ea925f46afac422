import { Job } from "./job";
import { BLOCK, copyRow, pack, ROW, unpack, WIDTH } from "./lanes";
import { addSteinFirst, addSteinSecond } from "./stein-sums";
import { addColumns, addDifferences } from "./sums";
import { room, VALUE_ROWS } from "./value-rows";
import { pairValues, RADIAL_BOTH } from "./values";

/** What is added up; the host uses the same numbers, and 4 for columns with differences behind them. */
const COLUMNS: i32 = 0, DIFFERENCES: i32 = 1, STEIN_FIRST: i32 = 2, STEIN_SECOND: i32 = 3;

/**
 * Panels that meet a block of sources one after the other, while it is in the first-level cache: with their sums they
 * stay in the second-level cache, and sources that no cache holds come from memory once for all of them.
 */
const GROUP: usize = 8;

/**
 * Bytes of scratch memory that one thread needs for a job: a group of panels of targets, their sums, `dim` vectors, and
 * the values of a panel.
 */
export function scratchOf(job: Job): usize {
  return (GROUP * (<usize>job.width + <usize>job.sums) + <usize>job.dim + VALUE_ROWS * BLOCK) * ROW;
}

/** Sources at a time: an even number whose coordinates stay in the first-level cache, half of which they fill. */
// @ts-ignore: decorator
@inline function blockOf(width: usize): usize { return max(8, min(BLOCK, (2048 / width) & ~1)); }

/** The sums of the targets in the panels from `first` on, below `last`; the sources before `job.from` are in `out`. */
export function sumPanels(job: Job, first: usize, last: usize, scratch: usize): void {
  for (let panel = first; panel < last; panel += GROUP) sumGroup(job, panel, min(GROUP, last - panel), scratch);
}

/** The sums of `count` panels from `first` on: every target adds its sources in index order. */
function sumGroup(job: Job, first: usize, count: usize, scratch: usize): void {
  const n = <usize>job.n, m = <usize>job.m, width = <usize>job.width, sums = <usize>job.sums, from = <usize>job.from,
    block = blockOf(width), panel = (width + sums) * ROW, end = scratch + count * panel,
    turned = scratch + GROUP * panel, rows = turned + <usize>job.dim * ROW;
  for (let x = scratch, at = first * WIDTH; x < end; x += panel, at += WIDTH) {
    pack(<usize>job.x, at, n, width, x);
    if (from > 0) pack(<usize>job.out, at, n, sums, x + width * ROW);
    else memory.fill(x + width * ROW, 0, sums * ROW);
  }
  for (let j = from; j < m; j += block)
    for (let x = scratch; x < end; x += panel) addBlock(job, j, min(block, m - j), x, x + width * ROW, turned, rows);
  for (let x = scratch, at = first * WIDTH; x < end; x += panel, at += WIDTH)
    unpack(x + width * ROW, at, n, sums, <usize>job.out);
}

/** Adds `count` sources from the j-th on. */
function addBlock(job: Job, j: usize, count: usize, x: usize, out: usize, turned: usize, rows: usize): void {
  const sum = <i32>job.sum,
    dim = <usize>job.dim,
    y = <usize>job.y + ((j * <usize>job.width) << 3),
    w = <usize>job.w + ((j * <usize>job.columns) << 3);
  pairValues(job, x, y, count, rows);
  if (sum === STEIN_FIRST) addSteinFirst(job, w, x, y, count, rows, out);
  else if (sum === STEIN_SECOND)
    addSteinSecond(job, <usize>job.hessians + ((j * dim * dim) << 3), w, x, y, count, rows, out, turned);
  else addValues(job, j, count, x, rows, out);
}

/** Adds the values of the pairs of a panel x and `count` sources from the j-th on; they may be overwritten. */
export function addValues(job: Job, j: usize, count: usize, x: usize, rows: usize, out: usize): void {
  const step = <usize>job.width << 3, columns = <usize>job.columns, dim = <usize>job.dim, sum = <i32>job.sum,
    y = <usize>job.y + j * step, w = <usize>job.w + ((j * columns) << 3);
  if (sum === DIFFERENCES) return addDifferences(rows, w, x, y, step, count, dim, out);
  addColumns(rows, w, count, columns, out);
  if (sum === COLUMNS) return;
  // the weights of the gradient stand behind those of the values; where φ' is a multiple of φ, so do its values
  const slopes = <i32>job.values === RADIAL_BOTH ? room(rows, 1) : rows;
  addDifferences(
    slopes,
    <usize>job.w + ((<usize>job.m * columns + j) << 3),
    x,
    y,
    step,
    count,
    dim,
    out + columns * ROW,
  );
}

/**
 * Eight columns of a Gram matrix per panel: here the sources y are the lanes, as k(x, y) = k(y, x) to the bit, so that
 * eight neighbours of a row are stored at once. Rows of the result are whole panels long.
 */
export function gramPanels(job: Job, first: usize, last: usize, scratch: usize): void {
  const n = <usize>job.n, m = <usize>job.m, width = <usize>job.width, step = width << 3, rows = scratch + width * ROW,
    stride = (m + WIDTH - 1) / WIDTH * ROW;
  for (let panel = first; panel < last; panel++) {
    pack(<usize>job.y, panel * WIDTH, m, width, scratch);
    for (let i: usize = 0; i < n; i += BLOCK) {
      const count = min(BLOCK, n - i);
      pairValues(job, scratch, <usize>job.x + i * step, count, rows);
      for (let k: usize = 0, at = <usize>job.out + i * stride + panel * ROW; k < count; k++, at += stride)
        copyRow(rows + k * ROW, at);
    }
  }
}
