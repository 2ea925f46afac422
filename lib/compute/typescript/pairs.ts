import type { Vec } from "../../arithmetic/vec.js";

/** Sources per block: their coordinates and two rows of this length stay in the first-level cache. */
export const BLOCK = 512;

/** out_j = φ(s_j) for j < count, a block of at most 512; `out` may be `s`. */
export type Row = (s: Vec, count: number, out: Vec) => void;

/** out_j = the variable of the pair (x_i, y_j) that the profile of a kernel takes, j < count. */
export type PairVariable = (x: Vec, i: number, y: Vec, count: number, dim: number, out: Vec) => void;

/** out_j = |x_i - y_j|²: squares added in the order of the coordinates, two coordinates of all sources at a time. */
export function squaredDistances(x: Vec, i: number, y: Vec, count: number, dim: number, out: Vec): void {
  const own = i * dim;
  if (dim % 2 === 1) setSquares(x[own], y, count, dim, out);
  else setTwoSquares(x[own], x[own + 1], y, count, dim, out);
  for (let c = 2 - (dim % 2); c < dim; c += 2) addTwoSquares(x[own + c], x[own + c + 1], y, c, count, dim, out);
}

/** out_j = (a - y_j0)² */
function setSquares(a: number, y: Vec, count: number, dim: number, out: Vec): void {
  for (let j = 0, at = 0; j < count; j++, at += dim) {
    const u = a - y[at];
    out[j] = u * u;
  }
}

/** out_j = (a - y_j0)² + (b - y_j1)² */
function setTwoSquares(a: number, b: number, y: Vec, count: number, dim: number, out: Vec): void {
  for (let j = 0, at = 0; j < count; j++, at += dim) {
    const u = a - y[at];
    const v = b - y[at + 1];
    out[j] = u * u + v * v;
  }
}

/** out_j += (a - y_jc)² + (b - y_j,c+1)² */
function addTwoSquares(a: number, b: number, y: Vec, c: number, count: number, dim: number, out: Vec): void {
  for (let j = 0, at = c; j < count; j++, at += dim) {
    const u = a - y[at];
    const v = b - y[at + 1];
    out[j] = out[j] + u * u + v * v;
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

/**
 * out_j = |x_i|² + |y_j|² - 2 x_i · y_j, not below 0, of points whose last of `width` numbers is the sum of squares of
 * the others.
 */
export function expandedDistances(x: Vec, i: number, y: Vec, count: number, width: number, out: Vec): void {
  const dim = width - 1;
  const own = i * width;
  const square = x[own + dim];
  for (let j = 0, at = 0; j < count; j++, at += width) {
    let t = 0;
    for (let c = 0; c < dim; c++) t += x[own + c] * y[at + c];
    const s = square + y[at + dim] - (t + t);
    out[j] = s < 0 ? 0 : s;
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
