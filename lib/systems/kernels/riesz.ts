import type { Kernel } from "../../compute/kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { radialKernel } from "./kernel.js";
import { powerProfile } from "./powers.js";
import { kernelWord, type KernelWord } from "./word.js";

/**
 * k(x, y) = -|x-y|^r, 0 < r < 2; r = 1 gives the energy distance (G-8). Conditionally definite: for equal masses only.
 *
 * ```ts
 * const energyDistance = kernels.riesz(1);
 * ```
 */
export function rieszKernel(exponent: number): Kernel {
  if (!(exponent > 0 && exponent < 2))
    refuse(`the Riesz kernel -|x-y|^r needs 0 < r < 2 to be conditionally definite, not r = ${exponent}`);
  const form = { family: { name: "riesz", exponent }, profile: powerProfile(-1, 0, 1, exponent / 2) } as const;
  return radialKernel(`riesz(${exponent})`, form, 0, "conditional");
}

export const rieszWord: KernelWord = kernelWord({
  name: "riesz",
  description: "Riesz kernel; r = 1 is the energy distance. Conditionally positive definite: for equal masses only.",
  equation: "k = -|x-y|^r",
  properties: { exponent: { description: "r in (0, 2).", type: "number", exclusiveMinimum: 0, exclusiveMaximum: 2 } },
  build: ({ exponent }) => rieszKernel(exponent),
  samples: [{ exponent: 1 }, { exponent: 0.5 }, { exponent: 1.7 }],
});
