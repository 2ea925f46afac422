/**
 * Unbalanced transport, min ∫ C dγ + ρ KL(γ_1|a) + ρ KL(γ_2|b) over γ ≥ 0, with KL(r|a) = Σ r log(r/a) - r + a: its
 * value at a plan, and its dual value Σ a ρ(1 - e^{-f/ρ}) + Σ b ρ(1 - e^{-g/ρ}) at potentials f_i + g_j ≤ C_ij.
 */
import { exp, log } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sourceTransform, targetTransform } from "./cost.js";

/** Σ r log(r/a) - r + a for margins. */
export const divergence = (margin: Vec, a: Vec): number =>
  margin.reduce((s, v, i) => s + (v > 0 ? v * log(v / a[i]) : 0) - v + a[i], 0);

/** Potentials in units of ρ beyond which e^{-f/ρ} is nothing. */
const FARTHEST = 350;

/** Lower bound after both potentials are made as large as f + g ≤ C allows, from a potential of the sources. */
export function relaxedBound(
  a: Vec,
  b: Vec,
  cost: Vec,
  source: Vec,
  weight: number,
): { readonly value: number; readonly f: Vec; readonly g: Vec } {
  const g = targetTransform(
    cost,
    source.map((v, i) => (a[i] > 0 ? Math.min(v, FARTHEST * weight) : -Infinity)),
  );
  const f = sourceTransform(cost, g);
  const term = (mass: Vec, potential: Vec): number =>
    mass.reduce((s, w, i) => s + (w > 0 ? w * weight * (1 - exp(-potential[i] / weight)) : 0), 0);
  return { value: term(a, f) + term(b, g), f, g };
}

/** 1 - e^{-x}(1 + x), the divergence of a margin e^{-x} from 1: Σ_k≥2 (-x)^k (k - 1)/k! where that cancels. */
export function penalty(x: number): number {
  if (x === Infinity) return 1;
  if (Math.abs(x) > 0.1) return 1 - exp(-x) * (1 + x);
  let [total, term] = [0, -x];
  for (let k = 2; k < 14; k++) {
    term *= -x / k;
    total += (k - 1) * term;
  }
  return total;
}
