import { words } from "../../../systems/geometries/smoothers/index.js";
import type { Smoother } from "../../../systems/geometries/smoothers/smoother.js";
import { built } from "../../../systems/word.js";
import type { Kernel, Smoother as SmootherSpec } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildKernel } from "./kernel.js";

/** S = f(𝒦_w) of a spec. */
export const buildSmoother = (spec: SmootherSpec, context: Context): Smoother =>
  built(words, spec, {
    kernel: kernel => buildKernel(kernel as unknown as Kernel, context),
    smoother: of => buildSmoother(of as unknown as SmootherSpec, context),
  });
