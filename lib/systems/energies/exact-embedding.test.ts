import assert from "node:assert/strict";
import { exp } from "../../arithmetic/functions.js";
import { tabulate, vec } from "../../arithmetic/vectors.js";
import { test } from "node:test";
import type { Kernel } from "../../compute/kernel-form.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import { inverseMultiquadricKernel } from "../kernels/inverse-multiquadric.js";
import { scaledKernel, sumKernel } from "../kernels/combinations.js";
import { laplaceKernel } from "../kernels/laplace.js";
import { rieszKernel } from "../kernels/riesz.js";
import { steinKernel } from "../kernels/stein.js";
import { gaussian } from "../measures/gaussian.js";
import { particles } from "../spaces/particles.js";
import { exactEmbedding } from "./exact-embedding.js";
import { halfMmd2Embedded } from "./half-mmd2.js";

const law = gaussian(vec(0.3), vec(0.64));
const again = gaussian(vec(0.3), vec(0.64));

/** ∫ k(x, y) dπ(y) by Simpson's rule on ten deviations, away from the kink. */
function integral(kernel: Kernel, x: number): number {
  const part = (a: number, b: number): number => {
    const n = 2000;
    const h = (b - a) / n;
    let total = 0;
    for (let i = 0; i <= n; i++) {
      const y = vec(a + i * h);
      total += (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * kernel.value(vec(x), y) * Math.exp(law.logDensity(y));
    }
    return (total * h) / 3;
  };
  return part(-7.7, x) + part(x, 8.3);
}

const stein = steinKernel(inverseMultiquadricKernel(1), law);
const kernels: readonly Kernel[] = [
  gaussianKernel(0.7),
  rieszKernel(1),
  stein,
  scaledKernel(2.5, rieszKernel(1)),
  sumKernel([gaussianKernel(0.5), stein, gaussianKernel(2)]),
];

test("𝒦π = ∫ k(·, y) dπ(y) without a sample of π, and its slope, for every kernel that knows it", () => {
  for (const kernel of kernels) {
    const embedding = exactEmbedding(kernel, again);
    assert.ok(embedding, kernel.name);
    for (const x of [-1.2, 0.1, 0.9]) {
      const value = embedding.value(vec(x))[0];
      assert.ok(
        Math.abs(value - integral(kernel, x)) < 1e-9,
        `${kernel.name} at ${x}: ${value} ${integral(kernel, x)}`,
      );
      const h = 1e-5;
      const slope = (embedding.value(vec(x + h))[0] - embedding.value(vec(x - h))[0]) / (2 * h);
      assert.ok(Math.abs(slope - embedding.gradient(vec(x))[0]) < 1e-8, `${kernel.name} at ${x}: ${slope}`);
    }
  }
});

test("∫∫ k dπ dπ is the embedding integrated once more, of sums the sum", () => {
  for (const kernel of kernels) {
    const embedding = exactEmbedding(kernel, again) ?? assert.fail(kernel.name);
    const h = 0.02;
    const points = tabulate(801, i => 0.3 - 8 + h * i);
    const values = embedding.value(points);
    // sums of smooth functions that vanish at both ends are exact
    const total = points.reduce((s, y, i) => s + h * exp(law.logDensity(vec(y))) * values[i], 0);
    assert.ok(Math.abs(total - embedding.squaredNorm) < 1e-12, `${kernel.name}: ${total} ${embedding.squaredNorm}`);
  }
});

test("a Stein kernel of another law, and kernels whose embedding is no formula, are not called exact", () => {
  const other = gaussian(vec(0.3), vec(0.65));
  assert.equal(exactEmbedding(stein, other), undefined);
  assert.equal(exactEmbedding(laplaceKernel(1), law), undefined);
  assert.equal(exactEmbedding(sumKernel([gaussianKernel(1), laplaceKernel(1)]), law), undefined);
});

test("½MMD² under the Stein kernel of π is ½ΣΣ w w k_π: no atom stands for π", () => {
  const space = particles({ n: 2, dim: 1 });
  const embedding = exactEmbedding(stein, again);
  assert.ok(embedding);
  const u = vec(-0.4, 1.1, 0.5, 0.5);
  const direct = [-0.4, 1.1].reduce(
    (s, x) => s + [-0.4, 1.1].reduce((t, y) => t + stein.value(vec(x), vec(y)) / 8, 0),
    0,
  );
  assert.ok(Math.abs(halfMmd2Embedded(space, stein, embedding).value(u) - direct) < 1e-14);
});
