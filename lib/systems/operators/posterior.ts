/** What a regression says where it has no data: its prediction, and how uncertain a Gaussian process is of it. */
import { gram, matvec, solveCholesky } from "../../compute/index.js";
import { refuse } from "../../arithmetic/refusal.js";
import { dot, times } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import { ridgeFactor } from "../geometries/smoothers/gram.js";
import type { Fit, Regression } from "./regression.js";
import { FORMULATIONS } from "./regression-fit.js";

/** Mean and variance at new points. */
export interface Posterior {
  readonly mean: Vec;
  readonly variance: Vec;
}

function countOf({ dim }: Regression, points: Vec): number {
  if (points.length % dim !== 0) refuse(`points of length ${points.length} are no points of R^${dim} for a regression`);
  return points.length / dim;
}

/**
 * f(x) = Σ a_i k(x, x_i) at new points, row by row in one array.
 *
 * ```ts
 * const [points, response] = [Float64Array.of(0, 1, 2), Float64Array.of(0, 1, 0)];
 * const rho = measures.equalWeights(3);
 * const source = response.map((y, i) => rho[i] * y);
 * const kernel = kernels.gaussian(1);
 * const problem = operators.regression({ kernel, dim: 1, points, rho, lambda: 0.1, response, source });
 * const fit = operators.formulations.primal(problem);
 * const between = fit && operators.predicted(problem, fit, Float64Array.of(0.5, 1.5));
 * ```
 */
export function predicted(problem: Regression, { coefficients }: Fit, points: Vec): Vec {
  const rows = countOf(problem, points);
  return rows === 0
    ? new Float64Array(0)
    : matvec(gram(problem.kernel, points, problem.points, problem.dim), coefficients);
}

/**
 * The law at new points of a Gaussian process of covariance k that was seen at x_i with noise of variance λ/ρ_i (nλ for
 * equal masses): its mean is the kernel ridge regression, its variance k(x, x) - k_xᵀ (K + λ/ρ)^{-1} k_x; noise to come
 * is not in it. The points stand row by row in one array.
 *
 * ```ts
 * const [points, response] = [Float64Array.of(0, 1, 2), Float64Array.of(0, 1, 0)];
 * const rho = measures.equalWeights(3);
 * const source = response.map((y, i) => rho[i] * y);
 * const kernel = kernels.gaussian(1);
 * const problem = operators.regression({ kernel, dim: 1, points, rho, lambda: 0.1, response, source });
 * const { mean, variance } = operators.posterior(problem, Float64Array.of(0.5, 1.5));
 * ```
 */
export function posterior(problem: Regression, points: Vec): Posterior {
  const { kernel, dim, rho, lambda } = problem;
  const factor = ridgeFactor(kernel, { dim, points: problem.points, columns: 1, fixed: true }, rho, lambda);
  const roots = rho.map(Math.sqrt);
  const variance = Float64Array.from({ length: countOf(problem, points) }, (_, i) => {
    const x = points.slice(i * dim, (i + 1) * dim);
    const seen = times(roots, gram(kernel, x, problem.points, dim));
    return Math.max(0, gram(kernel, x, x, dim)[0] - dot(seen, solveCholesky(factor, seen)));
  });
  const fit = FORMULATIONS.primal(problem) ?? refuse("the normal equations of a regression have no Cholesky factor");
  return { mean: predicted(problem, fit, points), variance };
}
