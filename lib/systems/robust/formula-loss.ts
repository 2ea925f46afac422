import { refuse } from "../../arithmetic/refusal.js";
import type { RidgeLoss } from "./ridge-loss.js";

/** Relative step of a central difference. */
const STEP = 6e-6;

/**
 * φ(u) by a formula of its own, convex in the residual; its slope by central differences. Wasserstein balls, which need
 * suprema over all of R, do not take it.
 *
 * ```ts
 * const cosh = robust.formulaLoss(u => Math.abs(u) * u * u);
 * ```
 */
export const formulaLoss = (value: (u: number) => number): RidgeLoss => ({
  name: "formula",
  margin: false,
  value,
  derivative: u => {
    const h = STEP * Math.max(1, Math.abs(u));
    return (value(u + h) - value(u - h)) / (2 * h);
  },
  lipschitz: Infinity,
  supremum: () =>
    refuse(
      "a Wasserstein ball needs sup φ(u + t) - t²/4κ, which a formula does not tell: " +
        "take squared, quantile or logistic, or another ball",
    ),
});
