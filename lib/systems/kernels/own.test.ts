import assert from "node:assert/strict";
import { test } from "node:test";
import { gram, kernelGradientSum, kernelSum, mixedTraceField, steinDirection, steinSum } from "../../compute/index.js";
import { exp } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import { maxAbs, subtract } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { ownGaussian, ownPairwiseGaussian, target } from "./fixtures.js";
import { gaussianKernel } from "./gaussian.js";
import { ownKernel, ownRadialKernel } from "./own.js";
import { steinKernel } from "./stein.js";

const n = 300;
const dim = 3;
const random = stream(3, "own kernels");
const x = normals(random, n * dim);
const y = normals(random, n * dim);
const w = normals(random, n);
const f = normals(random, n * dim);

const SUMS: Readonly<Record<string, (k: Kernel) => Vec>> = {
  "k(x_i, y_j)": k => gram(k, x, y, dim),
  "Σ w k": k => kernelSum(k, x, y, dim, w),
  "Σ f k, three columns": k => kernelSum(k, x, y, dim, f, dim),
  "Σ w ∇_1 k": k => kernelGradientSum(k, x, y, dim, w),
  "Σ w ∇_2 k": k => steinSum(k, x, dim, w),
  "Σ f k + w ∇_2 k": k => steinDirection(k, x, dim, f, w),
  "Σ w tr ∇∇k": k => mixedTraceField(k, x, y, dim, w),
};

for (const [what, sum] of Object.entries(SUMS))
  test(`${what} of a Gaussian written as φ(|x-y|²) or as k(x, y) is that of the library to 1e-13`, () => {
    const expected = sum(gaussianKernel(0.8));
    for (const own of [ownGaussian(0.8), ownPairwiseGaussian(0.8)])
      assert.ok(maxAbs(subtract(sum(own), expected)) <= 1e-13 * maxAbs(expected) * n, own.name);
  });

test("the Stein kernel of an own profile is the Stein kernel of the library's: value, gradient and trace", () => {
  const [own, known] = [steinKernel(ownGaussian(0.8), target), steinKernel(gaussianKernel(0.8), target)];
  for (const [what, sum] of Object.entries(SUMS))
    assert.ok(maxAbs(subtract(sum(own), sum(known))) <= 1e-12 * n * maxAbs(sum(known)), what);
});

test("a derivative that an own kernel lacks is refused by its name", () => {
  const bare = ownRadialKernel([s => exp(-s)], { name: "bare" });
  assert.throws(() => kernelGradientSum(bare, x, y, dim, w), /bare was given without φ′: add it/);
  const pairs = ownKernel({ value: () => 1, gradient1: v => new Float64Array(v.length) }, { name: "one" });
  assert.throws(() => mixedTraceField(pairs, x, y, dim, w), /without tr ∇_x∇_y k: add `mixedTrace`/);
});
