import { cos, sin } from "../../arithmetic/functions.js";
import type { Kernel, ScoreField } from "../../compute/kernel-form.js";
import { scaledKernel, sumKernel } from "./combinations.js";
import { gaussianKernel, normalisedGaussianKernel } from "./gaussian.js";
import { inverseMultiquadricKernel } from "./inverse-multiquadric.js";
import { laplaceKernel } from "./laplace.js";
import { maternKernel } from "./matern.js";
import { linearKernel, polynomialKernel } from "./polynomial.js";
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
  linearKernel,
  polynomialKernel(3, 0.5),
  scaledKernel(2.5, laplaceKernel(0.7)),
  sumKernel([gaussianKernel(0.5), maternKernel(1.1, 2.5), linearKernel]),
  steinKernel(gaussianKernel(0.8), target),
  steinKernel(inverseMultiquadricKernel(0.9), target),
  steinKernel(maternKernel(0.9, 2.5), target),
  steinKernel(sumKernel([gaussianKernel(0.8), scaledKernel(0.5, rationalQuadraticKernel(1, 2))]), target),
];
