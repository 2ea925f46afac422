import type { Vec } from "../types.js";
import { pow } from "../numerics/functions.js";

/** Points z_i (p × d) and weights with Σ w f(z) = E f(Z), Z ~ N(0, I). */
export interface Cubature {
  readonly points: Vec;
  readonly weights: Vec;
}

/** 2d points ±√d e_i: exact up to degree 3, so for L² products of affine fields. */
export function sigmaPoints(d: number): Cubature {
  const points = Float64Array.from({ length: 2 * d * d }, (_, k) => {
    const i = Math.floor(k / d),
      c = k % d;
    return c === i % d ? (i < d ? 1 : -1) * Math.sqrt(d) : 0;
  });
  return { points, weights: new Float64Array(2 * d).fill(1 / (2 * d)) };
}

/** 3^d Gauss-Hermite points 0, ±√3: exact up to degree 5, so for L² products of quadratics. */
export function hermitePoints(d: number): Cubature {
  const nodes = [-Math.sqrt(3), 0, Math.sqrt(3)],
    masses = [1 / 6, 2 / 3, 1 / 6],
    p = pow(3, d);
  const digit = (k: number, c: number): number => Math.floor(k / pow(3, c)) % 3;
  return {
    points: Float64Array.from({ length: p * d }, (_, k) => nodes[digit(Math.floor(k / d), k % d)]),
    weights: Float64Array.from({ length: p }, (_, k) =>
      Array.from({ length: d }, (_c, c) => masses[digit(k, c)]).reduce((a, b) => a * b, 1),
    ),
  };
}
