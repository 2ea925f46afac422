import type { Vec } from "../../arithmetic/vec.js";
import { exp, pow, square } from "../../arithmetic/functions.js";
import { fill, scale, sum, tabulate } from "../../arithmetic/vectors.js";

/** Points z_i (p × d) and weights with Σ w f(z) = E f(Z), Z ~ N(0, I). */
export interface Cubature {
  readonly points: Vec;
  readonly weights: Vec;
}

/** 2d points ±√d e_i: exact up to degree 3, so for L² products of affine fields. */
export const sigmaPoints = (d: number): Cubature => ({
  points: tabulate(2 * d * d, k => {
    const i = Math.floor(k / d);
    return k % d === i % d ? (i < d ? 1 : -1) * Math.sqrt(d) : 0;
  }),
  weights: fill(2 * d, 1 / (2 * d)),
});

/** He_n/√n! and its derivative at x by the stable three-term recurrence. */
function hermite(n: number, x: number): { value: number; slope: number } {
  let before = 0;
  let value = 1;
  for (let k = 0; k < n; k++) [before, value] = [value, (x * value - Math.sqrt(k) * before) / Math.sqrt(k + 1)];
  return { value, slope: Math.sqrt(n) * before };
}

/** A zero between two points where the values differ in sign: bisection, then Newton to the last bits. */
function zeroBetween(n: number, low: number, high: number): number {
  const rising = hermite(n, high).value > 0;
  let a = low;
  let b = high;
  for (let k = 0; k < 20; k++) {
    const middle = (a + b) / 2;
    if (hermite(n, middle).value > 0 === rising) b = middle;
    else a = middle;
  }
  let x = (a + b) / 2;
  for (let k = 0; k < 6; k++) x -= hermite(n, x).value / hermite(n, x).slope;
  return x;
}

/** Zeros of He_n: those of He_{n-1} separate them, and all lie within 2√n. */
function hermiteZeros(n: number): number[] {
  if (n === 0) return [];
  const bounds = [-2 * Math.sqrt(n), ...hermiteZeros(n - 1), 2 * Math.sqrt(n)];
  return bounds.slice(1).map((b, i) => (n % 2 === 1 && i === (n - 1) / 2 ? 0 : zeroBetween(n, bounds[i], b)));
}

/** n Gauss-Hermite points on the line, exact up to degree 2n - 1; w_i = 1/(n h_{n-1}(x_i)²) with orthonormal h. */
export function hermiteRule(n: number): Cubature {
  const zeros = hermiteZeros(n);
  return { points: Float64Array.from(zeros), weights: Float64Array.from(zeros, x => 1 / square(hermite(n, x).slope)) };
}

/**
 * The trapezoidal rule with step h out to where the normal density is below rounding: for f analytic within distance ρ
 * of the line the error is of order exp(-2πρ/h), where Gauss-Hermite points, π/√n apart, miss a log of a mixture.
 */
export function trapezoidRule(h: number): Cubature {
  const half = Math.ceil(8.5 / h);
  const points = tabulate(2 * half + 1, k => (k - half) * h);
  const heights = points.map(z => exp(-square(z) / 2));
  return { points, weights: scale(1 / sum(heights), heights) };
}

/** The product rule with n^d Gauss-Hermite points. */
export function hermitePoints(d: number, n: number): Cubature {
  const { points, weights } = hermiteRule(n);
  const count = pow(n, d);
  const digit = (k: number, c: number): number => Math.floor(k / pow(n, c)) % n;
  return {
    points: tabulate(count * d, k => points[digit(Math.floor(k / d), k % d)]),
    weights: tabulate(count, k =>
      Array.from({ length: d }, (_c, c) => weights[digit(k, c)]).reduce((a, b) => a * b, 1),
    ),
  };
}
