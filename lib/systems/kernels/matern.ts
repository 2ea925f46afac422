import type { Kernel } from "../../compute/kernel-form.js";
import { besselProfile } from "./bessel-ladder.js";
import { radialKernel } from "./kernel.js";
import { BANDWIDTH, kernelWord, type KernelWord } from "./word.js";
import { moderate, oneOf } from "../../arithmetic/range.js";

const STARTS = { 1.5: 1, 2.5: 0 } as const;

/**
 * Matérn kernel with ρ = √(2ν)|x-y|/ℓ: (1 + ρ) e^{-ρ} for ν = 3/2, (1 + ρ + ρ²/3) e^{-ρ} for ν = 5/2.
 *
 * ```ts
 * const kernel = kernels.matern(0.5, 1.5);
 * ```
 */
export function maternKernel(bandwidth: number, smoothness: 1.5 | 2.5): Kernel {
  moderate("the bandwidth of a Matérn kernel", bandwidth);
  oneOf("the smoothness of a Matérn kernel", smoothness, [1.5, 2.5]);
  const profile = besselProfile(Math.sqrt(2 * smoothness) / bandwidth, STARTS[smoothness]);
  return radialKernel(
    `matern-${smoothness}(${bandwidth})`,
    { family: { name: "matern", bandwidth, smoothness }, profile },
    smoothness - 0.5,
  );
}

export const maternWord: KernelWord = kernelWord({
  name: "matern",
  description: "Matern kernel of half-integer smoothness.",
  properties: { bandwidth: BANDWIDTH, smoothness: { description: "nu: 1.5 or 2.5.", enum: [1.5, 2.5] } },
  build: ({ bandwidth, smoothness }, { length }) => maternKernel(length(bandwidth), smoothness),
  samples: [
    { bandwidth: 0.9, smoothness: 1.5 },
    { bandwidth: 0.9, smoothness: 2.5 },
  ],
});
