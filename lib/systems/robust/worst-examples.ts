import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import type { Ball } from "./ball.js";
import { type Examples, featuresOf, lines } from "./examples.js";
import { shifted, stretched } from "./moving-examples.js";
import { type Nominal, worstCase } from "./on-points.js";
import type { RidgeLoss } from "./ridge-loss.js";
import type { Evaluated } from "./robust-loss.js";

/** Reweighed examples: KL, χ² and MMD balls; MMD compares points (x, y). */
function reweighed(loss: RidgeLoss, examples: Examples, ball: Ball, theta: Vec): Evaluated {
  const { features, signs, offsets, joint } = featuresOf(loss, examples);
  const losses = lines(features, signs, offsets, theta).map(u => loss.value(u));
  const nominal: Nominal = { points: joint, dim: examples.dim + 1, masses: examples.masses };
  const found = worstCase(losses, nominal, ball);
  return { ...found, tilted: { parts: [{ masses: found.worst, features, offsets }], slope: zeros(theta.length) } };
}

/** The worst case of θ. */
export function evaluated(loss: RidgeLoss, examples: Examples, ball: Ball, theta: Vec): Evaluated {
  if (ball.name !== "wasserstein") return reweighed(loss, examples, ball, theta);
  if (ball.order === 1 && ball.radius > 0) return stretched(loss, examples, ball.radius, theta);
  return shifted(loss, examples, ball.radius, theta);
}
