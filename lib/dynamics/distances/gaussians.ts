import type { Vec } from "../../arithmetic/vec.js";
import { foldedMean } from "../../systems/energies/exact-embedding.js";
import { squareRoot } from "../../numerics/dense.js";
import { asinh, expm1, square } from "../../arithmetic/functions.js";
import { matmul, matvec } from "../../compute/index.js";
import { trace } from "../../numerics/matrices.js";
import { inverseSpd, logDet } from "../../numerics/spd.js";
import { add, dot, scale, subtract } from "../../arithmetic/vectors.js";

/** Mean and covariance of a state [m | Σ]. */
const split = (u: Vec, d: number): readonly [Vec, Vec] => [u.subarray(0, d), u.subarray(d)];

/** W_2² = |m_0 - m_1|² + tr(S_0 + S_1 - 2(S_0^{1/2} S_1 S_0^{1/2})^{1/2}). G-1. */
export function bures2(u: Vec, v: Vec, d: number): number {
  const [m0, s0] = split(u, d);
  const [m1, s1] = split(v, d);
  const delta = subtract(m0, m1);
  const root = squareRoot(s0, d);
  if (d === 1) return square(delta[0]) + square(Math.sqrt(s0[0]) - Math.sqrt(s1[0]));
  return (
    dot(delta, delta) + trace(s0, d) + trace(s1, d) - 2 * trace(squareRoot(matmul(matmul(root, s1, d), root, d), d), d)
  );
}

/** W_1 = E|δ + σZ| with δ = m_0 - m_1, σ = s_0 - s_1 on the line. */
export const gaussianOrder1 = (u: Vec, v: Vec): number =>
  foldedMean(u[0] - v[0], Math.abs(Math.sqrt(u[1]) - Math.sqrt(v[1])));

/**
 * 1 - ∫ √(μν) with ∫ √(μν) = det S_0^{1/4} det S_1^{1/4} / det(S̄)^{1/2} · exp(-⅛ δᵀ S̄^{-1} δ), S̄ = (S_0 + S_1)/2;
 * never below 0 by rounding. G-2.
 */
export function affinityDefect(u: Vec, v: Vec, d: number): number {
  const [m0, s0] = split(u, d);
  const [m1, s1] = split(v, d);
  const delta = subtract(m0, m1);
  const mean = scale(0.5, add(s0, s1));
  const exponent =
    0.25 * (logDet(s0, d) + logDet(s1, d)) -
    0.5 * logDet(mean, d) -
    0.125 * dot(delta, matvec(inverseSpd(mean, d), delta));
  return Math.max(0, -expm1(exponent));
}

/** √2 arcosh(1 + δ) = 2√2 arsinh √(δ/2), δ = (½(m_0 - m_1)² + (s_0 - s_1)²)/(2 s_0 s_1), on the line. G-3. */
export function fisherRao(u: Vec, v: Vec): number {
  const [s, r] = [Math.sqrt(u[1]), Math.sqrt(v[1])];
  return 2 * Math.SQRT2 * asinh(Math.sqrt((0.5 * square(u[0] - v[0]) + square(s - r)) / (4 * s * r)));
}
