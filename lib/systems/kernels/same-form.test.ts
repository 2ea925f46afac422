import test from "node:test";
import { vec } from "../../arithmetic/vectors.js";
import assert from "node:assert/strict";
import type { Kernel } from "../../compute/kernel-form.js";
import { gaussian } from "../measures/gaussian.js";
import { mixture } from "../measures/mixture.js";
import type { Density } from "../measures/measure.js";
import { scaledKernel, sumKernel } from "./combinations.js";
import { gaussianKernel } from "./gaussian.js";
import { inverseMultiquadricKernel } from "./inverse-multiquadric.js";
import { laplaceKernel } from "./laplace.js";
import { maternKernel } from "./matern.js";
import { linearKernel, polynomialKernel } from "./polynomial.js";
import { rationalQuadraticKernel } from "./rational-quadratic.js";
import { rieszKernel } from "./riesz.js";
import { sameForm } from "./same-form.js";
import { steinKernel } from "./stein.js";

const normal = (mean: number, variance: number): Density => gaussian(vec(mean), vec(variance));
const blend = (mean: number): Density => mixture(vec(0.5, 0.5), [normal(mean, 1), normal(2, 1)]) as Density;

/** Kernels that are all different functions; each made anew at every call. */
const different = (): readonly Kernel[] => [
  gaussianKernel(1),
  gaussianKernel(2),
  laplaceKernel(1),
  maternKernel(1, 1.5),
  maternKernel(1, 2.5),
  inverseMultiquadricKernel(1),
  rationalQuadraticKernel(1, 2),
  rieszKernel(1),
  linearKernel,
  polynomialKernel(2, 1),
  scaledKernel(2, gaussianKernel(1)),
  sumKernel([gaussianKernel(1), laplaceKernel(1)]),
  steinKernel(gaussianKernel(1), normal(0, 1)),
  steinKernel(gaussianKernel(1), normal(1, 1)),
  steinKernel(gaussianKernel(1), normal(0, 2)),
  steinKernel(gaussianKernel(2), normal(0, 1)),
  steinKernel(gaussianKernel(1), blend(0)),
  steinKernel(gaussianKernel(1), blend(1)),
  scaledKernel(2, steinKernel(gaussianKernel(1), normal(0, 1))),
];

test("sameForm compares kernels by what they are, not by names: equal when made twice, different for each two others", () => {
  const [a, b] = [different(), different()];
  a.forEach((k, i) =>
    b.forEach((l, j) => assert.equal(sameForm(k.form, l.form), i === j, `${i} ${k.name} and ${j} ${l.name}`)),
  );
});

test("sameForm sees one function under two names, and knows a target without data only as the same object", () => {
  assert.ok(sameForm(inverseMultiquadricKernel(1.5).form, rationalQuadraticKernel(1.5, 0.5).form));
  const target = { score: (x: Float64Array) => x };
  const of = (t: typeof target): Kernel => steinKernel(gaussianKernel(1), t);
  assert.ok(sameForm(of(target).form, of(target).form));
  assert.ok(!sameForm(of(target).form, of({ ...target }).form));
});
