import { madeFrom } from "../../../arithmetic/place.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Density } from "../../../systems/measures/measure.js";
import { bandwidthBy, type BandwidthRule, isRunning } from "../../../systems/kernels/bandwidth.js";
import type { KernelContext } from "../../../systems/kernels/word.js";
import { KERNEL_WORDS } from "../../../systems/kernels/words.js";
import { built } from "../../../systems/word.js";
import type { Kernel as KernelSpec, Measure } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildMeasure } from "./measure.js";

/** What a rule is called in the notes of a run. */
const CALLED: Readonly<Record<BandwidthRule, string>> = {
  median: "median distance of the initial nodes",
  "median-log": "median distance of the initial nodes, divided by sqrt(2 log(n + 1))",
  "running-median": "median distance of the particles at every state; at the first",
  "running-median-log": "median distance of the particles at every state, divided by sqrt(2 log(n + 1)); at the first",
};

/** ℓ, or what a rule says of the points of the context, which is noted. */
function lengthOf(bandwidth: number | BandwidthRule, { points, dim, note, renews }: Context): number {
  if (typeof bandwidth === "number") return bandwidth;
  if (isRunning(bandwidth) && renews !== true)
    refuse(`\`${bandwidth}\` changes the kernel from state to state, which only a geometry may: take \`median\` here`);
  const length = bandwidthBy(
    bandwidth,
    points ?? refuse("a median bandwidth needs points: give the bandwidth as a number on Gaussians"),
    dim,
  );
  note("bandwidth", `${CALLED[bandwidth]}: ${length}`);
  return length;
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
  return madeFrom(spec, context.summation ? { ...kernel, summation: context.summation } : kernel);
}
