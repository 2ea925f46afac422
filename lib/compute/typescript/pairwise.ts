import type { Vec } from "../../arithmetic/vec.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { PairFunctions } from "../kernel-form.js";
import type { Routines } from "./routines.js";

/** Row i of an array of points. */
const point = (x: Vec, i: number, dim: number): Vec => x.subarray(i * dim, (i + 1) * dim);

/** Σ_j w_jc f(x_i, y_j), f of length `size`, for one column of weights or for numbers f: n × size or n × columns. */
function pairSum(
  f: (x: Vec, y: Vec, out: Vec, from: number, w: Vec, at: number) => void,
  x: Vec,
  y: Vec,
  dim: number,
  w: Vec,
  columns: number,
  size: number,
): Vec {
  const [n, m] = [x.length / dim, y.length / dim];
  const out = new Float64Array(n * size);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) f(point(x, i, dim), point(y, j, dim), out, i * size, w, j * columns);
  return out;
}

/** Σ_j w_jc k(x_i, y_j). */
const sumOf =
  (k: (x: Vec, y: Vec) => number, columns: number): Parameters<typeof pairSum>[0] =>
  (x, y, out, from, w, at) => {
    const value = k(x, y);
    for (let c = 0; c < columns; c++) out[from + c] += w[at + c] * value;
  };

/** Σ_j w_j g(x_i, y_j), g a vector. */
const vectorSumOf =
  (g: (x: Vec, y: Vec) => Vec): Parameters<typeof pairSum>[0] =>
  (x, y, out, from, w, at) => {
    const value = g(x, y);
    for (let c = 0; c < value.length; c++) out[from + c] += w[at] * value[c];
  };

const noTrace = (): never => refuse("this kernel was given without tr ∇_x∇_y k: add `mixedTrace` to its functions");

/** A symmetric kernel given by functions of one pair, called for every pair: ∇_2 k(x, y) = ∇_1 k(y, x). */
export const pairwiseRoutines = ({ value, gradient1, mixedTrace = noTrace }: PairFunctions): Routines => ({
  gram: (x, y, dim) => {
    const [n, m] = [x.length / dim, y.length / dim];
    return new Float64Array(n * m).map((_, k) => value(point(x, Math.floor(k / m), dim), point(y, k % m, dim)));
  },
  sum: (x, y, dim, w, columns) => pairSum(sumOf(value, columns), x, y, dim, w, columns, columns),
  gradient1Sum: (x, y, dim, w) => pairSum(vectorSumOf(gradient1), x, y, dim, w, 1, dim),
  gradient2Sum: (x, y, dim, w) =>
    pairSum(
      vectorSumOf((a, b) => gradient1(b, a)),
      x,
      y,
      dim,
      w,
      1,
      dim,
    ),
  mixedTraceSum: (x, y, dim, w) => pairSum(sumOf(mixedTrace, 1), x, y, dim, w, 1, 1),
});
