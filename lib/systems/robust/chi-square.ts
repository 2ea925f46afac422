import { square } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { onMaximisers, requireBallAroundLaw, unconstrained, type WorstCase } from "./worst-case.js";

/** Mass, mean and variance of ℓ under P given ℓ ≥ level. */
function above(
  loss: Vec,
  p: Vec,
  level: number,
): { readonly mass: number; readonly mean: number; readonly variance: number } {
  const on = (f: (i: number) => number): number =>
    p.reduce((s, w, i) => s + (w > 0 && loss[i] >= level ? w * f(i) : 0), 0);
  const mass = on(() => 1);
  const mean = on(i => loss[i]) / mass;
  return { mass, mean, variance: on(i => square(loss[i] - mean)) / mass };
}

/**
 * sup ∫ ℓ dμ over ∫ (dμ/dP - 1)² dP ≤ r, which is inf_η η + √((1 + r) ∫ (ℓ - η)_+² dP), with the worst case P (ℓ -
 * η)_+/Z; while no mass vanishes it is the mean plus √r standard deviations (B-18). On {ℓ > η}, of mass m, mean and
 * variance s², η = mean - √(s²/(m(1 + r) - 1)). `p` are masses of P, of total 1; `radius` > 0.
 *
 * ```ts
 * const loss = Float64Array.of(0, 1, 4);
 * const { value, worst } = robust.chiSquareWorstCase(loss, measures.equalWeights(3), 0.1);
 * ```
 */
export function chiSquareWorstCase(loss: Vec, p: Vec, radius: number): WorstCase {
  requireBallAroundLaw(loss, p, radius);
  const { most, mass: top, law } = onMaximisers(loss, p);
  if ((1 + radius) * top >= 1) return unconstrained(most, law);
  const levels = [...new Set(loss.filter((_, i) => p[i] > 0))].sort((x, y) => x - y);
  const etaOf = (level: number): number => {
    const { mass, mean, variance } = above(loss, p, level);
    const room = mass * (1 + radius) - 1;
    return room > 0 ? mean - Math.sqrt(variance / room) : -Infinity;
  };
  // the least level that lies above its own η: below it masses vanish
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (etaOf(levels[middle]) < levels[middle]) high = middle;
    else low = middle + 1;
  }
  const eta = etaOf(levels[low]);
  const part = p.map((w, i) => (w > 0 && loss[i] > eta ? w * (loss[i] - eta) : 0));
  const total = part.reduce((s, v) => s + v, 0);
  const worst = part.map(v => v / total);
  const norm = Math.sqrt(part.reduce((s, v, i) => s + (v > 0 ? v * (loss[i] - eta) : 0), 0));
  return {
    value: worst.reduce((s, v, i) => s + (v > 0 ? v * loss[i] : 0), 0),
    dualValue: eta + Math.sqrt(1 + radius) * norm,
    multiplier: norm / (2 * Math.sqrt(1 + radius)),
    worst,
  };
}
