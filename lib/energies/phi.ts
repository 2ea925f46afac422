import type { Energy, Vec } from "../types.js";
import { log, pow } from "../numerics/functions.js";

/** φ_p(s) = (s^p - p(s-1) - 1)/(p(p-1)), φ_1 = s log s - s + 1, φ_0 = s - 1 - log s. */
export function phi(p: number, s: number): number {
  if (p === 1) return s === 0 ? 1 : s * log(s) - s + 1;
  if (p === 0) return s - 1 - log(s);
  return (pow(s, p) - p * (s - 1) - 1) / (p * (p - 1));
}

/** φ_p'(s) = (s^{p-1} - 1)/(p-1), φ_1' = log s. */
export const phiPrime = (p: number, s: number): number => (p === 1 ? log(s) : (pow(s, p - 1) - 1) / (p - 1));

/** F(μ) = Σ π_i φ_p(μ_i/π_i) on masses; DF = φ_p'(μ/π). */
export function phiDivergence(p: number, target: Vec): Energy {
  return {
    name: `phi(${p})`,
    form: { type: "phi", p, target },
    value: u => u.reduce((s, m, i) => s + target[i] * phi(p, m / target[i]), 0),
    differential: u => ({ value: u.map((m, i) => phiPrime(p, m / target[i])), temperature: 0 }),
  };
}
