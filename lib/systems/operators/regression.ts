import { gram, matvec } from "../../compute/index.js";
import { square } from "../../arithmetic/functions.js";
import { dot, times } from "../../arithmetic/vectors.js";
import { finite, positive } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";

/**
 * min over f ∈ ℋ of ½‖f - g‖²_{L²_ρ} + λ/2 ‖f‖²_ℋ for ρ = Σ ρ_i δ_{x_i}, ρ_i > 0. Functions are their values at
 * the points; f ∈ ℋ is Σ a_i k(·, x_i), that is K a with ‖f‖²_ℋ = aᵀK a.
 */
export interface Regression {
  readonly kernel: Kernel;
  readonly points: Vec;
  readonly dim: number;
  readonly rho: Vec;
  readonly lambda: number;
  /** g at the points. */
  readonly response: Vec;
  /** gρ as masses: all that the problem (i) of A-2.4l knows of g. */
  readonly source: Vec;
  /** K, n × n. */
  readonly gram: Vec;
}

/**
 * A problem with its Gram matrix. Refused unless λ and all masses are positive, and there are as many of everything.
 *
 * ```ts
 * const problem = operators.regression({
 *   kernel: kernels.gaussian(1),
 *   dim: 1,
 *   points: Float64Array.of(0, 1, 2),
 *   rho: measures.equalWeights(3),
 *   lambda: 0.1,
 *   response: Float64Array.of(0, 1, 0),
 *   source: Float64Array.of(0, 1 / 3, 0),
 * });
 * ```
 */
export function regression(part: Omit<Regression, "gram">): Regression {
  const { kernel, points, dim, rho, lambda, response, source } = part;
  positive("lambda of a regression", lambda);
  rho.forEach(m => positive("a mass of a regression", m));
  for (const [name, values] of Object.entries({ response, source })) {
    if (values.length !== rho.length)
      refuse(`${name} has length ${values.length}, not that of the ${rho.length} masses of a regression`);
    values.forEach(v => finite(`the ${name} of a regression`, v));
  }
  if (points.length !== rho.length * dim)
    refuse(`points of length ${points.length} are not ${rho.length} points of R^${dim} for the masses of a regression`);
  return { ...part, gram: gram(kernel, points, points, dim) };
}

/** A point of ℋ by its coefficients a, and a point α of L²_ρ for the dual problem. */
export interface Fit {
  readonly coefficients: Vec;
  readonly dual: Vec;
}

/** f = K a */
export const valuesOf = (problem: Regression, { coefficients }: Fit): Vec => matvec(problem.gram, coefficients);

/** ‖f‖²_ℋ */
export const squaredNorm = (problem: Regression, fit: Fit): number => dot(fit.coefficients, valuesOf(problem, fit));

/** <f, h>_{L²_ρ} */
export const inRho = ({ rho }: Regression, f: Vec, h: Vec): number => dot(times(rho, f), h);

/**
 * ½‖f - g‖² + λ/2 ‖f‖²_ℋ
 *
 * ```ts
 * const problem = operators.regression({
 *   kernel: kernels.gaussian(1),
 *   dim: 1,
 *   points: Float64Array.of(0, 1, 2),
 *   rho: measures.equalWeights(3),
 *   lambda: 0.1,
 *   response: Float64Array.of(0, 1, 0),
 *   source: Float64Array.of(0, 1 / 3, 0),
 * });
 * const fit = operators.formulations.spectral(problem);
 * const value = fit && operators.primalValue(problem, fit);
 * ```
 */
export function primalValue(problem: Regression, fit: Fit): number {
  const f = valuesOf(problem, fit);
  const loss = f.reduce((s, v, i) => s + problem.rho[i] * square(v - problem.response[i]), 0);
  return 0.5 * loss + 0.5 * problem.lambda * squaredNorm(problem, fit);
}

/**
 * ½‖f‖² + λ/2 ‖f‖²_ℋ - ∫ f g dρ, which is the primal value less ½‖g‖².
 *
 * ```ts
 * const problem = operators.regression({
 *   kernel: kernels.gaussian(1),
 *   dim: 1,
 *   points: Float64Array.of(0, 1, 2),
 *   rho: measures.equalWeights(3),
 *   lambda: 0.1,
 *   response: Float64Array.of(0, 1, 0),
 *   source: Float64Array.of(0, 1 / 3, 0),
 * });
 * const fit = operators.formulations.spectral(problem);
 * const value = fit && operators.functionalValue(problem, fit);
 * ```
 */
export function functionalValue(problem: Regression, fit: Fit): number {
  const f = valuesOf(problem, fit);
  return 0.5 * inRho(problem, f, f) + 0.5 * problem.lambda * squaredNorm(problem, fit) - dot(f, problem.source);
}

/**
 * <α, g> - ½‖α‖² - <α, 𝒦_ρ α>/2λ
 *
 * ```ts
 * const problem = operators.regression({
 *   kernel: kernels.gaussian(1),
 *   dim: 1,
 *   points: Float64Array.of(0, 1, 2),
 *   rho: measures.equalWeights(3),
 *   lambda: 0.1,
 *   response: Float64Array.of(0, 1, 0),
 *   source: Float64Array.of(0, 1 / 3, 0),
 * });
 * const fit = operators.formulations.spectral(problem);
 * const value = fit && operators.dualValue(problem, fit);
 * ```
 */
export function dualValue(problem: Regression, { dual }: Fit): number {
  const masses = times(problem.rho, dual);
  return (
    dot(dual, problem.source) -
    0.5 * dot(masses, dual) -
    dot(masses, matvec(problem.gram, masses)) / (2 * problem.lambda)
  );
}

/** ‖f - g‖_{L²_ρ} */
export function bias(problem: Regression, fit: Fit): number {
  const error = valuesOf(problem, fit).map((v, i) => v - problem.response[i]);
  return Math.sqrt(inRho(problem, error, error));
}
