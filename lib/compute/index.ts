import { log } from "../arithmetic/functions.js";
import { refuse } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import type { Kernel, Term } from "./kernel-form.js";
import { requireCloud, requireWeights } from "./arguments.js";
import { routinesFor, softMinimumSums } from "./dispatch.js";
import { directionOf, type Field, type Routines } from "./typescript/routines.js";

/**
 * The one door for everything that costs O(n m d) kernel evaluations. Points are flat and row-major, n × dim; sums run
 * over the sources in index order, so that no split of the targets changes a bit. Clouds that are empty, not finite or
 * of another dimension are refused.
 */

/** The routines for two clouds and weights that are what they should be. */
function admitted(kernel: Kernel, x: Vec, y: Vec, dim: number, w?: Vec, columns = 1): Routines {
  requireCloud("x", x, dim);
  if (y !== x) requireCloud("y", y, dim);
  if (w) requireWeights(w, y.length / dim, columns);
  return routinesFor(kernel, x, y, dim);
}

/** Most entries of a Gram matrix: 2 GB. */
export const MOST_ENTRIES: number = 268_435_456;

/**
 * K_ij = k(x_i, y_j), row-major n × m, n m ≤ 2^28.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const w = measures.equalWeights(300);
 * const matrix = compute.gram(kernels.gaussian(1), x, y, 2); // 100 × 300
 * ```
 */
export function gram(kernel: Kernel, x: Vec, y: Vec, dim: number): Vec {
  const routines = admitted(kernel, x, y, dim);
  const n = x.length / dim;
  const m = y.length / dim;
  const advice = "take fewer points, or what needs sums only";
  if (n * m > MOST_ENTRIES)
    refuse(`a Gram matrix of ${n} × ${m} points needs more than 2 GB: ${advice} (no ridge, no inverse)`);
  return routines.gram(x, y, dim);
}

/**
 * Σ_j k(x_i, y_j) w_j for w with `columns` columns (m × columns): n × columns.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const w = measures.equalWeights(300);
 * const values = compute.kernelSum(kernels.gaussian(1), x, y, 2, w); // 100 numbers
 * ```
 */
export const kernelSum = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec, columns = 1): Vec =>
  admitted(kernel, x, y, dim, w, columns).sum(x, y, dim, w, columns);

/**
 * Σ_j w_j ∇_1 k(x_i, y_j): n × dim.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const w = measures.equalWeights(300);
 * const gradients = compute.kernelGradientSum(kernels.gaussian(1), x, y, 2, w); // 100 × 2
 * ```
 */
export const kernelGradientSum = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec): Vec =>
  admitted(kernel, x, y, dim, w).gradient1Sum(x, y, dim, w);

/**
 * Σ_j k(x_i, y_j) w_j and its gradient, n and n × dim, where one pass gives both: values may differ from those of
 * `kernelSum` by rounding. Undefined where it would take two passes.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const field = compute.kernelField(kernels.gaussian(4), x, y, 10, measures.equalWeights(60));
 * ```
 */
export const kernelField = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec): Field | undefined =>
  admitted(kernel, x, y, dim, w).field?.(x, y, dim, w);

/**
 * Σ_j w_j ∇_2 k(x_i, x_j) = -𝒦_w ∇log u (x_i), by parts (Stein): n × dim.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const w = measures.equalWeights(300);
 * const repulsion = compute.steinSum(kernels.gaussian(1), y, 2, w);
 * ```
 */
export const steinSum = (kernel: Kernel, x: Vec, dim: number, w: Vec): Vec =>
  admitted(kernel, x, x, dim, w).gradient2Sum(x, x, dim, w);

/**
 * Σ_j k(x_i, x_j) f_j + w_j ∇_2 k(x_i, x_j), the direction of SVGD for f_j = w_j s_j, with f of n × dim: n × dim. In
 * one pass where that is to be had, so that the result may differ from the sum of `kernelSum` and `steinSum` by
 * rounding.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const w = measures.equalWeights(300);
 * const scores = y.map((v, k) => -v * w[Math.floor(k / 2)]); // w_j s_j of a standard normal law
 * const velocity = compute.steinDirection(kernels.gaussian(1), y, 2, scores, w);
 * ```
 */
export function steinDirection(kernel: Kernel, x: Vec, dim: number, f: Vec, w: Vec): Vec {
  const routines = admitted(kernel, x, x, dim, f, dim);
  requireWeights(w, x.length / dim, 1);
  return routines.direction?.(x, dim, f, w) ?? directionOf(routines, x, dim, f, w);
}

/** Σ_j w_j tr ∇_1∇_2 k(x_i, y_j): n; finite away from the diagonal also for kernels with a kink there. */
export const mixedTraceField = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec): Vec =>
  admitted(kernel, x, y, dim, w).mixedTraceSum(x, y, dim, w);

/**
 * Σ_ij w_i w_j tr ∇_1∇_2 k(x_i, x_j); Infinity where k is not smooth enough on the diagonal.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const w = measures.equalWeights(300);
 * const value = compute.mixedTraceSum(kernels.gaussian(1), y, 2, w);
 * ```
 */
export function mixedTraceSum(kernel: Kernel, x: Vec, dim: number, w: Vec): number {
  if (kernel.smoothness < 1 && w.some(v => v !== 0)) return Infinity;
  return mixedTraceField(kernel, x, x, dim, w).reduce((total, v, i) => total + w[i] * v, 0);
}

/**
 * -ε log Σ_j w_j exp((g_j - c(|x_i - y_j|²)) / ε) for weights w ≥ 0 that are not all 0: a half-step of Sinkhorn's
 * iteration in the log domain, with costs made on the fly. The largest exponent is taken out of every sum; a potential
 * -Infinity leaves its source out.
 *
 * ```ts
 * const x = normals(stream(1, "x"), 200);
 * const y = normals(stream(1, "y"), 600);
 * const w = measures.equalWeights(300);
 * const square = { name: "power", factor: 1, offset: 0, rate: 1, exponent: 1 } as const;
 * const potential = compute.softMinimum(square, x, y, 2, new Float64Array(300), w, 0.1);
 * ```
 */
export function softMinimum(cost: Term, x: Vec, y: Vec, dim: number, potential: Vec, w: Vec, epsilon: number): Vec {
  requireCloud("x", x, dim);
  requireCloud("y", y, dim);
  requireWeights(w, y.length / dim, 1);
  if (potential.length !== w.length)
    refuse(`potential has ${potential.length} numbers, not ${w.length}: one for every source`);
  if (!(epsilon > 0)) refuse(`epsilon is ${epsilon}: take a positive number`);
  const sums = softMinimumSums({ cost, x, y, dim, potential, w, rate: 1 / epsilon });
  return Float64Array.from({ length: sums.length / 2 }, (_, i) => -epsilon * (sums[2 * i] + log(sums[2 * i + 1])));
}

export { type Backend, backend, threads, threadsAtWork, useBackend, useThreads } from "./backend.js";
export {
  cholesky,
  choleskyInPlace,
  COVARIANCE,
  STATE_COVARIANCE,
  type Subject,
  matmul,
  type SymmetricEigen,
  symmetricEigen,
} from "./dense.js";
export { requireMethod, TOLERANCE } from "./summation/index.js";
export type { Field } from "./typescript/routines.js";
export { solveCholesky } from "./typescript/cholesky.js";
export { matvec } from "./typescript/dense.js";
export { type Gibbs, gibbs, type Scaling, type Scalings } from "./gibbs.js";
export { type ReducedCosts, reducedCosts } from "./reduced-costs.js";
export { type Fft, fft, hasFft } from "./fft.js";
export { solveTridiagonal } from "./typescript/tridiagonal.js";
export { exponentialRow } from "./typescript/exponential.js";
