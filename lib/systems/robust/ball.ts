import { nonNegative, oneOf } from "../../arithmetic/range.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Order } from "../../numerics/transport/cost.js";

/** The measures μ that are at most `radius` away from the nominal measure P. */
export type Ball =
  /** KL(μ|P) ≤ r */
  | { readonly name: "kl"; readonly radius: number }
  /** ∫ (dμ/dP - 1)² dP ≤ r */
  | { readonly name: "chi-square"; readonly radius: number }
  /** W_p(μ, P) ≤ r */
  | { readonly name: "wasserstein"; readonly order: Order; readonly radius: number }
  /** ‖μ - P‖_ℋ ≤ r */
  | { readonly name: "mmd"; readonly kernel: Kernel; readonly radius: number };

/** Refuses a radius or an order that is none. */
export function requireBall(ball: Ball): void {
  nonNegative(`the radius of the ${ball.name} ball`, ball.radius);
  if (ball.name === "wasserstein") oneOf("the order of the wasserstein ball", ball.order, [1, 2]);
}
