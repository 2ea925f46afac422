import type { Ball } from "../../../systems/robust/ball.js";
import type { Ball as BallSpec } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildKernel } from "./kernel.js";
import { construct, type Registry } from "./registry.js";

const BALLS: Registry<BallSpec, Context, Ball> = {
  kl: ({ name, radius }) => ({ name, radius }),
  "chi-square": ({ name, radius }) => ({ name, radius }),
  wasserstein: ({ name, order, radius }) => ({ name, order, radius }),
  mmd: ({ name, kernel, radius }, context) => ({ name, kernel: buildKernel(kernel, context), radius }),
};

/** The ball of a spec, with its kernel. */
export const buildBall = (spec: BallSpec, context: Context): Ball => construct(BALLS, spec, context);
