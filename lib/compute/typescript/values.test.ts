import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { normals, stream } from "../../arithmetic/random.js";
import { kernelSum } from "../index.js";

test("Σ_j k(x_i, x_j) w_j over pairs i ≤ j has the bits of the sum over all pairs, also beyond one block", () => {
  const random = stream(1, "cloud");
  for (const n of [1, 7, 512, 700])
    for (const kernel of [gaussianKernel(0.7), laplaceKernel(1.3)]) {
      const x = normals(random, 2 * n);
      const w = normals(random, n);
      assert.deepEqual(kernelSum(kernel, x, x, 2, w), kernelSum(kernel, x, x.slice(), 2, w));
    }
});
