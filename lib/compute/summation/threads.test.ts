import assert from "node:assert/strict";
import { after, test } from "node:test";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { inverseMultiquadricKernel } from "../../systems/kernels/inverse-multiquadric.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../kernel-form.js";
import { sameBits } from "../fixtures.js";
import { kernelGradientSum, kernelSum, threads, useThreads } from "../index.js";

const available = threads();
after(() => useThreads(available));

const fast = (kernel: Kernel): Kernel => ({ ...kernel, summation: { method: { name: "fast", tolerance: 1e-6 } } });

/** n points that are hard to divide: of all kinds, all in one place, in one tile but for a few, in two far ends. */
const CLOUDS: Readonly<Record<string, (n: number, dim: number) => Vec>> = {
  spread: (n, dim) => normals(stream(1, "spread"), n * dim),
  coincident: (n, dim) => new Float64Array(n * dim).fill(0.25),
  "one tile and outliers": (n, dim) =>
    normals(stream(2, "tile"), n * dim).map((v, i) => (i < 3 * dim ? 4 * v : 1e-9 * v)),
  "two ends": (n, dim) => normals(stream(3, "ends"), n * dim).map((v, i) => (i % (2 * dim) < dim ? 6 : -6) + 0.001 * v),
  "a line across": (n, dim) => normals(stream(4, "line"), n * dim).map((v, i) => (i % dim === 0 ? v : 0)),
};

test("Fourier sums have the bits of the TypeScript twins on 1, 2 and 3 threads, d = 1, 2, 3, wherever the points are", async () => {
  const n = 1501;
  const kernels = [gaussianKernel(2), inverseMultiquadricKernel(4)].map(fast);
  const results = (): readonly Vec[] =>
    [1, 2, 3].flatMap(dim =>
      Object.values(CLOUDS).flatMap(cloud =>
        kernels.flatMap(kernel => {
          const x = cloud(n, dim);
          const y = cloud(n + 77, dim).slice(-dim * (n - 9));
          const w = normals(stream(dim, "weights"), n);
          return [kernelGradientSum(kernel, x, x, dim, w), kernelSum(kernel, x, y, dim, w.subarray(9))];
        }),
      ),
    );
  await sameBits(results);
});

test("a single point and a single source have fast sums", () => {
  for (const dim of [1, 2, 3]) {
    const x = new Float64Array(dim).fill(3);
    const sums = kernelSum(fast(gaussianKernel(1)), x, x, dim, Float64Array.of(2));
    assert.ok(Math.abs(sums[0] - 2) < 1e-5);
  }
});
