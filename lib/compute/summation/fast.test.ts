import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { inverseMultiquadricKernel } from "../../systems/kernels/inverse-multiquadric.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { maternKernel } from "../../systems/kernels/matern.js";
import { rationalQuadraticKernel } from "../../systems/kernels/rational-quadratic.js";
import { rieszKernel } from "../../systems/kernels/riesz.js";
import { linearKernel } from "../../systems/kernels/polynomial.js";
import { scaledKernel, sumKernel } from "../../systems/kernels/combinations.js";
import { subtract } from "../../arithmetic/vectors.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel, RadialFamily, SummationMethod, SummationRecord } from "../kernel-form.js";
import { backend, gram, kernelGradientSum, kernelSum, mixedTraceField, steinSum, useBackend } from "../index.js";

/**
 * Kernels of every radial family whose sums are fast in dimension d, narrow and wide (in space not too narrow, so that
 * the grid stays small); a family without an entry does not compile.
 */
const FAMILIES: { readonly [N in RadialFamily["name"]]: (dim: number) => readonly Kernel[] } = {
  gaussian: dim => [gaussianKernel(dim === 3 ? 1 : 0.3), gaussianKernel(5)],
  "inverse-multiquadric": dim => [
    inverseMultiquadricKernel(dim === 3 ? 4 : 0.5),
    inverseMultiquadricKernel(dim === 3 ? 9 : 3),
  ],
  "rational-quadratic": dim => [
    rationalQuadraticKernel(dim === 3 ? 4 : 0.7, 1.5),
    rationalQuadraticKernel(dim === 3 ? 6 : 2, 0.8),
  ],
  laplace: dim => (dim === 1 ? [laplaceKernel(0.3), laplaceKernel(0.001)] : []),
  matern: dim => (dim === 1 ? [maternKernel(0.4, 1.5), maternKernel(0.4, 2.5), maternKernel(30, 2.5)] : []),
  riesz: dim => (dim === 1 ? [rieszKernel(1)] : []),
  own: () => [],
};

const kernels = (dim: number): readonly Kernel[] => Object.values(FAMILIES).flatMap(of => of(dim));

interface Told {
  readonly kernel: Kernel;
  readonly records: readonly SummationRecord[];
}

/** The kernel with this summation, and what its sums report. */
function told(kernel: Kernel, method: SummationMethod): Told {
  const records: SummationRecord[] = [];
  return { kernel: { ...kernel, summation: { method, report: record => void records.push(record) } }, records };
}

const fast = (kernel: Kernel, tolerance: number): Told => told(kernel, { name: "fast", tolerance });

const maximum = (x: Vec): number => x.reduce((m, v) => Math.max(m, Math.abs(v)), 0);

/** Largest difference relative to the largest value. */
const distance = (a: Vec, b: Vec): number => (maximum(a) === 0 ? maximum(b) : maximum(subtract(a, b)) / maximum(a));

type Sum = (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec) => Vec;
const SUMS: Readonly<Record<string, Sum>> = {
  "Σ w k": kernelSum,
  "Σ w ∇k": kernelGradientSum,
  "Σ w tr ∇∇k": mixedTraceField,
};

const direct = (kernel: Kernel): Kernel => ({ ...kernel, summation: { method: { name: "direct" } } });

/** n points of all kinds: spread, a tight cluster far from 0 with an outlier, on a line, on a lattice. */
const CLOUDS: Readonly<Record<string, (n: number, dim: number) => Vec>> = {
  spread: (n, dim) => normals(stream(1, "spread"), n * dim),
  clustered: (n, dim) => normals(stream(2, "clustered"), n * dim).map((v, i) => (i < dim ? 101 : 100 + 0.02 * v)),
  flat: (n, dim) => normals(stream(3, "flat"), n * dim).map((v, i) => (i % dim === 0 ? v : 0.5)),
  "with ties": (n, dim) => normals(stream(4, "ties"), n * dim).map(v => Math.round(4 * v) / 4),
};

/**
 * Both sums round: relative to the sum of absolute terms, which may be hundreds of times the largest value where signs
 * differ.
 */
const ROUNDING = 1e-11;

for (const dim of [1, 2, 3])
  for (const [name, cloud] of Object.entries(CLOUDS))
    test(`fast sums are the direct sums to the tolerance: d = ${dim}, points ${name}, weights of both signs`, () => {
      const x = cloud(300, dim);
      const y = cloud(551, dim).slice(-251 * dim);
      const w = normals(stream(dim, "weights"), 251);
      for (const kernel of kernels(dim))
        for (const tolerance of dim === 3 ? [1e-3, 1e-6] : [1e-4, 1e-8, 1e-12]) {
          const { kernel: k, records } = fast(kernel, tolerance);
          for (const [what, sum] of Object.entries(SUMS)) {
            // where it is infinite on the diagonal, direct sums of the trace lose digits between points that are close
            if (sum === mixedTraceField && kernel.smoothness < 1) continue;
            const error = distance(sum(direct(kernel), x, y, dim, w), sum(k, x, y, dim, w));
            // the tolerance is verified at eight of 300 targets, so that the largest error of all may be some times
            // larger
            assert.ok(error <= 8 * tolerance + ROUNDING, `${kernel.name}, ${what}, ${tolerance}: ${error}`);
          }
          assert.equal(records.length, kernel.smoothness < 1 ? 2 : 3);
        }
    });

test("targets are sources: Σ_j w_j ∇_2 k = -Σ_j w_j ∇_1 k, and several columns are summed like each of them", () => {
  const x = normals(stream(5, "points"), 2 * 200);
  const w = normals(stream(5, "weights"), 3 * 200);
  for (const kernel of kernels(2)) {
    const { kernel: k } = fast(kernel, 1e-9);
    const first = w.subarray(0, 200);
    assert.ok(distance(steinSum(direct(kernel), x, 2, first), steinSum(k, x, 2, first)) <= 8e-9);
    assert.ok(distance(kernelSum(direct(kernel), x, x, 2, w, 3), kernelSum(k, x, x, 2, w, 3)) <= 8e-9, kernel.name);
  }
});

test("sums and multiples of kernels are summed part by part", () => {
  const x = normals(stream(6, "points"), 300);
  const w = normals(stream(6, "weights"), 300);
  const kernel = sumKernel([
    scaledKernel(2, gaussianKernel(0.4)),
    scaledKernel(0.3, laplaceKernel(0.2)),
    maternKernel(1, 1.5),
  ]);
  const { kernel: k, records } = fast(kernel, 1e-10);
  assert.ok(distance(kernelSum(direct(kernel), x, x, 1, w), kernelSum(k, x, x, 1, w)) <= 1e-9);
  assert.deepEqual(
    records.map(({ method }) => method),
    ["fourier", "sorted", "sorted"],
  );
});

test("weights that cancel keep their digits: the error is relative to what is left, down to rounding", () => {
  // a dipole seen through a wide kernel: all but 1e-4 of the terms cancels
  const x = normals(stream(7, "points"), 2 * 400).map((v, i) => (i < 400 ? v : 0));
  const y = x.map((v, i) => (i % 2 ? v : v + 1e-4));
  const points = Float64Array.of(...x, ...y);
  const w = Float64Array.from({ length: 800 }, (_, i) => (i < 400 ? 1 : -1));
  for (const kernel of [gaussianKernel(3), inverseMultiquadricKernel(3)]) {
    const { kernel: k, records } = fast(kernel, 1e-8);
    assert.ok(
      distance(kernelSum(direct(kernel), points, points, 2, w), kernelSum(k, points, points, 2, w)) <= 8e-8,
      kernel.name,
    );
    assert.ok(records[0].error <= 1e-8);
  }
});

test("auto is direct to the bit for fewer than 2^21 pairs", () => {
  const x = normals(stream(8, "points"), 2 * 500);
  const w = normals(stream(8, "weights"), 500);
  for (const kernel of kernels(2)) {
    const { kernel: k, records } = told(kernel, { name: "auto", tolerance: 1e-6 });
    assert.deepEqual(kernelGradientSum(k, x, x, 2, w), kernelGradientSum(direct(kernel), x, x, 2, w));
    assert.equal(records.length, 0);
  }
});

test("auto is fast for many pairs where the kernel allows it, and direct where it does not", () => {
  const n = 5000;
  const x = normals(stream(9, "points"), n);
  const w = normals(stream(9, "weights"), n);
  const used = (kernel: Kernel): readonly string[] => {
    const { kernel: k, records } = told(kernel, { name: "auto", tolerance: 1e-8 });
    assert.ok(distance(kernelSum(direct(kernel), x, x, 1, w), kernelSum(k, x, x, 1, w)) <= 8e-8);
    return records.map(({ method }) => method);
  };
  assert.deepEqual(used(gaussianKernel(0.2)), ["fourier"]);
  assert.deepEqual(used(laplaceKernel(0.2)), ["sorted"]);
  assert.deepEqual(used(linearKernel), []);
});

test("sliced sums of the energy kernel are means over random lines: within 5 standard errors, d = 2, 3, 7", () => {
  const directions = 2000;
  for (const dim of [2, 3, 7]) {
    const x = normals(stream(dim, "points"), dim * 60);
    const w = normals(stream(dim, "weights"), 60);
    const kernel = rieszKernel(1);
    const { kernel: k, records } = told(kernel, { name: "sliced", directions, seed: 3 });
    // the relative variance of |θ·z| is π²/8 - 1 in the plane and at most π/2 - 1 anywhere; the sum over pairs is no
    // worse than its terms
    const error = 5 * Math.sqrt((Math.PI / 2 - 1) / directions);
    const scale = kernelSum(direct(kernel), x, x, dim, w.map(Math.abs));
    const difference = maximum(subtract(kernelSum(direct(kernel), x, x, dim, w), kernelSum(k, x, x, dim, w)));
    assert.ok(difference <= error * maximum(scale), `${dim}: ${difference}`);
    assert.ok(difference > 1e-9, "an estimate that is exact means that the check is broken");
    assert.equal(records[0].method, "sliced");
    const force = maximum(
      subtract(kernelGradientSum(direct(kernel), x, x, dim, w), kernelGradientSum(k, x, x, dim, w)),
    );
    assert.ok(force <= 2 * error * Math.sqrt(dim) * w.reduce((s, v) => s + Math.abs(v), 0));
  }
});

test("what cannot be had is refused with a sentence: other kernels, kernels too narrow for the points", () => {
  const x = normals(stream(10, "points"), 40);
  const w = normals(stream(10, "weights"), 40);
  const sum = (kernel: Kernel, dim: number, method: SummationMethod): Vec =>
    kernelSum(told(kernel, method).kernel, x, x, dim, w.subarray(0, 40 / dim));
  const wanted = { name: "fast", tolerance: 1e-10 } as const;
  assert.throws(
    () => sum(laplaceKernel(1), 2, wanted),
    /refused: there is no fast summation of the laplace kernel for d = 2/,
  );
  assert.throws(() => sum(linearKernel, 2, wanted), /refused: there is no fast summation of the linear kernel/);
  assert.throws(
    () => sum(gaussianKernel(1e-6), 2, wanted),
    /refused: fast summation of the gaussian kernel does not have an error of 1e-10 here: the kernel is too narrow/,
  );
  assert.throws(
    () => sum(gaussianKernel(1), 2, { name: "sliced", directions: 10, seed: 1 }),
    /sliced summation is for the Riesz kernel/,
  );
});

test("Fourier sums have the same bits in WebAssembly and in TypeScript: d = 1, 2, 3, one to three columns, odd and even counts", () => {
  if (backend() !== "wasm") return;
  for (const dim of [1, 2, 3])
    for (const kernel of [gaussianKernel(1), inverseMultiquadricKernel(4)])
      for (const columns of [1, 2, 3]) {
        const x = normals(stream(dim, "targets"), 401 * dim);
        const y = normals(stream(dim, "sources"), 300 * dim);
        const w = normals(stream(columns, "weights"), 300 * columns);
        const { kernel: k } = fast(kernel, 1e-6);
        const [wasm, twin] = (["wasm", "typescript"] as const).map(name => {
          useBackend(name);
          return [
            kernelSum(k, x, y, dim, w, columns),
            kernelGradientSum(k, x, y, dim, w.subarray(0, 300)),
            mixedTraceField(k, x, y, dim, w.subarray(0, 300)),
          ];
        });
        useBackend("wasm");
        assert.deepEqual(wasm, twin);
      }
});

test("the order of the points changes nothing but the order of the sums", () => {
  const n = 500;
  const x = normals(stream(11, "points"), 2 * n);
  const w = normals(stream(11, "weights"), n);
  const { kernel } = fast(gaussianKernel(0.5), 1e-10);
  const turned = (v: Vec, width: number): Vec =>
    Float64Array.from({ length: v.length }, (_, k) => v[(n - 1 - Math.floor(k / width)) * width + (k % width)]);
  const there = kernelSum(kernel, x, x, 2, w);
  const xTurned = turned(x, 2);
  const back = turned(kernelSum(kernel, xTurned, xTurned, 2, turned(w, 1)), 1);
  assert.ok(distance(there, back) <= 1e-9);
});

test("a Gram matrix above 2 GB is refused before it is allocated", () =>
  assert.throws(
    () => gram(gaussianKernel(1), new Float64Array(20_000), new Float64Array(20_000), 1),
    /refused: a Gram matrix of 20000 × 20000 points/,
  ));
