import { expm1, log } from "./functions.js";

/** (e^{qx} - 1)/q, and x at q = 0: keeps its digits for every q. */
const growth = (q: number, x: number): number => (q === 0 ? x : expm1(q * x) / q);

/** φ_p(s) = Σ_{k≥2} x^k/k! (1 + p + … + p^{k-2}) with x = log s: the divided difference of e^{·x} at 0, 1, p. */
function series(p: number, x: number): number {
  let power = x;
  let powers = 0;
  let total = 0;
  for (let k = 2; k <= 24; k++) {
    power *= x / k;
    powers = powers * p + 1;
    total += power * powers;
  }
  return total;
}

/**
 * φ_p(s) = (s^p - p(s-1) - 1)/(p(p-1)), φ_1 = s log s - s + 1, φ_0 = s - 1 - log s, for s ≥ 0 and any p, to a few roundings also
 * near s = 1 and p = 0, 1. φ_p(0) = 1/p for p > 0 and +∞ otherwise.
 */
export function phi(p: number, s: number): number {
  if (s === 0) return p > 0 ? 1 / p : Infinity;
  const x = log(s);
  if (Math.abs(x) <= 1 && Math.abs(p * x) <= 1) return series(p, x);
  return p >= 0.5 ? (s * growth(p - 1, x) - expm1(x)) / p : (growth(p, x) - expm1(x)) / (p - 1);
}

/** φ_p'(s) = (s^{p-1} - 1)/(p-1), φ_1' = log s. */
export const phiPrime = (p: number, s: number): number => growth(p - 1, log(s));
