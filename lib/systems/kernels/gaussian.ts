import type { Kernel } from "../../compute/kernel-form.js";
import { pow } from "../../arithmetic/functions.js";
import { scaledKernel } from "./combinations.js";
import { radialKernel } from "./kernel.js";

/** k(x, y) = exp(-|x-y|² / 2ℓ²). */
export function gaussianKernel(bandwidth: number): Kernel {
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

/** k(x, y) = (2πℓ²)^{-d/2} exp(-|x-y|² / 2ℓ²): the density of N(0, ℓ²), so that 𝒦 tends to the identity for ℓ → 0. */
export const normalisedGaussianKernel = (bandwidth: number, dim: number): Kernel =>
  scaledKernel(pow(2 * Math.PI * bandwidth * bandwidth, -dim / 2), gaussianKernel(bandwidth));
