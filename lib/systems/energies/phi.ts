import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "./energy.js";
import { expm1, log, log1p, pow } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { finite } from "../../arithmetic/range.js";

/** (e^{ax} - 1)/a, continuous in a. */
const boxCox = (a: number, x: number): number => (a === 0 ? x : expm1(a * x) / a);

/** Σ_{k≥2} c_k r^k with c_2 = ½, c_{k+1} = c_k (p-k)/(k+1): no singularity in p, finite for p = 2, 3, … */
function series(p: number, r: number): number {
  let term = 0.5 * r * r;
  let total = term;
  for (let k = 2; k < 200 && Math.abs(term) > 1e-17 * total; k++) {
    term *= ((p - k) / (k + 1)) * r;
    total += term;
  }
  return total;
}

const isPolynomial = (p: number): boolean => Number.isInteger(p) && p >= 2 && p <= 16;

/** φ_p(s) with r = s - 1 given apart, so that nothing cancels near s = 1, p = 0 or p = 1. */
function phiOf(p: number, s: number, r: number): number {
  if (s === 0) return p > 0 ? 1 / p : Infinity;
  if (Math.abs(r) < 0.1 || isPolynomial(p)) return series(p, r);
  if (s < 0) return Infinity;
  return p > 0.5 ? (s * boxCox(p - 1, log(s)) - r) / p : (boxCox(p, log(s)) - r) / (p - 1);
}

function phiPrimeOf(p: number, s: number, r: number): number {
  if (p === 2) return r;
  if (s < 0) return (pow(s, p - 1) - 1) / (p - 1);
  return boxCox(p - 1, Math.abs(r) < 0.5 ? log1p(r) : log(s));
}

/**
 * φ_p(s) = (s^p - p(s-1) - 1)/(p(p-1)), φ_1 = s log s - s + 1, φ_0 = s - 1 - log s; φ_p(0) = 1/p for p > 0; polynomials
 * for p = 2, 3, …, else +∞ below 0.
 */
export const phi = (p: number, s: number): number => phiOf(p, s, s - 1);

/** φ_p'(s) = (s^{p-1} - 1)/(p-1), φ_1' = log s. */
export const phiPrime = (p: number, s: number): number => phiPrimeOf(p, s, s - 1);

const NAMES: Readonly<Record<number, string>> = { 0: "inclusive-kl", 1: "kl", 2: "half-chi2" };

/** F(μ) = Σ π_i φ_p(μ_i/π_i) on the masses of a graph; DF = φ_p'(μ/π). Refused unless π > 0 everywhere. */
export function phiDivergenceTo(p: number, target: Vec): Energy {
  finite("p of a φ_p divergence", p);
  const empty = target.findIndex(m => !(m > 0));
  if (empty >= 0)
    refuse(
      `the target has mass ${target[empty]} at node ${empty}, but μ/π needs π > 0: take a smaller grid or wider target`,
    );
  const at = (f: typeof phiOf, m: number, i: number): number => f(p, m / target[i], (m - target[i]) / target[i]);
  return {
    name: NAMES[p] ?? `phi(${p})`,
    form: { type: "phi", p, target },
    value: u => u.reduce((s, m, i) => s + target[i] * at(phiOf, m, i), 0),
    differential: u => ({ value: u.map((m, i) => at(phiPrimeOf, m, i)), temperature: 0 }),
  };
}

/** KL(μ|π) = Σ μ log(μ/π) - μ + π, exclusive. */
export const klTo = (target: Vec): Energy => phiDivergenceTo(1, target);
/** KL(π|μ), inclusive; DF = 1 - π/μ. */
export const inclusiveKlTo = (target: Vec): Energy => phiDivergenceTo(0, target);
/** ½ Σ (μ/π - 1)² π */
export const halfChi2To = (target: Vec): Energy => phiDivergenceTo(2, target);
