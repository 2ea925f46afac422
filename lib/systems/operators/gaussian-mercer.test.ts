import assert from "node:assert/strict";
import test from "node:test";
import { kernelSum } from "../../compute/index.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import { exp, square } from "../../arithmetic/functions.js";
import { dot, times } from "../../arithmetic/vectors.js";
import { gaussianMercer, gaussianMercerFunctions, gaussianSquareSum } from "./gaussian-mercer.js";

const n = 240;
const h = 24 / n;
const mean = 0.3;
const variance = 1.2;
const x = Float64Array.from({ length: n }, (_, i) => -12 + (i + 0.5) * h);
const rho = x.map(v => (h / Math.sqrt(2 * Math.PI * variance)) * exp(-square(v - mean) / (2 * variance)));
const modes = gaussianMercerFunctions(0.7, mean, variance, x, 20);
const values = gaussianMercer(0.7, variance, 20);

test("e_n are orthonormal in L²(N(m, σ²)): midpoint sums of analytic functions are exact to rounding", () => {
  for (const [i, e] of modes.entries())
    for (const [j, f] of modes.entries())
      assert.ok(Math.abs(dot(times(rho, e), f) - (i === j ? 1 : 0)) < 1e-12, `${i} ${j}`);
});

test("𝒦_ρ e_n = λ_n e_n, Σ λ_n = 1 and Σ λ_n² = (1 + 4σ²/ℓ²)^{-1/2} (G-10)", () => {
  for (const [i, e] of modes.entries()) {
    const image = kernelSum(gaussianKernel(0.7), x, x, 1, times(rho, e));
    const error = image.map((v, k) => v - values[i] * e[k]);
    assert.ok(dot(times(rho, error), error) < 1e-24, `${i}`);
  }
  const many = gaussianMercer(0.7, variance, 200);
  assert.ok(Math.abs(many.reduce((a, b) => a + b, 0) - 1) < 1e-13);
  assert.ok(Math.abs(dot(many, many) - gaussianSquareSum(0.7, variance)) < 1e-14);
});
