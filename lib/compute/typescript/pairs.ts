import type { Vec } from "../../types.js";

/** Sources per block: two rows of this length stay in the first-level cache. */
export const BLOCK = 512;

/** out_j = the variable of the pair (x_i, y_{from+j}) that the profile of a kernel takes, j < count. */
export type PairVariable = (x: Vec, i: number, y: Vec, from: number, count: number, dim: number, out: Vec) => void;

/** out_j = |x_i - y_{from+j}|². */
export function squaredDistances(x: Vec, i: number, y: Vec, from: number, count: number, dim: number, out: Vec): void {
  if (dim === 1) return squaredDistances1(x[i], y, from, count, out);
  if (dim === 2) return squaredDistances2(x[2 * i], x[2 * i + 1], y, from, count, out);
  for (let j = 0, at = from * dim; j < count; j++, at += dim) {
    let s = 0;
    for (let c = 0, own = i * dim; c < dim; c++) {
      const z = x[own + c] - y[at + c];
      s += z * z;
    }
    out[j] = s;
  }
}

function squaredDistances1(a: number, y: Vec, from: number, count: number, out: Vec): void {
  for (let j = 0; j < count; j++) {
    const z = a - y[from + j];
    out[j] = z * z;
  }
}

function squaredDistances2(a: number, b: number, y: Vec, from: number, count: number, out: Vec): void {
  for (let j = 0, at = 2 * from; j < count; j++, at += 2) {
    const u = a - y[at],
      v = b - y[at + 1];
    out[j] = u * u + v * v;
  }
}

/** out_j = x_i · y_{from+j}. */
export function products(x: Vec, i: number, y: Vec, from: number, count: number, dim: number, out: Vec): void {
  for (let j = 0, at = from * dim; j < count; j++, at += dim) {
    let t = 0;
    for (let c = 0, own = i * dim; c < dim; c++) t += x[own + c] * y[at + c];
    out[j] = t;
  }
}
