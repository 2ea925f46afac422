import { exp, pow, square } from "../../arithmetic/functions.js";
import { finite, moderate, positive, whole } from "../../arithmetic/range.js";
import type { Vec } from "../../arithmetic/vec.js";

/** a = 1/4σ², b = 1/2ℓ², c = √(a² + 2ab), A = a + b + c. G-10. */
function constants(
  bandwidth: number,
  variance: number,
): { readonly a: number; readonly b: number; readonly c: number; readonly A: number } {
  moderate("the bandwidth of a Gaussian kernel", bandwidth);
  positive("the variance of a normal law", variance);
  const a = 1 / (4 * variance);
  const b = 1 / (2 * bandwidth * bandwidth);
  const c = Math.sqrt(a * a + 2 * a * b);
  return { a, b, c, A: a + b + c };
}

/**
 * The first eigenvalues λ_n = √(2a/A) (b/A)^n of 𝒦_ρ for k = exp(-|x-y|²/2ℓ²) under ρ = N(·, σ²) on the line (G-10).
 *
 * ```ts
 * const eigenvalues = operators.gaussianMercer(0.5, 1, 10);
 * ```
 */
export function gaussianMercer(bandwidth: number, variance: number, count: number): Vec {
  const { a, b, A } = constants(bandwidth, variance);
  whole("the number of eigenvalues", count, 1);
  return Float64Array.from({ length: count }, (_, n) => Math.sqrt((2 * a) / A) * pow(b / A, n));
}

/** Σ λ_n² = (1 + 4σ²/ℓ²)^{-1/2}. */
export const gaussianSquareSum = (bandwidth: number, variance: number): number =>
  1 / Math.sqrt(1 + (4 * variance) / (bandwidth * bandwidth));

/**
 * The first eigenfunctions at points x of the line, for ρ = N(m, σ²): e_n = (c/a)^{1/4} (2ⁿ n!)^{-1/2} e^{-(c-a)(x-m)²}
 * H_n(√(2c)(x-m)), orthonormal in L²_ρ, by the stable recurrence of the normalised Hermite functions.
 *
 * ```ts
 * const [first] = operators.gaussianMercerFunctions(0.5, 0, 1, Float64Array.of(-1, 0, 1), 3);
 * ```
 */
export function gaussianMercerFunctions(
  bandwidth: number,
  mean: number,
  variance: number,
  x: Vec,
  count: number,
): readonly Vec[] {
  const { a, c } = constants(bandwidth, variance);
  finite("the mean of a normal law", mean);
  whole("the number of eigenfunctions", count, 1);
  const front = Math.sqrt(Math.sqrt(c / a));
  const out: Vec[] = [];
  for (let n = 0; n < count; n++) {
    const [last, before] = [out[n - 1], out[n - 2]];
    const next = (y: number, i: number): number =>
      Math.sqrt(2 / n) * y * last[i] - (n > 1 ? Math.sqrt((n - 1) / n) * before[i] : 0);
    out.push(
      x.map((v, i) => (n === 0 ? front * exp(-(c - a) * square(v - mean)) : next(Math.sqrt(2 * c) * (v - mean), i))),
    );
  }
  return out;
}
