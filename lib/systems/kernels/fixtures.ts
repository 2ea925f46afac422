import { cos, exp, sin } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel, ScoreField } from "../../compute/kernel-form.js";
import { scaledKernel, sumKernel } from "./combinations.js";
import { gaussianKernel, normalisedGaussianKernel } from "./gaussian.js";
import { inverseMultiquadricKernel } from "./inverse-multiquadric.js";
import { laplaceKernel } from "./laplace.js";
import { maternKernel } from "./matern.js";
import { linearKernel, polynomialKernel } from "./polynomial.js";
import { ownKernel, ownRadialKernel } from "./own.js";
import { rationalQuadraticKernel } from "./rational-quadratic.js";
import { rieszKernel } from "./riesz.js";
import { steinKernel } from "./stein.js";

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

/** Every kernel of the library, with parameters on both sides of every branch, and their combinations. */
export const kernels = (dim: number): readonly Kernel[] => [
  gaussianKernel(0.8),
  normalisedGaussianKernel(0.8, dim),
  laplaceKernel(0.7),
  maternKernel(0.9, 1.5),
  maternKernel(0.9, 2.5),
  inverseMultiquadricKernel(0.6),
  rationalQuadraticKernel(0.7, 1.5),
  rationalQuadraticKernel(0.7, 0.8),
  rieszKernel(1),
  rieszKernel(0.5),
  rieszKernel(1.7),
  ownGaussian(0.8),
  ownPairwiseGaussian(0.8),
  linearKernel,
  polynomialKernel(3, 0.5),
  scaledKernel(2.5, laplaceKernel(0.7)),
  sumKernel([gaussianKernel(0.5), maternKernel(1.1, 2.5), linearKernel]),
  steinKernel(gaussianKernel(0.8), target),
  steinKernel(inverseMultiquadricKernel(0.9), target),
  steinKernel(maternKernel(0.9, 2.5), target),
  steinKernel(sumKernel([gaussianKernel(0.8), scaledKernel(0.5, rationalQuadraticKernel(1, 2))]), target),
];
