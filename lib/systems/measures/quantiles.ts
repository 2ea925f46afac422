import { bisect } from "../../numerics/root.js";
import type { Vec } from "../../arithmetic/vec.js";

/** F^{-1}(s) for 0 < s < 1: the bracket is doubled until it contains the quantile, then bisected to the last bit. */
export function quantile(cdf: (x: number) => number, s: number): number {
  let low = -1;
  let high = 1;
  while (cdf(low) >= s && low > -1e300) low *= 2;
  while (cdf(high) < s && high < 1e300) high *= 2;
  return bisect(x => cdf(x) - s, low, high);
}

/**
 * The quantile nodes F^{-1}((i - ½)/n), i = 1 … n: n equal masses that are optimal for W₁ among the laws of n atoms.
 */
export const quantileNodes = (cdf: (x: number) => number, n: number): Vec =>
  Float64Array.from({ length: n }, (_, i) => quantile(cdf, (i + 0.5) / n));
