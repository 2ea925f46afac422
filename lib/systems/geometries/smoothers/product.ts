import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { dot } from "../../../arithmetic/vectors.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import { sameForm } from "../../kernels/same-form.js";
import type { Block, Force } from "../carrier.js";
import { densePrimal } from "./dense-primal.js";
import type { Smoother } from "./smoother.js";
import { KERNEL_SAMPLE, smootherWord, type SmootherWord } from "./word.js";

const logRefusal = "∇log u of a point cloud under a product of smoothers: take a kernel or ridge smoother";

/** The kernel of all factors that have one. */
function commonKernel(of: readonly Smoother[]): Kernel | undefined {
  const kernels = of.flatMap(({ kernel }) => (kernel ? [kernel] : []));
  if (!kernels.every(k => sameForm(k.form, kernels[0].form)))
    refuse(
      "functions of one integral operator commute, of two they do not: give all factors of a product the same kernel",
    );
  return kernels[0];
}

/** The last factor sees the force, the others what comes out of it. */
const smoothed = (of: readonly Smoother[], block: Block, force: Force): Force =>
  of.slice(1).reduceRight<Force>((f, { field }) => ({ values: field(block, f), temperature: 0 }), force);

const dissipation = (flux: Smoother["flux"], block: Block, force: Force): number =>
  force.temperature === 0 ? dot(force.values, flux(block, force)) : refuse(logRefusal);

/**
 * S = S_1 S_2 ⋯ of functions of the same 𝒦_w, so that φ = φ_1 φ_2 ⋯: a rung of a ladder is a factor s.
 *
 * ```ts
 * const twice = smoothers.product(smoothers.kernel(kernels.gaussian(1)), smoothers.kernel(kernels.gaussian(1)));
 * ```
 */
export function productSmoother(...of: readonly Smoother[]): Smoother {
  const [first] = of;
  const kernel = commonKernel(of);
  const spectral = of.every(s => s.spectral);
  // factors that do not commute have no symmetric product
  const symmetric = of.every(s => s.symmetric) && (spectral || of.length === 1);
  const flux = (b: Block, f: Force): Vec => first.flux(b, smoothed(of, b, f));
  return {
    name: "product",
    form: "other",
    kernel,
    of,
    symmetric,
    spectral,
    conserves: first.conserves,
    weightless: false,
    local: of.some(s => s.local),
    logRefusal,
    flux,
    field: (b, f) => first.field(b, smoothed(of, b, f)),
    dissipation: (b, f) => dissipation(flux, b, f),
    primal: (b, part, unit) => (symmetric ? densePrimal(flux, b, part, unit) : NaN),
  };
}

const SAMPLE = { name: "kernel", kernel: KERNEL_SAMPLE };

export const productWord: SmootherWord = smootherWord({
  name: "product",
  description: "Product of smoothers with the same kernel: f = f_1 f_2 ....",
  equation: "S = S_1 S_2 ...",
  properties: {
    of: {
      description: "The factors; the last one smooths first.",
      type: "array",
      items: { $ref: "smoother.schema.json" },
      minItems: 2,
      maxItems: 10,
    },
  },
  build: ({ of }, { smoother }) => productSmoother(...of.map(smoother)),
  samples: [{ of: [SAMPLE, SAMPLE] }, { of: [{ name: "identity" }, SAMPLE] }],
});
