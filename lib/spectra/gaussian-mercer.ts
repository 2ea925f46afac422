import { pow } from "../numerics/functions.js";
import type { Vec } from "../types.js";

/**
 * The first eigenvalues λ_n = √(2a/A) (b/A)^n of 𝒦_ρ for k = exp(-|x-y|²/2ℓ²) under ρ = N(·, σ²) on the line (G-10):
 * a = 1/4σ², b = 1/2ℓ², c = √(a² + 2ab), A = a + b + c.
 */
export function gaussianMercer(bandwidth: number, variance: number, count: number): Vec {
  const a = 1 / (4 * variance), b = 1 / (2 * bandwidth * bandwidth), c = Math.sqrt(a * a + 2 * a * b), A = a + b + c;
  return Float64Array.from({ length: count }, (_, n) => Math.sqrt((2 * a) / A) * pow(b / A, n));
}

/** Σ λ_n² = (1 + 4σ²/ℓ²)^{-1/2}. */
export const gaussianSquareSum = (bandwidth: number, variance: number): number =>
  1 / Math.sqrt(1 + (4 * variance) / (bandwidth * bandwidth));
