import { centredSmoother } from "../../../systems/geometries/smoothers/centred.js";
import { identity } from "../../../systems/geometries/smoothers/identity.js";
import { inverseSmoother } from "../../../systems/geometries/smoothers/inverse.js";
import { kernelSmoother } from "../../../systems/geometries/smoothers/kernel.js";
import { nadarayaWatson } from "../../../systems/geometries/smoothers/nadaraya-watson.js";
import { productSmoother } from "../../../systems/geometries/smoothers/product.js";
import { projectionSmoother } from "../../../systems/geometries/smoothers/projection.js";
import { ridgeSmoother } from "../../../systems/geometries/smoothers/ridge.js";
import type { Smoother } from "../../../systems/geometries/smoothers/smoother.js";
import type { Smoother as SmootherSpec } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildKernel } from "./kernel.js";
import { construct, type Registry } from "./registry.js";

const SMOOTHERS: Registry<SmootherSpec, Context, Smoother> = {
  identity: () => identity,
  kernel: ({ kernel }, context) => kernelSmoother(buildKernel(kernel, context)),
  ridge: ({ kernel, lambda }, context) => ridgeSmoother(buildKernel(kernel, context), lambda),
  inverse: ({ kernel }, context) => inverseSmoother(buildKernel(kernel, context)),
  "nadaraya-watson": ({ kernel }, context) => nadarayaWatson(buildKernel(kernel, context)),
  product: ({ of }, context) => productSmoother(...of.map(s => buildSmoother(s, context))),
  projection: ({ degree }) => projectionSmoother(degree),
  centred: ({ of }, context) => centredSmoother(buildSmoother(of, context)),
};

/** S = f(𝒦_w) of a spec. */
export const buildSmoother = (spec: SmootherSpec, context: Context): Smoother => construct(SMOOTHERS, spec, context);
