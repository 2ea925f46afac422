import { whole } from "../../arithmetic/range.js";
import { log, pow, square } from "../../arithmetic/functions.js";
import { cholesky, COVARIANCE, matmul, matvec, STATE_COVARIANCE } from "../../compute/index.js";
import { identity, trace, transpose } from "../../numerics/matrices.js";
import { inverseSpd, logDet } from "../../numerics/spd.js";
import { dot, subtract, sum } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Recorder, series } from "./recorder.js";

/**
 * max - min of log(u/π) over the nodes where π > 0.
 *
 * ```ts
 * const record = [recorders.oscillation(measures.equalWeights(100))];
 * ```
 */
export const oscillation = (target: Vec): Recorder =>
  series(
    "oscillation",
    (_system, { u }) => {
      let low = Infinity;
      let high = -Infinity;
      for (let i = 0; i < target.length; i++) {
        if (!(target[i] > 0)) continue;
        const ratio = log(u[i] / target[i]);
        low = Math.min(low, ratio);
        high = Math.max(high, ratio);
      }
      return high - low;
    },
    "extended",
  );

const orderOf = (order: number): number => whole("the order of a cumulant", order, 1, 6);

/** κ_n from the mean and the central moments m_2 … m_6. */
const CUMULANTS: readonly ((mean: number, m: readonly number[]) => number)[] = [
  () => 0,
  mean => mean,
  (_mean, m) => m[2],
  (_mean, m) => m[3],
  (_mean, m) => m[4] - 3 * square(m[2]),
  (_mean, m) => m[5] - 10 * m[3] * m[2],
  (_mean, m) => m[6] - 15 * m[4] * m[2] - 10 * square(m[3]) + 30 * m[2] * m[2] * m[2],
];

/**
 * κ_n of log(u/π) under π on nodes, n ≤ 6.
 *
 * ```ts
 * const record = [recorders.nodeCumulant(2, measures.equalWeights(100))];
 * ```
 */
export const nodeCumulant = (order: number, target: Vec): Recorder => {
  orderOf(order);
  return series(
    "cumulant",
    (_system, { u }) => {
      const total = sum(target);
      const f = u.map((m, i) => (target[i] > 0 ? log(m / target[i]) : 0));
      const mean = dot(target, f) / total;
      const moments = [0, 1, 2, 3, 4, 5, 6].map(
        p =>
          dot(
            target,
            f.map(v => pow(v - mean, p)),
          ) / total,
      );
      return CUMULANTS[order](mean, moments);
    },
    "extended",
  );
};

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

/**
 * κ_n of log(u/π) under π for u = N(m, Σ), π = N(b, LLᵀ): with z standard normal and x = b + Lz the logarithm is ½zᵀBz
 * + c·z + const,
 * B = I - LᵀΣ⁻¹L and c = LᵀΣ⁻¹(m-b), so κ_n = ½(n-1)! tr Bⁿ + ½ n! cᵀB^{n-2}c for n ≥ 2.
 *
 * ```ts
 * const record = [recorders.gaussianCumulant(2, Float64Array.of(0, 1), 1)];
 * ```
 */
export const gaussianCumulant = (order: number, target: Vec, d: number): Recorder => {
  orderOf(order);
  return series("cumulant", (_system, { u }) => {
    const { matrix, linear, constant } = quadraticForm(u, target, d);
    if (order === 1) return 0.5 * trace(matrix, d) + constant;
    const powers = [linear];
    for (let k = 0; k < order - 2; k++) powers.push(matvec(matrix, powers[k]));
    const power = Array.from({ length: order - 1 }).reduce<Vec>(p => matmul(p, matrix, d), matrix);
    return 0.5 * factorial(order - 1) * trace(power, d) + 0.5 * factorial(order) * dot(linear, powers[order - 2]);
  });
};

/** B, c and the constant of the logarithm. */
function quadraticForm(u: Vec, target: Vec, d: number): { matrix: Vec; linear: Vec; constant: number } {
  const factor = cholesky(target.slice(d), d, COVARIANCE);
  const precision = inverseSpd(u.slice(d), d, STATE_COVARIANCE);
  const delta = subtract(u.slice(0, d), target.slice(0, d));
  const adjoint = transpose(factor, d);
  const middle = matmul(adjoint, matmul(precision, factor, d), d);
  return {
    matrix: subtract(identity(d), middle),
    linear: matvec(adjoint, matvec(precision, delta)),
    constant:
      0.5 *
      (logDet(target.slice(d), d, COVARIANCE) -
        logDet(u.slice(d), d, STATE_COVARIANCE) -
        dot(delta, matvec(precision, delta))),
  };
}
