import type { Vec } from "../../arithmetic/vec.js";
import { foldedMean } from "../../systems/energies/exact-embedding.js";
import { squareRoot, symmetricEigen, symmetricFunction } from "../../numerics/dense.js";
import { asinh, expm1, log1p, rootDifference, square } from "../../arithmetic/functions.js";
import { COVARIANCE, matmul, matvec } from "../../compute/index.js";
import { symmetricPart, trace, transpose } from "../../numerics/matrices.js";
import { inverseSpd, logDet } from "../../numerics/spd.js";
import { add, dot, maxAbs, scale, subtract, sum } from "../../arithmetic/vectors.js";

/** Mean and covariance of a state [m | Σ]. */
const split = (u: Vec, d: number): readonly [Vec, Vec] => [u.subarray(0, d), u.subarray(d)];

/** Relative size of S_1 - S_0 up to which W_2² is computed from that difference. */
const NEAR = 1e-4;
/** Iterations that gain a factor of 1e-4 each. */
const ITERATIONS = 6;

/**
 * tr(S_0 + S_1 - 2R), R = (S_0^{1/2} S_1 S_0^{1/2})^{1/2}, for near covariances: with R = S_0 + E it is
 * tr(S_0^{-1/2} E² S_0^{-1/2}), and S_0 E + E S_0 + E² = S_0^{1/2} (S_1 - S_0) S_0^{1/2} is solved by iteration in the
 * eigenbasis of S_0. Undefined where S_1 is not near to S_0 in
 * the units of S_0.
 */
function nearBures2(s0: Vec, s1: Vec, d: number): number | undefined {
  const { values, vectors } = symmetricEigen(s0, d);
  const change = matmul(matmul(transpose(vectors, d), subtract(s1, s0), d), vectors, d);
  if (maxAbs(change) === 0) return 0;
  const [row, column] = [(k: number): number => values[Math.floor(k / d)], (k: number): number => values[k % d]];
  const relative = change.map((c, k) => c / Math.sqrt(row(k) * column(k)));
  if (!(maxAbs(relative) * d < NEAR)) return undefined;
  const right = relative.map((c, k) => c * row(k) * column(k));
  const divided = (c: number, k: number): number => c / (row(k) + column(k));
  let e = right.map(divided);
  for (let k = 0; k < ITERATIONS; k++) e = subtract(right, matmul(e, e, d)).map(divided);
  return sum(e.map((v, k) => square(v) / row(k)));
}

/** W_2² = |m_0 - m_1|² + tr(S_0 + S_1 - 2(S_0^{1/2} S_1 S_0^{1/2})^{1/2}), and the size of its terms. G-1. */
export function bures2(u: Vec, v: Vec, d: number): { readonly squared: number; readonly terms: number } {
  const [m0, s0] = split(u, d);
  const [m1, s1] = split(v, d);
  const delta = subtract(m0, m1);
  const moved = dot(delta, delta);
  if (d === 1) return { squared: moved + square(rootDifference(s0[0], s1[0])), terms: 0 };
  const near = nearBures2(s0, s1, d);
  if (near !== undefined) return { squared: moved + near, terms: 0 };
  const root = squareRoot(s0, d);
  const middle = matmul(matmul(root, s1, d), root, d);
  return {
    squared: moved + trace(s0, d) + trace(s1, d) - 2 * trace(squareRoot(middle, d), d),
    terms: trace(s0, d) + trace(s1, d),
  };
}

/** W_1 = E|δ + σZ| with δ = m_0 - m_1, σ = s_0 - s_1 on the line. */
export const gaussianOrder1 = (u: Vec, v: Vec): number => foldedMean(u[0] - v[0], Math.abs(rootDifference(u[1], v[1])));

/**
 * ¼ log(det S_0 det S_1) - ½ log det S̄; of near covariances ¼ Σ log(1 - λ²), λ of S̄^{-1/2} ½(S_0 - S_1) S̄^{-1/2}.
 */
function logShape(s0: Vec, s1: Vec, mean: Vec, d: number): number {
  const direct = 0.25 * (logDet(s0, d, COVARIANCE) + logDet(s1, d, COVARIANCE)) - 0.5 * logDet(mean, d, COVARIANCE);
  if (direct < -1e-10) return direct;
  const root = symmetricFunction(mean, d, value => 1 / Math.sqrt(value));
  const half = matmul(matmul(root, scale(0.5, subtract(s0, s1)), d), root, d);
  const { values } = symmetricEigen(symmetricPart(half, d), d);
  return 0.25 * sum(values.map(value => log1p(-square(value))));
}

/**
 * 1 - ∫ √(μν) with ∫ √(μν) = det S_0^{1/4} det S_1^{1/4} / det(S̄)^{1/2} · exp(-⅛ δᵀ S̄^{-1} δ), S̄ = (S_0 + S_1)/2;
 * never below 0 by rounding. G-2.
 */
export function affinityDefect(u: Vec, v: Vec, d: number): number {
  const [m0, s0] = split(u, d);
  const [m1, s1] = split(v, d);
  const delta = subtract(m0, m1);
  const mean = scale(0.5, add(s0, s1));
  const exponent = logShape(s0, s1, mean, d) - 0.125 * dot(delta, matvec(inverseSpd(mean, d, COVARIANCE), delta));
  return Math.max(0, -expm1(exponent));
}

/** √2 arcosh(1 + δ) = 2√2 arsinh √(δ/2), δ = (½(m_0 - m_1)² + (s_0 - s_1)²)/(2 s_0 s_1), on the line. G-3. */
export function fisherRao(u: Vec, v: Vec): number {
  const [s, r] = [Math.sqrt(u[1]), Math.sqrt(v[1])];
  return (
    2 * Math.SQRT2 * asinh(Math.sqrt((0.5 * square(u[0] - v[0]) + square(rootDifference(u[1], v[1]))) / (4 * s * r)))
  );
}
