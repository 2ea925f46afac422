import { cos, exp, sin } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel, ScoreField } from "../../compute/kernel-form.js";
import type { Density } from "../measures/measure.js";
import { built, type Reference } from "../word.js";
import { ownKernel, ownRadialKernel } from "./own.js";
import type { KernelContext } from "./word.js";
import { KERNEL_WORDS } from "./words.js";

/**
 * log π = -Σ (cos x_c + x_c²/2 + x_c x_{c+1}/4): a target whose score is not affine; only the products in its Hessian
 * couple.
 */
export const target: ScoreField = {
  score: x => x.map((v, c) => sin(v) - v - ((x[c - 1] ?? 0) + (x[c + 1] ?? 0)) / 4),
  hessian: x =>
    new Float64Array(x.length * x.length).map((_, ij) => {
      const i = Math.floor(ij / x.length);
      const j = ij % x.length;
      return i === j ? cos(x[i]) - 1 : Math.abs(i - j) === 1 ? -0.25 : 0;
    }),
};

/** exp(-|x-y|²/2ℓ²) as somebody would write it who does not know the library's. */
export function ownGaussian(bandwidth: number): Kernel {
  const a = 1 / (2 * bandwidth * bandwidth);
  return ownRadialKernel(
    [
      s => exp(-a * s),
      s => -a * exp(-a * s),
      s => a * a * exp(-a * s),
      s => -a * a * a * exp(-a * s),
      s => a * a * a * a * exp(-a * s),
    ],
    { name: "own gaussian" },
  );
}

/** The same by functions of one pair. */
export function ownPairwiseGaussian(bandwidth: number): Kernel {
  const a = 1 / (2 * bandwidth * bandwidth);
  const square = (x: Vec, y: Vec): number => x.reduce((s, v, c) => s + (v - y[c]) * (v - y[c]), 0);
  const value = (x: Vec, y: Vec): number => exp(-a * square(x, y));
  return ownKernel(
    {
      value,
      gradient1: (x, y) => x.map((v, c) => -2 * a * (v - y[c]) * value(x, y)),
      mixedTrace: (x, y) => (2 * a * x.length - 4 * a * a * square(x, y)) * value(x, y),
    },
    { name: "own gaussian, pairwise" },
  );
}

const around = (dim: number): KernelContext => ({
  dim,
  length: Number,
  kernel: spec => built(KERNEL_WORDS, spec, around(dim)),
  density: () => target as Density,
});

/** The kernel of a sample in R^d. */
export const kernelOf = (sample: Reference, dim: number): Kernel => built(KERNEL_WORDS, sample, around(dim));

/** Every kernel of the language, by its samples, and two of one's own. */
export const kernels = (dim: number): readonly Kernel[] => [
  ...KERNEL_WORDS.flatMap(({ samples }) => samples.map(sample => kernelOf(sample, dim))),
  ownGaussian(0.8),
  ownPairwiseGaussian(0.8),
];
