import type { Vec } from "../../arithmetic/vec.js";
import type { Profile } from "../kernel-form.js";
import { forBlocks } from "./pairs.js";
import { dotRows, type Lifted, mixedDot, type Rows, rowsOf } from "./stein-points.js";

/** tr A of the d × d matrix at `start`. */
function trace(a: Vec, start: number, dim: number): number {
  let total = 0;
  for (let c = 0; c < dim; c++) total += a[start + c * (dim + 1)];
  return total;
}

/** tr AB of symmetric d × d matrices. */
function traceOfProduct(a: Vec, p: number, b: Vec, q: number, dim: number): number {
  let total = 0;
  for (let k = 0; k < dim * dim; k++) total += a[p + k] * b[q + k];
  return total;
}

/** uᵀ A z for the d × d matrix at `start`, z = x - y, and u = z (part 0) or a vector of v from `at`. */
function bilinear(
  a: Vec,
  start: number,
  x: Vec,
  i: number,
  y: Vec,
  j: number,
  dim: number,
  u: (c: number) => number,
): number {
  let total = 0;
  for (let c = 0; c < dim; c++)
    for (let e = 0; e < dim; e++) total += u(c) * a[start + c * dim + e] * (x[2 * i * dim + e] - y[2 * j * dim + e]);
  return total;
}

/** tr ∇_1∇_2 k_π of target i and source j, the divergence in y of ∇_1 k_π, with A, B = ∇²log π at x and y. */
function mixedTrace(
  x: Vec,
  A: Vec,
  i: number,
  y: Vec,
  B: Vec,
  j: number,
  jAll: number,
  dim: number,
  { s, phi: rows }: Rows,
): number {
  const [p, q] = [i * dim * dim, jAll * dim * dim];
  const [phi, slope, bend, third, fourth] = rows.map(row => row[j]);
  const z = (c: number): number => x[2 * i * dim + c] - y[2 * j * dim + c];
  const cross = dotRows(x, y, i, j, dim);
  const c = -mixedDot(x, y, 0, dim, i, j, dim);
  const turned =
    bilinear(B, q, x, i, y, j, dim, e => x[(2 * i + 1) * dim + e]) -
    bilinear(A, p, x, i, y, j, dim, e => y[(2 * j + 1) * dim + e]);
  const curved = bilinear(A, p, x, i, y, j, dim, z) + bilinear(B, q, x, i, y, j, dim, z);
  const first = -(2 * dim + 4) * bend - 4 * s[j] * third;
  const second = -(2 * dim + 8) * third - 4 * s[j] * fourth;
  return (
    phi * traceOfProduct(A, p, B, q, dim) +
    2 * slope * (turned - dim * cross + trace(A, p, dim) + trace(B, q, dim)) +
    4 * bend * (curved - s[j] * cross - (dim + 2) * c) -
    8 * third * s[j] * c -
    4 * second * s[j] -
    2 * dim * first
  );
}

/** Σ_j w_j tr ∇_1∇_2 k_π(x_i, y_j). */
export function mixedTraceSum(profile: Profile, x: Lifted, y: Lifted, dim: number, w: Vec): Vec {
  const evaluate = rowsOf(profile, 4);
  const [A, B] = [x.hessians(), y.hessians()];
  const out = new Float64Array(x.points.length / (2 * dim));
  forBlocks(y.points, 2 * dim, (from, count, sources) => {
    for (let i = 0; i < out.length; i++) {
      const rows = evaluate(x.points, i, sources, count, dim);
      for (let j = 0; j < count; j++)
        out[i] += w[from + j] * mixedTrace(x.points, A, i, sources, B, j, from + j, dim, rows);
    }
  });
  return out;
}
