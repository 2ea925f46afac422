import { Job } from "./job";
import { ROW } from "./lanes";
import { mixedProducts, products, squaredDistances } from "./pairs";
import { evaluate } from "./terms";
import { room, termOf } from "./value-rows";

/**
 * Pairs of points x, y with scores a, b behind their coordinates, z = x - y. Rows of the room: 0 the result, 1 |z|², 2
 * a·b, 3 z·(a-b),
 * 4 φ, 5 φ', 6 φ'', 7 φ'''.
 */
export function steinInvariants(job: Job, x: usize, y: usize, count: usize, rows: usize): void {
  const dim = <usize>job.dim, step = <usize>job.width << 3;
  squaredDistances(x, y, step, count, dim, room(rows, 1));
  products(x + dim * ROW, y + (dim << 3), step, count, dim, room(rows, 2));
  mixedProducts(x, y, step, count, dim, room(rows, 3));
}

/** k_π = a·b φ - 2φ' (z·(a-b) + d) - 4|z|²φ''. */
export function steinValues(job: Job, count: usize, rows: usize): void {
  for (let k: usize = 0; k < 3; k++) evaluate(termOf(job, k), room(rows, 1), count, room(rows, 4 + k));
  const d = f64x2.splat(job.dim), two = f64x2.splat(2), four = f64x2.splat(4);
  for (let k: usize = 0; k < count * ROW; k += 16) {
    const s = v128.load(room(rows, 1) + k), cross = v128.load(room(rows, 2) + k), mixed = v128.load(room(rows, 3) + k),
      phi = v128.load(room(rows, 4) + k), slope = v128.load(room(rows, 5) + k), bend = v128.load(room(rows, 6) + k),
      first = f64x2.sub(f64x2.mul(cross, phi), f64x2.mul(f64x2.mul(two, slope), f64x2.add(mixed, d)));
    v128.store(rows + k, f64x2.sub(first, f64x2.mul(f64x2.mul(four, s), bend)));
  }
}

/** What multiplies z in ∇_1 k_π: 2φ' a·b - 4φ'' z·(a-b) - 2((2d+4)φ'' + 4|z|²φ'''). */
export function steinSlopes(job: Job, count: usize, rows: usize): void {
  for (let k: usize = 0; k < 4; k++) evaluate(termOf(job, k), room(rows, 1), count, room(rows, 4 + k));
  const d = f64x2.splat(2 * job.dim + 4), two = f64x2.splat(2), four = f64x2.splat(4);
  for (let k: usize = 0; k < count * ROW; k += 16) {
    const s = v128.load(room(rows, 1) + k),
      cross = v128.load(room(rows, 2) + k),
      c = f64x2.neg(v128.load(room(rows, 3) + k)),
      slope = v128.load(room(rows, 5) + k),
      bend = v128.load(room(rows, 6) + k),
      third = v128.load(room(rows, 7) + k),
      first = f64x2.add(f64x2.mul(f64x2.mul(two, slope), cross), f64x2.mul(f64x2.mul(four, bend), c)),
      rest = f64x2.add(f64x2.mul(d, bend), f64x2.mul(f64x2.mul(four, s), third));
    v128.store(rows + k, f64x2.sub(first, f64x2.mul(two, rest)));
  }
}
