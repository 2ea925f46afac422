import type { Kernel } from "../../compute/kernel-form.js";
import { radialKernel } from "./kernel.js";
import { powerProfile } from "./powers.js";
import { BANDWIDTH, kernelWord, type KernelWord } from "./word.js";
import { moderate, positive } from "../../arithmetic/range.js";

/**
 * k(x, y) = (1 + |x-y|² / 2αℓ²)^{-α}: a mixture of Gaussian kernels, which it tends to for α → ∞. Fastest where 2α is
 * an integer.
 *
 * ```ts
 * const kernel = kernels.rationalQuadratic(1, 0.5);
 * ```
 */
export const rationalQuadraticKernel = (bandwidth: number, alpha: number): Kernel =>
  radialKernel(
    `rational-quadratic(${bandwidth}, ${alpha})`,
    {
      family: {
        name: "rational-quadratic",
        bandwidth: moderate("the bandwidth of a rational quadratic kernel", bandwidth),
        alpha: positive("α of a rational quadratic kernel", alpha),
      },
      profile: powerProfile(1, 1, 1 / (2 * alpha * bandwidth * bandwidth), -alpha),
    },
    Infinity,
  );

export const rationalQuadraticWord: KernelWord = kernelWord({
  name: "rational-quadratic",
  description: "Scale mixture of Gaussian kernels.",
  equation: "k = (1 + |x-y|^2 / (2 alpha ell^2))^-alpha",
  properties: {
    bandwidth: BANDWIDTH,
    alpha: { description: "Exponent alpha.", type: "number", exclusiveMinimum: 0 },
  },
  build: ({ bandwidth, alpha }, { length }) => rationalQuadraticKernel(length(bandwidth), alpha),
  samples: [
    { bandwidth: 0.7, alpha: 1.5 },
    { bandwidth: 0.7, alpha: 0.8 },
  ],
});
