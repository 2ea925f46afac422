import { refuse } from "../../../arithmetic/refusal.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Density } from "../../../systems/measures/measure.js";
import { medianDistance } from "../../../systems/kernels/bandwidth.js";
import type { KernelContext } from "../../../systems/kernels/word.js";
import { KERNEL_WORDS } from "../../../systems/kernels/words.js";
import { built } from "../../../systems/word.js";
import type { Kernel as KernelSpec, Measure } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildMeasure } from "./measure.js";

/** ℓ, or the median distance of the points of the context, which is noted. */
function lengthOf(bandwidth: number | "median", { points, dim, note }: Context): number {
  if (bandwidth !== "median") return bandwidth;
  const median = medianDistance(
    points ?? refuse("a median bandwidth needs points: give the bandwidth as a number on Gaussians"),
    dim,
  );
  note("bandwidth", `median distance of the initial nodes: ${median}`);
  return median;
}

function densityOf(target: Measure, context: Context): Density {
  const law = buildMeasure(target, context);
  return law.kind === "density" ? law : refuse("a Stein kernel needs a target with a density: atoms have no score");
}

/** What the words of kernels ask for, answered from the surroundings of a run. */
const around = (context: Context): KernelContext => ({
  dim: context.dim,
  length: bandwidth => lengthOf(bandwidth, context),
  kernel: spec => buildKernel(spec as KernelSpec, context),
  density: measure => densityOf(measure as unknown as Measure, context),
});

/** The kernel of a spec on R^dim, with sums as the run wants them. */
export function buildKernel(spec: KernelSpec, context: Context): Kernel {
  const kernel = built(KERNEL_WORDS, spec, around(context));
  return context.summation ? { ...kernel, summation: context.summation } : kernel;
}
