import type { Kernel } from "../../compute/kernel-form.js";
import { pow } from "../../arithmetic/functions.js";
import { scaledKernel } from "./combinations.js";
import { radialKernel } from "./kernel.js";
import { BANDWIDTH, kernelWord, type KernelWord } from "./word.js";
import { moderate } from "../../arithmetic/range.js";

/**
 * k(x, y) = exp(-|x-y|² / 2ℓ²).
 *
 * ```ts
 * const kernel = kernels.gaussian(0.5);
 * ```
 */
export function gaussianKernel(bandwidth: number): Kernel {
  moderate("the bandwidth of a Gaussian kernel", bandwidth);
  const a = 1 / (2 * bandwidth * bandwidth);
  return radialKernel(
    `gaussian(${bandwidth})`,
    {
      family: { name: "gaussian", bandwidth },
      profile: order => ({ name: "exponential", factor: pow(-a, order), rate: a }),
    },
    Infinity,
  );
}

/**
 * k(x, y) = (2πℓ²)^{-d/2} exp(-|x-y|² / 2ℓ²): the density of N(0, ℓ²), so that 𝒦 tends to the identity for ℓ → 0.
 *
 * ```ts
 * const kernel = kernels.normalisedGaussian(0.1, 2);
 * ```
 */
export const normalisedGaussianKernel = (bandwidth: number, dim: number): Kernel =>
  scaledKernel(pow(2 * Math.PI * bandwidth * bandwidth, -dim / 2), gaussianKernel(bandwidth));

export const gaussianWord: KernelWord = kernelWord({
  name: "gaussian",
  description: "Gaussian kernel.",
  equation: "k = exp(-|x-y|^2 / (2 ell^2))",
  properties: {
    bandwidth: BANDWIDTH,
    normalised: {
      description: "Divide by (2 pi ell^2)^(d/2), so that the integral is 1.",
      optional: true,
      type: "boolean",
    },
  },
  build: ({ bandwidth, normalised = false }, { dim, length }) =>
    normalised ? normalisedGaussianKernel(length(bandwidth), dim) : gaussianKernel(length(bandwidth)),
  samples: [{ bandwidth: 0.8 }, { bandwidth: 0.8, normalised: true }],
});
