import type { Kernel } from "../../compute/kernel-form.js";
import { radialKernel } from "./kernel.js";
import { powerProfile } from "./powers.js";

/** k(x, y) = (1 + |x-y|² / ℓ²)^{-1/2}. */
export const inverseMultiquadricKernel = (bandwidth: number): Kernel =>
  radialKernel(
    `inverse-multiquadric(${bandwidth})`,
    {
      family: { name: "inverse-multiquadric", bandwidth },
      profile: powerProfile(1, 1, 1 / (bandwidth * bandwidth), -0.5),
    },
    Infinity,
  );
