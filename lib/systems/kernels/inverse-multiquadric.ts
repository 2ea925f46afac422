import type { Kernel } from "../../compute/kernel-form.js";
import { radialKernel } from "./kernel.js";
import { powerProfile } from "./powers.js";
import { BANDWIDTH, kernelWord, type KernelWord } from "./word.js";
import { moderate } from "../../arithmetic/range.js";

/**
 * k(x, y) = (1 + |x-y|² / ℓ²)^{-1/2}.
 *
 * ```ts
 * const kernel = kernels.inverseMultiquadric(1);
 * ```
 */
export const inverseMultiquadricKernel = (bandwidth: number): Kernel =>
  radialKernel(
    `inverse-multiquadric(${bandwidth})`,
    {
      family: {
        name: "inverse-multiquadric",
        bandwidth: moderate("the bandwidth of an inverse multiquadric", bandwidth),
      },
      profile: powerProfile(1, 1, 1 / (bandwidth * bandwidth), -0.5),
    },
    Infinity,
  );

export const inverseMultiquadricWord: KernelWord = kernelWord({
  name: "inverse-multiquadric",
  description: "Inverse multiquadric.",
  equation: "k = (1 + |x-y|^2/c^2)^(-1/2)",
  properties: { bandwidth: BANDWIDTH },
  build: ({ bandwidth }, { length }) => inverseMultiquadricKernel(length(bandwidth)),
  samples: [{ bandwidth: 0.6 }],
});
