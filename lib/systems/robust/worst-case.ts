import type { Vec } from "../../arithmetic/vec.js";
import { dot } from "../../arithmetic/vectors.js";

/**
 * sup ∫ ℓ dμ over a ball around P = Σ p_i δ_{x_i}, with its certificate: `value` is reached by the measure `worst`,
 * which lies in the ball, and no measure of the ball exceeds `dualValue`.
 */
export interface WorstCase {
  /** ∫ ℓ dμ* */
  readonly value: number;
  readonly dualValue: number;
  /** λ ≥ 0, the price of the radius in the dual problem; 0 where the ball holds a maximiser of ℓ. */
  readonly multiplier: number;
  /** The masses of μ* on the points. */
  readonly worst: Vec;
}

/** The largest loss on points that satisfy a condition. */
export const largest = (loss: Vec, where: (i: number) => boolean): number =>
  loss.reduce((most, v, i) => (where(i) && v > most ? v : most), -Infinity);

/** P given that ℓ is maximal. */
export function onMaximisers(loss: Vec, p: Vec): { readonly most: number; readonly mass: number; readonly law: Vec } {
  const most = largest(loss, i => p[i] > 0);
  const mass = p.reduce((s, w, i) => s + (loss[i] === most ? w : 0), 0);
  return { most, mass, law: p.map((w, i) => (loss[i] === most ? w / mass : 0)) };
}

/** The ball holds a measure on the maximisers of ℓ. */
export const unconstrained = (most: number, worst: Vec): WorstCase => ({
  value: most,
  dualValue: most,
  multiplier: 0,
  worst,
});

/** The nominal measure itself: a ball of radius 0. */
export const nominalCase = (loss: Vec, p: Vec): WorstCase => {
  const value = dot(p, loss);
  return { value, dualValue: value, multiplier: Infinity, worst: p };
};
