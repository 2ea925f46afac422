import { lookUp } from "../../arithmetic/lookup.js";
import { pow } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { scale, sum } from "../../arithmetic/vectors.js";
import { gram } from "../../compute/index.js";
import { costMatrix } from "../../numerics/transport/cost.js";
import { type Ball, requireBall } from "./ball.js";
import { chiSquareWorstCase } from "./chi-square.js";
import { kernelWorstCase } from "./kernel-ball.js";
import { klWorstCase } from "./kullback-leibler.js";
import { transportWorstCase } from "./transport-ball.js";
import { nominalCase, requireBallAround, type WorstCase } from "./worst-case.js";

/** P = Σ p_i δ_{x_i} on points of R^dim, which also carry the measures of the ball: some p_i may be 0. */
export interface Nominal {
  readonly points: Vec;
  readonly dim: number;
  readonly masses: Vec;
}

const SOLVERS: {
  readonly [N in Ball["name"]]: (
    loss: Vec,
    p: Vec,
    nominal: Nominal,
    ball: Extract<Ball, { readonly name: N }>,
  ) => WorstCase;
} = {
  kl: (loss, p, _, { radius }) => klWorstCase(loss, p, radius),
  "chi-square": (loss, p, _, { radius }) => chiSquareWorstCase(loss, p, radius),
  wasserstein: (loss, p, { points, dim }, { order, radius }) =>
    transportWorstCase(loss, p, costMatrix(points, points, dim, order), pow(radius, order)),
  mmd: (loss, p, { points, dim }, { kernel, radius }) => {
    if (kernel.definiteness === "conditional")
      refuse(`${kernel.name} is only conditionally definite: take a definite kernel for an MMD ball`);
    return kernelWorstCase(loss, p, gram(kernel, points, points, dim), radius);
  },
};

/**
 * sup ∫ ℓ dμ over the measures μ of a ball around P that live on the same points, with a worst case and its certificate
 * (distributionally robust optimisation, B-18). KL and χ² reweigh the atoms of P; Wasserstein and MMD balls also use
 * the points where P has no mass. Masses of P are taken relative to their sum. Refused where they are no measure, where
 * the radius is negative, or where there are not as many losses as points.
 *
 * ```ts
 * const points = Float64Array.of(0, 1, 2, 3);
 * const nominal = { points, dim: 1, masses: Float64Array.of(0.5, 0.5, 0, 0) };
 * const ball = { name: "wasserstein", order: 2, radius: 1 } as const;
 * const { value, worst } = robust.worstCase(points.map(x => x * x), nominal, ball);
 * ```
 */
export function worstCase(loss: Vec, nominal: Nominal, ball: Ball): WorstCase {
  requireBall(ball);
  requireBallAround(loss, nominal.masses, ball.radius);
  const p = scale(1 / sum(nominal.masses), nominal.masses);
  const constant = loss.every(v => v === loss[0]);
  if (ball.radius === 0 || constant) return nominalCase(loss, p);
  const solve = lookUp(SOLVERS, ball.name) as (loss: Vec, p: Vec, nominal: Nominal, ball: Ball) => WorstCase;
  return solve(loss, p, nominal, ball);
}
