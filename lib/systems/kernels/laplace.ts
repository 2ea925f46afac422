import type { Kernel } from "../../compute/kernel-form.js";
import { besselProfile } from "./bessel-ladder.js";
import { radialKernel } from "./kernel.js";
import { BANDWIDTH, kernelWord, type KernelWord } from "./word.js";
import { moderate } from "../../arithmetic/range.js";

/**
 * k(x, y) = exp(-|x-y| / ℓ): a kink on the diagonal, where ∇k := 0 and the mixed trace is Infinity.
 *
 * ```ts
 * const kernel = kernels.laplace(0.5);
 * ```
 */
export const laplaceKernel = (bandwidth: number): Kernel =>
  radialKernel(
    `laplace(${bandwidth})`,
    {
      family: { name: "laplace", bandwidth },
      profile: besselProfile(1 / moderate("the bandwidth of a Laplace kernel", bandwidth), 2),
    },
    0,
  );

export const laplaceWord: KernelWord = kernelWord({
  name: "laplace",
  description: "Laplace kernel; tridiagonal inverse in 1-D.",
  equation: "k = exp(-|x-y| / ell)",
  properties: { bandwidth: BANDWIDTH },
  build: ({ bandwidth }, { length }) => laplaceKernel(length(bandwidth)),
  samples: [{ bandwidth: 0.7 }],
});
