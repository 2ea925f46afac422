import { nonNegative } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, sum } from "../../arithmetic/vectors.js";
import { requireMeasure } from "../measures/preconditions.js";

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

/** Refuses losses that are no numbers or not as many as the masses p, masses that are no measure, and radii below 0. */
export function requireBallAround(loss: Vec, p: Vec, radius: number): void {
  requireMeasure(p, "the nominal measure of a ball");
  const total = sum(p);
  if (!(total > 0)) refuse(`the nominal measure of a ball needs a positive mass, and it has ${total}`);
  if (loss.length !== p.length) refuse(`${loss.length} losses for ${p.length} points`);
  const bad = loss.findIndex(v => !Number.isFinite(v));
  if (bad >= 0) refuse(`the loss at point ${bad + 1} is ${loss[bad]}: it must be a finite number`);
  nonNegative("the radius of a ball", radius);
}

/** The same, of masses p of total 1. */
export function requireBallAroundLaw(loss: Vec, p: Vec, radius: number): void {
  requireBallAround(loss, p, radius);
  if (!(Math.abs(sum(p) - 1) < 1e-9))
    refuse(`the nominal law of a ball has the mass ${sum(p)}: divide by it, or take \`worstCase\`, which does`);
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
