import type { Kernel } from "../../compute/kernel-form.js";
import { besselProfile } from "./bessel-ladder.js";
import { radialKernel } from "./kernel.js";

const STARTS = { 1.5: 1, 2.5: 0 } as const;

/** Matérn kernel with ρ = √(2ν)|x-y|/ℓ: (1 + ρ) e^{-ρ} for ν = 3/2, (1 + ρ + ρ²/3) e^{-ρ} for ν = 5/2. */
export function maternKernel(bandwidth: number, smoothness: 1.5 | 2.5): Kernel {
  const profile = besselProfile(Math.sqrt(2 * smoothness) / bandwidth, STARTS[smoothness]);
  return radialKernel(
    `matern-${smoothness}(${bandwidth})`,
    { family: { name: "matern", bandwidth, smoothness }, profile },
    smoothness - 0.5,
  );
}
