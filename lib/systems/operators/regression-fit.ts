import { matvec, solveCholesky } from "../../compute/index.js";
import { mercer, type Mercer } from "./mercer.js";
import { hilbertConjugateGradients } from "../../numerics/hilbert-gradients.js";
import { add, axpy, dot, scale, subtract, times } from "../../arithmetic/vectors.js";
import { ridgeFactor } from "../geometries/smoothers/gram.js";
import type { Vec } from "../../arithmetic/vec.js";
import { inRho, type Fit, type Regression } from "./regression.js";

/** √ρ g in an orthonormal basis of ℝⁿ: the coefficients <g, e_n> in L²_ρ. */
const rootResponse = ({ rho, source }: Regression): Vec => source.map((s, i) => s / Math.sqrt(rho[i]));

/** The fit of coefficients a; g - K a is the best dual point for it. */
const withDual = (problem: Regression, coefficients: Vec): Fit => ({
  coefficients,
  dual: subtract(problem.response, matvec(problem.gram, coefficients)),
});

/** a = D^{1/2} (D^{1/2} K D^{1/2} + λ)^{-1} D^{1/2} g by a Cholesky factor. */
function primal(problem: Regression): Fit {
  const { kernel, points, dim, rho, lambda } = problem;
  const block = { dim, points, columns: 1, fixed: true };
  const z = solveCholesky(ridgeFactor(kernel, block, rho, lambda), rootResponse(problem));
  return withDual(problem, times(rho.map(Math.sqrt), z));
}

/** Eigenvalues of 𝒦_ρ, and <g, e_n>. */
export function coefficientsOf(problem: Regression): { readonly basis: Mercer; readonly coefficients: Vec } {
  const basis = mercer(problem.kernel, problem.points, problem.dim, problem.rho);
  const g = rootResponse(problem);
  return { basis, coefficients: Float64Array.from(basis.modes, e => dot(e, g)) };
}

/** √ρ a = Σ <g, e_n>/(λ_n + λ) √ρ e_n: the spectral filter, mode by mode. */
function spectral(problem: Regression): Fit {
  const { basis, coefficients } = coefficientsOf(problem);
  const zero: Vec = new Float64Array(problem.rho.length);
  const z = basis.modes.reduce((s, e, n) => axpy(coefficients[n] / (basis.values[n] + problem.lambda), e, s), zero);
  return withDual(problem, times(problem.rho.map(Math.sqrt), z));
}

/**
 * Conjugate gradients in ℋ for (i) of A-2.4l: the gradient of ½‖f‖² + λ/2 ‖f‖²_ℋ - ∫ f g dρ at K a has the coefficients
 * ρKa + λa - gρ.
 */
function functional(problem: Regression): Fit | undefined {
  const { gram, rho, lambda, source } = problem;
  const inner = (a: Vec, b: Vec): number => dot(a, matvec(gram, b));
  const a = hilbertConjugateGradients(inner, b => add(times(rho, matvec(gram, b)), scale(lambda, b)), source);
  return a && withDual(problem, a);
}

/** Conjugate gradients in L²_ρ for the dual (iii): (1 + 𝒦_ρ/λ) α = g, and f = 𝒦_ρ α/λ. */
function dual(problem: Regression): Fit | undefined {
  const { gram, rho, lambda, response } = problem;
  const alpha = hilbertConjugateGradients(
    (x, y) => inRho(problem, x, y),
    x => axpy(1 / lambda, matvec(gram, times(rho, x)), x),
    response,
  );
  return alpha && { coefficients: scale(1 / lambda, times(rho, alpha)), dual: alpha };
}

/** Four ways to one regression, computed by different algorithms. */
export type Formulation = "primal" | "spectral" | "functional" | "dual";

/**
 * Ways to the same f̂ that share no algorithm; undefined where conjugate gradients do not reach rounding.
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
 * const fit = operators.formulations.primal(problem);
 * ```
 */
export const FORMULATIONS: { readonly [F in Formulation]: (problem: Regression) => Fit | undefined } = {
  primal,
  spectral,
  functional,
  dual,
};
