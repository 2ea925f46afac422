import type { Kernel } from "../../compute/kernel-form.js";
import { radialKernel } from "./kernel.js";
import { powerProfile } from "./powers.js";

/**
 * k(x, y) = (1 + |x-y|² / 2αℓ²)^{-α}: a mixture of Gaussian kernels, which it tends to for α → ∞. Fastest where 2α is
 * an integer.
 */
export const rationalQuadraticKernel = (bandwidth: number, alpha: number): Kernel =>
  radialKernel(
    `rational-quadratic(${bandwidth}, ${alpha})`,
    {
      family: { name: "rational-quadratic", bandwidth, alpha },
      profile: powerProfile(1, 1, 1 / (2 * alpha * bandwidth * bandwidth), -alpha),
    },
    Infinity,
  );
