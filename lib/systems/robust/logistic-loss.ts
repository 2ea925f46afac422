import { exp, log, log1p, square } from "../../arithmetic/functions.js";
import { newtonRoot } from "../../numerics/root.js";
import type { RidgeLoss, Supremum } from "./ridge-loss.js";

/** σ(v) = 1/(1 + e^{-v}) */
const sigmoid = (v: number): number => (v > 0 ? 1 / (1 + exp(-v)) : exp(v) / (1 + exp(v)));
/** log(1 + e^{-u}) */
const softplus = (u: number): number => (u > 0 ? log1p(exp(-u)) : log1p(exp(u)) - u);

/**
 * s = -t in (0, 2κ) solves s/2κ = σ(s - u) for the sigmoid σ. Its slope exceeds 1/2κ between u - v and u + v, v =
 * log((1 + r)/(1 - r)) with r = √(1 - 2/κ), if anywhere: then there may be a solution on either side, and the better
 * one counts.
 */
function logisticSupremum(u: number, kappa: number): Supremum {
  const excess = (s: number): number => s / (2 * kappa) - sigmoid(s - u);
  const steep = (s: number): { readonly value: number; readonly slope: number } => {
    const sigma = sigmoid(s - u);
    return { value: s / (2 * kappa) - sigma, slope: 1 / (2 * kappa) - sigma * (1 - sigma) };
  };
  const found = (from: number, to: number): readonly number[] =>
    from < to && excess(from) < 0 && excess(to) >= 0 ? [newtonRoot(steep, from, to)] : [];
  const r = Math.sqrt(Math.max(0, 1 - 2 / kappa));
  const v = log((1 + r) / (1 - r));
  const end = 2 * kappa;
  const candidates = r === 0 ? found(0, end) : [...found(0, Math.min(u - v, end)), ...found(Math.max(0, u + v), end)];
  return candidates
    .map(s => ({ value: softplus(u - s) - square(s) / (4 * kappa), t: -s }))
    .reduce((best, c) => (c.value > best.value ? c : best), { value: softplus(u), t: 0 });
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
