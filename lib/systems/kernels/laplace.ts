import type { Kernel } from "../../compute/kernel-form.js";
import { besselProfile } from "./bessel-ladder.js";
import { radialKernel } from "./kernel.js";

/** k(x, y) = exp(-|x-y| / ℓ): a kink on the diagonal, where ∇k := 0 and the mixed trace is Infinity. */
export const laplaceKernel = (bandwidth: number): Kernel =>
  radialKernel(
    `laplace(${bandwidth})`,
    { family: { name: "laplace", bandwidth }, profile: besselProfile(1 / bandwidth, 2) },
    0,
  );
