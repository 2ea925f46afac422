import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "./energy.js";
import type { Potential } from "../measures/cloud.js";
import { cholesky, matmul, STATE_COVARIANCE } from "../../compute/index.js";
import { matrix, transpose } from "../../numerics/matrices.js";
import { inverseSpd, logDet } from "../../numerics/spd.js";
import { axpy, concat, dot, row, scale, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { type Cubature, hermitePoints, trapezoidRule } from "../spaces/cubature.js";
import { potentialGradients, potentialValues } from "./potential-values.js";

/** On the line trapezoids of step 1/20, else 24² and 12³ Gauss-Hermite points, exact to degree 47 and 23. */
const RULES: readonly ((d: number) => Cubature)[] = [
  () => hermitePoints(0, 1),
  () => trapezoidRule(1 / 20),
  d => hermitePoints(d, 24),
  d => hermitePoints(d, 12),
];
const LOG_2PI = 1.8378770664093454;

/** m + L ζ_i */
function spread(u: Vec, l: Vec, { points, weights }: Cubature, d: number): Vec {
  const out = zeros(points.length);
  for (let i = 0; i < weights.length; i++)
    for (let a = 0; a < d; a++) {
      out[i * d + a] = u[a];
      for (let b = 0; b <= a; b++) out[i * d + a] += l[a * d + b] * points[i * d + b];
    }
  return out;
}

/** L^{-1} of a lower triangular matrix. */
function inverseTriangle(l: Vec, d: number): Vec {
  const out = zeros(d * d);
  for (let j = 0; j < d; j++)
    for (let i = j; i < d; i++) {
      let s = i === j ? 1 : 0;
      for (let k = j; k < i; k++) s -= l[i * d + k] * out[k * d + j];
      out[i * d + j] = s / l[i * d + i];
    }
  return out;
}

/**
 * 2 ∂/∂Σ of Σ w V(m + Lζ), Σ = LLᵀ, exactly for the quadrature: with H = Lᵀ Σ w ∇V ζᵀ and P the symmetric part of its
 * lower triangle with halved diagonal, 2 L^{-T} P L^{-1}.
 */
function covarianceSlope(l: Vec, gradients: Vec, { points, weights }: Cubature, d: number): Vec {
  const moment = zeros(d * d);
  for (let i = 0; i < weights.length; i++)
    for (let k = 0; k < d * d; k++)
      moment[k] += weights[i] * gradients[i * d + Math.floor(k / d)] * points[i * d + (k % d)];
  const h = matmul(transpose(l, d), moment, d);
  const lower = matrix(d, d, (i, j) => (j <= i ? h[i * d + j] : 0));
  const p = matrix(d, d, (i, j) => 0.5 * (i === j ? lower[i * d + i] : lower[i * d + j] + lower[j * d + i]));
  const inverse = inverseTriangle(l, d);
  return scale(2, matmul(transpose(inverse, d), matmul(p, inverse, d), d));
}

/** Σ_i w_i ∇V(x_i) */
const meanGradient = (gradients: Vec, { weights }: Cubature, d: number): Vec =>
  weights.reduce<Vec>((s, w, i) => axpy(w, row(gradients, i, d), s), zeros(d));

/**
 * ∫ V du + τ ∫ u(log u - 1) on u = N(m, Σ), with DF = [E ∇V | 2 ∂F/∂Σ]; the potential by quadrature, d ≤ 3.
 */
export function gaussianFreeEnergy(d: number, V: Potential, tau: number): Pick<Energy, "value" | "differential"> {
  const ruleOf = RULES.at(d);
  if (ruleOf === undefined)
    return refuse(`∫ V du on Gaussians in R^${d} needs a quadrature: take d ≤ 3, a Gaussian target, or particles`);
  const rule = ruleOf(d);
  const sigma = (u: Vec): Vec => u.subarray(d);
  const points = (u: Vec, l: Vec): Vec => spread(u, l, rule, d);
  const minusEntropy = (u: Vec): number =>
    tau === 0 ? 0 : -tau * (0.5 * (logDet(sigma(u), d, STATE_COVARIANCE) + d * (1 + LOG_2PI)) + 1);
  return {
    value: u =>
      dot(rule.weights, potentialValues(V, points(u, cholesky(sigma(u), d, STATE_COVARIANCE)), d)) + minusEntropy(u),
    differential: u => {
      const l = cholesky(sigma(u), d, STATE_COVARIANCE);
      const gradients = potentialGradients(V, points(u, l), d);
      const c = covarianceSlope(l, gradients, rule, d);
      return {
        value: concat(
          meanGradient(gradients, rule, d),
          tau === 0 ? c : axpy(-tau, inverseSpd(sigma(u), d, STATE_COVARIANCE), c),
        ),
        temperature: 0,
      };
    },
  };
}
