import { expm1 } from "../../arithmetic/functions.js";

/** τ B(δ/τ) with the Bernoulli function B(z) = z/(e^z - 1); the upwind max(-δ, 0) for τ = 0. */
export function bernoulli(delta: number, temperature: number): number {
  if (temperature === 0) return Math.max(-delta, 0);
  return delta === 0 ? temperature : delta / expm1(delta / temperature);
}
