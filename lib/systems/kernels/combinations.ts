import type { Kernel } from "../../compute/kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { kernelOf } from "./kernel.js";
import { kernelWord, type KernelWord } from "./word.js";
import { positive } from "../../arithmetic/range.js";

/**
 * c k, c > 0.
 *
 * ```ts
 * const kernel = kernels.scaled(0.5, kernels.gaussian(1));
 * ```
 */
export function scaledKernel(factor: number, of: Kernel): Kernel {
  positive("the factor of a positive definite kernel", factor);
  const { name, definiteness, smoothness } = of;
  return kernelOf({ name: `${factor} ${name}`, form: { type: "scaled", factor, of }, definiteness, smoothness });
}

/**
 * k_1 + k_2 + …: as smooth as the roughest, conditional if one is.
 *
 * ```ts
 * const kernel = kernels.sum([kernels.gaussian(0.1), kernels.gaussian(1)]);
 * ```
 */
export function sumKernel(of: readonly Kernel[]): Kernel {
  if (of.length === 0) refuse("a sum of no kernels is zero, which is no positive definite kernel");
  return kernelOf({
    name: of.map(k => k.name).join(" + "),
    form: { type: "sum", of },
    definiteness: of.some(k => k.definiteness === "conditional") ? "conditional" : "definite",
    smoothness: of.reduce((least, k) => Math.min(least, k.smoothness), Infinity),
  });
}

export const sumWord: KernelWord = kernelWord({
  name: "sum",
  description: "Sum of kernels.",
  properties: {
    of: {
      description: "The kernels that are added.",
      type: "array",
      minItems: 1,
      items: { $ref: "kernel.schema.json" },
    },
  },
  build: ({ of }, { kernel }) => sumKernel(of.map(kernel)),
  samples: [
    {
      of: [
        { name: "gaussian", bandwidth: 0.5 },
        { name: "matern", bandwidth: 1.1, smoothness: 2.5 },
        { name: "linear" },
      ],
    },
  ],
});

export const scaledWord: KernelWord = kernelWord({
  name: "scaled",
  description: "Positive multiple of a kernel.",
  properties: {
    factor: { description: "Factor a > 0.", type: "number", exclusiveMinimum: 0 },
    of: { description: "The kernel that is multiplied.", $ref: "kernel.schema.json" },
  },
  build: ({ factor, of }, { kernel }) => scaledKernel(factor, kernel(of)),
  samples: [{ factor: 2.5, of: { name: "laplace", bandwidth: 0.7 } }],
});
