import { phiPrime } from "../../../systems/energies/phi.js";
import { risingRoot } from "../../../numerics/root.js";
import { exp, log } from "../../../arithmetic/functions.js";

/**
 * B-7, pointwise in w = √(μ/π): w(φ_p'(w²) - c) + (2/τ)(w - w_k) = 0; c is the multiplier of the mass (0 on M⁺).
 * Returns Infinity where c is so large that there is no root.
 */
export function hellingerStep(p: number, tau: number, wk: number, c = 0): number {
  if (p === 1) return kullback(tau, wk, c);
  if (p === 0.5) {
    const a = 1 + 1 / tau - c / 2;
    return a > 0 ? (1 + wk / tau) / a : Infinity;
  }
  if (p === 0) {
    const a = 1 - c + 2 / tau;
    const b = wk / tau;
    return a > 0 ? (b + Math.sqrt(b * b + a)) / a : Infinity;
  }
  if (p < 1 && 2 / tau + 1 / (1 - p) - c <= 0) return Infinity;
  return risingRoot(w => w * (phiPrime(p, w * w) - c) + (2 / tau) * (w - wk), wk + 1);
}

/** p = 1: y + log y = log w_k + 1/τ - log τ - c/2, w = exp(y - 1/τ + c/2), Newton on the concave left side. */
function kullback(tau: number, wk: number, c: number): number {
  if (wk === 0) return exp(c / 2 - 1 / tau);
  const a = log(wk) + 1 / tau - log(tau) - c / 2;
  let y = a > 1 ? a - log(a) : exp(a - exp(Math.min(a, 0)));
  for (let k = 0; k < 60; k++) y = Math.max(y / 10, y - (y + log(y) - a) / (1 + 1 / y));
  return exp(y - 1 / tau + c / 2);
}
