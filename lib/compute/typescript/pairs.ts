import type { Vec } from "../../types.js";

/** Sources per block: their coordinates and two rows of this length stay in the first-level cache. */
export const BLOCK = 512;

/** out_j = the variable of the pair (x_i, y_j) that the profile of a kernel takes, j < count. */
export type PairVariable = (x: Vec, i: number, y: Vec, count: number, dim: number, out: Vec) => void;

/** out_j = |x_i - y_j|². */
export function squaredDistances(x: Vec, i: number, y: Vec, count: number, dim: number, out: Vec): void {
  if (dim === 1) return squaredDistances1(x[i], y, count, out);
  if (dim === 2) return squaredDistances2(x[2 * i], x[2 * i + 1], y, count, out);
  for (let j = 0, at = 0; j < count; j++, at += dim) {
    let s = 0;
    for (let c = 0, own = i * dim; c < dim; c++) {
      const z = x[own + c] - y[at + c];
      s += z * z;
    }
    out[j] = s;
  }
}

function squaredDistances1(a: number, y: Vec, count: number, out: Vec): void {
  for (let j = 0; j < count; j++) {
    const z = a - y[j];
    out[j] = z * z;
  }
}

function squaredDistances2(a: number, b: number, y: Vec, count: number, out: Vec): void {
  for (let j = 0; j < count; j++) {
    const u = a - y[2 * j],
      v = b - y[2 * j + 1];
    out[j] = u * u + v * v;
  }
}

/** out_j = x_i · y_j. */
export function products(x: Vec, i: number, y: Vec, count: number, dim: number, out: Vec): void {
  for (let j = 0, at = 0; j < count; j++, at += dim) {
    let t = 0;
    for (let c = 0, own = i * dim; c < dim; c++) t += x[own + c] * y[at + c];
    out[j] = t;
  }
}

/** Calls `visit` for each block of sources: its first index, how many, and their coordinates. */
export function forBlocks(y: Vec, dim: number, visit: (from: number, count: number, block: Vec) => void): void {
  const m = y.length / dim;
  for (let from = 0; from < m; from += BLOCK) {
    const count = Math.min(BLOCK, m - from);
    visit(from, count, y.subarray(from * dim, (from + count) * dim));
  }
}
