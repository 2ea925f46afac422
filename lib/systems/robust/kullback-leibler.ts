import { exp, log } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, scale, sum } from "../../arithmetic/vectors.js";
import { risingRoot } from "../../numerics/root.js";
import { onMaximisers, requireBallAroundLaw, unconstrained, type WorstCase } from "./worst-case.js";

/**
 * sup ∫ ℓ dμ over KL(μ|P) ≤ r, which is inf_λ>0 λr + λ log ∫ e^{ℓ/λ} dP: the worst case P e^{ℓ/λ}/Z is the point at
 * time 1/λ of the Fisher–Rao flow of -∫ ℓ dμ (B-18). `p` are masses of P, of total 1; `radius` > 0.
 *
 * ```ts
 * const loss = Float64Array.of(0, 1, 4);
 * const { value, worst } = robust.klWorstCase(loss, measures.equalWeights(3), 0.1);
 * ```
 */
export function klWorstCase(loss: Vec, p: Vec, radius: number): WorstCase {
  requireBallAroundLaw(loss, p, radius);
  const { most, mass, law } = onMaximisers(loss, p);
  if (radius >= -log(mass)) return unconstrained(most, law);
  const below = loss.map((v, i) => (p[i] > 0 ? v - most : 0));
  const tilted = (t: number): { readonly law: Vec; readonly logZ: number } => {
    const w = p.map((v, i) => v * exp(t * below[i]));
    return { law: scale(1 / sum(w), w), logZ: log(sum(w)) };
  };
  const excess = (t: number): number => {
    const { law: q, logZ } = tilted(t);
    return t * dot(q, below) - logZ - radius;
  };
  const t = risingRoot(excess, 1 / -dot(p, below));
  const { law: worst, logZ } = tilted(t);
  return {
    value: dot(worst, loss),
    dualValue: most + (radius + logZ) / t,
    multiplier: 1 / t,
    worst,
  };
}
