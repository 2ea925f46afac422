import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussianKernel } from "../kernels/gaussian.js";
import { laplaceKernel } from "../kernels/laplace.js";
import { equalWeights } from "../measures/atoms.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Vec } from "../../arithmetic/vec.js";
import { posterior, predicted } from "./posterior.js";
import { regression, type Regression } from "./regression.js";
import { FORMULATIONS } from "./regression-fit.js";

const points = Float64Array.of(0.1, -0.3, 1.2, 0.4, -0.7, 0.9, 0.5, 1.6, -1.1, -0.8, 2, -0.5);
const response = Float64Array.of(0.3, -0.2, 0.9, 1.4, -0.6, 0.1);
const elsewhere = Float64Array.of(0, 0, 1.5, 1, 4, -3);
const problemOf = (kernel: Kernel, rho: Vec): Regression =>
  regression({ kernel, dim: 2, points, rho, lambda: 0.05, response, source: response.map((y, i) => rho[i] * y) });

/** By scikit-learn 1.x, in double precision: GaussianProcessRegressor(kernel, alpha = λ/ρ, optimizer = None). */
const KNOWN: readonly (readonly [
  what: string,
  problem: Regression,
  mean: readonly number[],
  variance: readonly number[],
])[] = [
  [
    "Gaussian kernel",
    problemOf(gaussianKernel(0.7), equalWeights(6)),
    [0.31843736032467607, 0.070756561875004, 3.7131636289368426e-6],
    [0.3420419892675282, 0.6632486031727384, 0.9999999993468605],
  ],
  [
    "Laplace kernel",
    problemOf(laplaceKernel(0.7), equalWeights(6)),
    [0.22932224380683547, 0.1177496530090345, 0.0007499932905752963],
    [0.6649925496205318, 0.8674827317602546, 0.9999176436086216],
  ],
  [
    "unequal masses",
    problemOf(gaussianKernel(0.7), Float64Array.of(0.3, 0.1, 0.2, 0.1, 0.2, 0.1)),
    [0.3504684193681101, 0.06966806067208854, 2.952674112010653e-6],
    [0.2742542380187393, 0.7067710005234489, 0.9999999994384672],
  ],
];

/** Rounding of a Gram matrix of condition below 100. */
const near = (values: Vec, known: readonly number[]): void =>
  known.forEach((v, i) => assert.ok(Math.abs(values[i] - v) <= 1e-13, `${values[i]}, not ${v}`));

for (const [what, problem, mean, variance] of KNOWN)
  test(`${what}: k_xᵀ (K + λ/ρ)⁻¹ y and k(x, x) - k_xᵀ (K + λ/ρ)⁻¹ k_x are those of another program`, () => {
    const law = posterior(problem, elsewhere);
    near(law.mean, mean);
    near(law.variance, variance);
    for (const [name, solve] of Object.entries(FORMULATIONS)) {
      const fit = solve(problem);
      assert.ok(fit, name);
      near(predicted(problem, fit, elsewhere), mean);
    }
  });

test("far from all data a Gaussian process says its prior, mean 0 and variance k(x, x)", () => {
  const { mean, variance } = posterior(problemOf(gaussianKernel(0.7), equalWeights(6)), Float64Array.of(50, 50));
  assert.deepEqual([...mean, ...variance], [0, 1]);
});

test("points that are none of this space are refused", () => {
  const problem = problemOf(gaussianKernel(0.7), equalWeights(6));
  assert.throws(() => posterior(problem, Float64Array.of(1, 2, 3)), /length 3 are no points of R\^2/);
});
