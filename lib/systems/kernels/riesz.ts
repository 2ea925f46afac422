import type { Kernel } from "../../compute/kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { radialKernel } from "./kernel.js";
import { powerProfile } from "./powers.js";

/**
 * k(x, y) = -|x-y|^r, 0 < r < 2; r = 1 gives the energy distance (G-8). Conditionally definite: for equal masses only.
 */
export function rieszKernel(exponent: number): Kernel {
  if (!(exponent > 0 && exponent < 2))
    refuse(`the Riesz kernel -|x-y|^r needs 0 < r < 2 to be conditionally definite, not r = ${exponent}`);
  const form = { family: { name: "riesz", exponent }, profile: powerProfile(-1, 0, 1, exponent / 2) } as const;
  return radialKernel(`riesz(${exponent})`, form, 0, "conditional");
}
