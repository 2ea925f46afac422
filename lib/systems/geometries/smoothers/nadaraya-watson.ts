import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force } from "../carrier.js";
import type { Smoother } from "./smoother.js";
import { KERNEL, KERNEL_SAMPLE, smootherWord, type SmootherWord } from "./word.js";
import { dot } from "../../../arithmetic/vectors.js";
import { scaleRows } from "../../../arithmetic/columns.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { gramSum, smooth } from "./kernel.js";
import { weightsOf } from "./weights.js";

/** 𝒦_w 1, without directions. */
const spread = (kernel: Kernel, block: Block): Vec =>
  gramSum(kernel, { ...block, directions: undefined, columns: 1 }, weightsOf(block));

/** r_h(x) = ∫ k(x, y) f(y) dw(y) / ∫ k(x, y) dw(y) */
const field = (kernel: Kernel, block: Block, force: Force): Vec =>
  scaleRows(
    spread(kernel, block).map(v => 1 / v),
    smooth(kernel, block, force),
    block.columns,
  );

const flux = (kernel: Kernel, block: Block, force: Force): Vec =>
  scaleRows(weightsOf(block), field(kernel, block, force), block.columns);

/** <f, D_w S f> = -dF/dt, of either sign. */
const dissipation = (kernel: Kernel, block: Block, force: Force): number =>
  force.temperature === 0
    ? dot(force.values, flux(kernel, block, force))
    : refuse("the dissipation of a local average of ∇log u needs log u itself: take a kernel or ridge smoother");

/**
 * The local average of: not symmetric in L²_w, so the flow with it is no gradient flow.
 *
 * ```ts
 * const smoother = smoothers.nadarayaWatson(kernels.gaussian(0.5));
 * ```
 */
export const nadarayaWatson = (kernel: Kernel): Smoother => ({
  name: "nadaraya-watson",
  form: "other",
  kernel,
  symmetric: false,
  spectral: false,
  conserves: false,
  weightless: false,
  local: true,
  logRefusal: "",
  field: (b, f) => field(kernel, b, f),
  flux: (b, f) => flux(kernel, b, f),
  dissipation: (b, f) => dissipation(kernel, b, f),
  primal: () => NaN,
});

export const nadarayaWatsonWord: SmootherWord = smootherWord({
  name: "nadaraya-watson",
  description: "Local average. Not symmetric in L^2_w: NOT a gradient system.",
  adjective: "averaged",
  properties: { kernel: KERNEL },
  build: (spec, { kernel }) => nadarayaWatson(kernel(spec.kernel)),
  samples: [{ kernel: KERNEL_SAMPLE }],
});
