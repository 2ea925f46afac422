import { Job } from "./job";
import { ROW } from "./lanes";
import { expandedDistances, products, squaredDistances } from "./pairs";
import { steinInvariants, steinSlopes, steinValues } from "./stein";
import { evaluate, evaluateBoth } from "./terms";
import { room, termOf } from "./value-rows";

/** Which values of pairs are wanted; the host uses the same numbers. 5: what the gradient of a Stein kernel needs. */
const RADIAL: i32 = 0, RADIAL_TRACE: i32 = 1, PRODUCT: i32 = 2, STEIN: i32 = 4;
export const RADIAL_BOTH: i32 = 6;

/**
 * Values of the pairs of a panel and `count` sources from y on, in the first rows of the room; φ' behind φ for
 * RADIAL_BOTH.
 */
export function pairValues(job: Job, x: usize, y: usize, count: usize, rows: usize): void {
  const values = <i32>job.values, dim = <usize>job.dim, step = <usize>job.width << 3;
  if (values === RADIAL_BOTH) {
    squaredDistances(x, y, step, count, dim, rows);
    evaluateBoth(termOf(job, 0), termOf(job, 1), rows, count, room(rows, 1));
    return;
  }
  if (values >= STEIN) {
    steinInvariants(job, x, y, count, rows);
    if (values === STEIN) steinValues(job, count, rows);
    else steinSlopes(job, count, rows);
    return;
  }
  if (values <= RADIAL_TRACE) distances(job, x, y, count, rows);
  else products(x, y, step, count, dim, rows);
  if (values === RADIAL || values === PRODUCT) evaluate(termOf(job, 0), rows, count, rows);
  else traces(job, values === RADIAL_TRACE, count, rows);
}

/** Squares stand behind the coordinates, or are made from differences. */
// @ts-ignore: decorator
@inline function distances(job: Job, x: usize, y: usize, count: usize, rows: usize): void {
  const dim = <usize>job.dim, width = <usize>job.width;
  if (width > dim) expandedDistances(x, y, width << 3, count, dim, rows);
  else squaredDistances(x, y, width << 3, count, dim, rows);
}

/** -2d φ' - 4 s φ'' of a radial kernel, d φ' + t φ'' of one of x·y. */
function traces(job: Job, radial: bool, count: usize, rows: usize): void {
  const first = room(rows, 1), second = room(rows, 2),
    d = f64x2.splat(radial ? -2 * job.dim : job.dim), four = f64x2.splat(4);
  evaluate(termOf(job, 0), rows, count, first);
  evaluate(termOf(job, 1), rows, count, second);
  for (let k: usize = 0; k < count * ROW; k += 16) {
    const s = v128.load(rows + k), slope = f64x2.mul(d, v128.load(first + k)), bend = v128.load(second + k);
    v128.store(
      rows + k,
      radial ? f64x2.sub(slope, f64x2.mul(f64x2.mul(four, s), bend)) : f64x2.add(slope, f64x2.mul(s, bend)),
    );
  }
}
