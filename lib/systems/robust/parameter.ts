import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum, zeros } from "../../arithmetic/vectors.js";
import { minimise } from "../../numerics/minimise.js";
import type { Objective } from "../../numerics/wolfe.js";
import { requireMeasure } from "../measures/preconditions.js";
import { type Ball, requireBall } from "./ball.js";
import type { Examples } from "./examples.js";
import type { RidgeLoss } from "./ridge-loss.js";
import type { RobustLoss } from "./robust-loss.js";
import { FLAT, saddleBound } from "./saddle.js";
import { type Tilted, tiltedLoss } from "./tilted.js";
import { evaluated } from "./worst-examples.js";

function requireExamples(examples: Examples): void {
  requireMeasure(examples.masses, "the nominal measure of a ball");
  if (!(sum(examples.masses) > 0)) refuse("the nominal measure of a ball needs a positive mass");
}

/**
 * sup over a ball around the examples of the mean loss of θ (B-18). KL, χ² and MMD balls reweigh the examples, MMD by a
 * kernel of (x, y); in Wasserstein balls the x of the examples move in all of R^d, their labels stay.
 *
 * ```ts
 * const [points, labels] = [Float64Array.of(0, 1, 2), Float64Array.of(0, 1, 3)];
 * const examples = { points, labels, dim: 1, masses: measures.equalWeights(3) };
 * const ball = { name: "wasserstein", order: 2, radius: 0.1 } as const;
 * const { value } = robust.robustLoss(robust.squaredLoss, examples, ball, Float64Array.of(1)); // (√MSE + 0.1)²
 * ```
 */
export function robustLoss(loss: RidgeLoss, examples: Examples, ball: Ball, theta: Vec): RobustLoss {
  requireBall(ball);
  requireExamples(examples);
  const { value, dualValue, multiplier, worst } = evaluated(loss, examples, ball, theta);
  return { value, dualValue, multiplier, worst };
}

/** A robust parameter: no parameter has a robust loss below `value` - `gap`. */
export interface RobustFit extends RobustLoss {
  readonly theta: Vec;
  /** min over θ of the loss under the worst case that was found: a lower bound of every robust loss. */
  readonly lowerBound: number;
}

/** Relative gap that needs no further certificate. */
const CLOSE = 1e-10;

/**
 * min over θ of the robust loss, with the saddle point as its certificate: `dualValue` bounds the robust loss of
 * `theta` from above, and the least loss under one measure of the ball, `lowerBound`, bounds that of every parameter
 * from below.
 *
 * ```ts
 * const [points, labels] = [Float64Array.of(0, 1, 2), Float64Array.of(0, 1, 3)];
 * const examples = { points, labels, dim: 1, masses: measures.equalWeights(3) };
 * const { theta } = robust.robustParameter(robust.squaredLoss, examples, { name: "kl", radius: 0.1 });
 * ```
 */
export function robustParameter(loss: RidgeLoss, examples: Examples, ball: Ball): RobustFit {
  requireBall(ball);
  requireExamples(examples);
  const objective =
    (at: Ball): Objective =>
    theta => {
      const { dualValue, tilted } = evaluated(loss, examples, at, theta);
      return { value: dualValue, gradient: tiltedLoss(loss, examples, tilted, theta).gradient };
    };
  const origin = zeros(examples.dim + (examples.intercept ? 1 : 0));
  const erm = minimise(objective({ name: "kl", radius: 0 }), origin, FLAT);
  const found = minimise(objective(ball), erm.x, FLAT);
  const { value, dualValue, multiplier, worst } = evaluated(loss, examples, ball, found.x);
  const worstAt = (theta: Vec): Tilted => evaluated(loss, examples, ball, theta).tilted;
  const lowerBound = saddleBound(loss, examples, found, worstAt, dualValue - CLOSE * Math.abs(dualValue));
  return { value, dualValue, multiplier, worst, theta: found.x, lowerBound };
}
