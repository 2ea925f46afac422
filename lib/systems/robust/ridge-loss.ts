import { square } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";

/** sup_t φ(u + t) - t²/4κ: its value, and t; ∞ where there is none. */
export interface Supremum {
  readonly value: number;
  readonly t: number;
}

/** A convex function φ of the residual u = y - θ·x (or of the margin u = ±θ·x) with its derivative. */
export interface RidgeLoss {
  readonly name: string;
  /** Whether u is the margin yθ·x of labels ±1, not the residual. */
  readonly margin: boolean;
  value(u: number): number;
  derivative(u: number): number;
  /** sup |φ'|: the price of a unit of W_1 and of |θ|; ∞ if there is none. */
  readonly lipschitz: number;
  /** What W_2 balls need. */
  supremum(u: number, kappa: number): Supremum;
}

/**
 * Squared residuals u².
 *
 * ```ts
 * const four = robust.squaredLoss.value(2);
 * ```
 */
export const squaredLoss: RidgeLoss = {
  name: "squared",
  margin: false,
  value: square,
  derivative: u => 2 * u,
  lipschitz: Infinity,
  supremum: (u, kappa) =>
    4 * kappa < 1
      ? { value: square(u) / (1 - 4 * kappa), t: (4 * kappa * u) / (1 - 4 * kappa) }
      : { value: Infinity, t: Infinity },
};

/**
 * The quantile (pinball) loss max(τu, (τ - 1)u) of level τ.
 *
 * ```ts
 * const median = robust.quantileLoss(0.5); // half of the absolute value
 * ```
 */
export function quantileLoss(level: number): RidgeLoss {
  if (!(level > 0 && level < 1)) refuse(`the level of a quantile is ${level}: it must be between 0 and 1`);
  const [up, down] = [level, level - 1];
  return {
    name: "quantile",
    margin: false,
    value: u => Math.max(up * u, down * u),
    derivative: u => (u > 0 ? up : down),
    lipschitz: Math.max(up, -down),
    supremum: (u, kappa) => {
      const along = (slope: number): Supremum => ({ value: slope * u + kappa * slope * slope, t: 2 * kappa * slope });
      const [a, b] = [along(up), along(down)];
      return a.value >= b.value ? a : b;
    },
  };
}
