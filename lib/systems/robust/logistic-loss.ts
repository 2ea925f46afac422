import { exp, log1p, square } from "../../arithmetic/functions.js";
import { newtonRoot } from "../../numerics/root.js";
import type { RidgeLoss, Supremum } from "./ridge-loss.js";

/** σ(v) = 1/(1 + e^{-v}) */
const sigmoid = (v: number): number => (v > 0 ? 1 / (1 + exp(-v)) : exp(v) / (1 + exp(v)));
/** log(1 + e^{-u}) */
const softplus = (u: number): number => (u > 0 ? log1p(exp(-u)) : log1p(exp(u)) - u);

/**
 * s = -t in (0, 2κ) solves s/2κ = σ(s - u) for the sigmoid σ, at up to three points. What u + x gains over u - x is
 * (1 - u/κ)x, so that the best one lies above u where u < κ, and below it else; there σ bends one way, and meets the
 * line once.
 */
function logisticSupremum(u: number, kappa: number): Supremum {
  const steep = (s: number): { readonly value: number; readonly slope: number } => {
    const sigma = sigmoid(s - u);
    return { value: s / (2 * kappa) - sigma, slope: 1 / (2 * kappa) - sigma * (1 - sigma) };
  };
  const s = u < kappa ? newtonRoot(steep, Math.max(0, u), 2 * kappa) : newtonRoot(steep, 0, Math.min(u, 2 * kappa));
  return { value: softplus(u - s) - square(s) / (4 * kappa), t: -s };
}

/**
 * log(1 + e^{-u}) of the margin u = yθ·x, y = ±1.
 *
 * ```ts
 * const certain = robust.logisticLoss.value(10); // e^{-10} nearly
 * ```
 */
export const logisticLoss: RidgeLoss = {
  name: "logistic",
  margin: true,
  value: softplus,
  derivative: u => -sigmoid(-u),
  lipschitz: 1,
  supremum: logisticSupremum,
};
