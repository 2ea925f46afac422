import assert from "node:assert/strict";
import { test } from "node:test";
import { kernels, target } from "../systems/kernels/fixtures.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { rationalQuadraticKernel } from "../systems/kernels/rational-quadratic.js";
import { steinKernel } from "../systems/kernels/stein.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import type { Kernel } from "./kernel-form.js";
import { type Backend, kernelSum, steinDirection, steinSum, useBackend } from "./index.js";
import { routinesFor } from "./dispatch.js";

/** What stands behind the door for two clouds. */
const routines: { readonly [name: string]: (kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec) => Vec } = {
  "k(x_i, y_j)": (kernel, x, y, dim) => routinesFor(kernel, x, y, dim).gram(x, y, dim),
  "Σ_j k(x_i, y_j) w_j": (kernel, x, y, dim, w) => routinesFor(kernel, x, y, dim).sum(x, y, dim, w, 1),
  "Σ_j k(x_i, y_j) w_jc": (kernel, x, y, dim, w) =>
    routinesFor(kernel, x, y, dim).sum(x, y, dim, Float64Array.from([...w, ...w, ...w]), 3),
  "Σ_j w_j ∇_1 k(x_i, y_j)": (kernel, x, y, dim, w) => routinesFor(kernel, x, y, dim).gradient1Sum(x, y, dim, w),
  "Σ_j w_j ∇_2 k(y_i, y_j)": (kernel, _x, y, dim, w) => {
    const z = y.subarray(0, 40 * dim);
    return routinesFor(kernel, z, z, dim).gradient2Sum(z, z, dim, w.subarray(0, 40));
  },
  "Σ_j w_j tr ∇_1∇_2 k(x_i, y_j)": (kernel, x, y, dim, w) => routinesFor(kernel, x, y, dim).mixedTraceSum(x, y, dim, w),
};

function on<T>(backend: Backend, work: () => T): T {
  useBackend(backend);
  return work();
}

/** Equal bits, where all NaN are one; prints the case that fails. */
function assertTwins(kernel: Kernel, x: Vec, y: Vec, dim: number, w: Vec): void {
  for (const [name, routine] of Object.entries(routines)) {
    const twin = on("typescript", () => routine(kernel, x, y, dim, w));
    const found = on("wasm", () => routine(kernel, x, y, dim, w));
    const at = twin.findIndex((v, i) => !Object.is(v, found[i]));
    assert.equal(found.length, twin.length);
    const sizes = `${x.length / dim} × ${y.length / dim} points of R^${dim}`;
    assert.equal(at, -1, `${kernel.name}, ${name}, ${sizes}: ${found[at]} is not ${twin[at]} at ${at}`);
  }
}

const cloud = (seed: string, n: number, dim: number, scale = 1): Vec =>
  normals(stream(dim, seed), n * dim).map(v => scale * v);

test("routines in WebAssembly have the bits of their twins for every kernel, d = 1 … 5, also beyond a block and with odd ends", () => {
  for (let dim = 1; dim <= 5; dim++)
    for (const kernel of kernels(dim))
      for (const [n, m] of [
        [1, 64],
        [8, 8],
        [13, 17],
        [3, 515],
      ])
        assertTwins(kernel, cloud("x", n, dim), cloud("y", m, dim), dim, cloud("w", m, 1));
});

test("a Stein direction has the bits of its twin, near and far, for one band of targets and for several", () => {
  for (const dim of [1, 2, 3, 7, 9])
    for (const kernel of kernels(dim))
      for (const [scale, n] of [
        [1, 43],
        [30, 43],
        [1, 131],
      ]) {
        const x = cloud("x", n, dim, scale);
        const f = cloud("f", n, dim);
        const w = cloud("w", n, 1);
        const direction = (): unknown => steinDirection(kernel, x, dim, f, w);
        assert.deepEqual(on("wasm", direction), on("typescript", direction));
      }
});

test("it is the sum of Σ_j k(x_i, x_j) f_j and Σ_j w_j ∇_2 k(x_i, x_j) up to rounding", () => {
  for (const dim of [1, 2, 9])
    for (const kernel of kernels(dim)) {
      const n = 60;
      const x = cloud("x", n, dim);
      const f = cloud("f", n, dim);
      const w = cloud("w", n, 1);
      const stein = steinSum(kernel, x, dim, w);
      const expected = kernelSum(kernel, x, x, dim, f, dim).map((v, i) => v + stein[i]);
      const size = expected.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
      // a few roundings of each of n terms, which partly cancel
      for (const [i, v] of steinDirection(kernel, x, dim, f, w).entries())
        assert.ok(Math.abs(v - expected[i]) <= 8 * n * 2 ** -53 * size, kernel.name);
    }
});

test("the same for both gradients of a Stein kernel beyond a block", () => {
  const y = cloud("y", 300, 2);
  const w = cloud("w", 300, 1);
  const kernel = steinKernel(gaussianKernel(0.8), target);
  for (const sum of ["gradient1Sum", "gradient2Sum"] as const) {
    const found = (backend: Backend): Vec => on(backend, () => routinesFor(kernel, y, y, 2)[sum](y, y, 2, w));
    assert.deepEqual(found("wasm"), found("typescript"));
  }
});

test("the same for every kernel and many dimensions up to 200", () => {
  for (const dim of [6, 7, 10, 16, 31, 64, 100, 199, 200])
    for (const kernel of kernels(dim)) {
      if (kernel.name.includes("stein") && dim > 31) continue;
      assertTwins(kernel, cloud("x", 5, dim, 0.5), cloud("y", 15, dim, 0.5), dim, cloud("w", 15, 1));
    }
});

test("the same for coincident points, huge and subnormal distances, overflow, infinities and NaN", () => {
  const special = [
    0,
    -0,
    1,
    1 + 2 ** -52,
    5e-324,
    2.3e-308,
    1e-160,
    30,
    38.6,
    1e3,
    1e154,
    1e155,
    1e300,
    -1e308,
    Infinity,
    NaN,
  ];
  for (const dim of [1, 2, 3, 6])
    for (const kernel of kernels(dim).filter(({ name }) => !name.includes("stein"))) {
      const points = Float64Array.from(
        { length: 6 * special.length * dim },
        (_, i) => special[(i * i + 3 * i) % special.length],
      );
      const w = Float64Array.from({ length: points.length / dim }, (_, j) =>
        j % 5 === 0 ? 0 : j % 3 === 0 ? -1e-300 : j,
      );
      assertTwins(kernel, points, points.slice(), dim, w);
      // where no distance overflows, more sums stay numbers
      const small = points.map(v => (Math.abs(v) < 1e100 ? v : 0.5));
      assertTwins(kernel, small, small.slice(), dim, w);
    }
});

test("the same where the exponential is scaled beyond its table: bandwidths from 1e-100 to 1e100", () => {
  for (const bandwidth of [1e-100, 1e-77, 1e-5, 1e5, 1e77, 1e100]) {
    const x = cloud("x", 20, 2, bandwidth * 8);
    const y = cloud("y", 30, 2, bandwidth * 8);
    assertTwins(gaussianKernel(bandwidth), x, y, 2, cloud("w", 30, 1));
  }
});

test("real powers have the bits of the twin's over the range of their bases and exponents", () => {
  for (const alpha of [1e-9, 0.1, Math.PI, 33.3, 64.5, 1000.7, 1e9])
    for (const scale of [1e-12, 0.1, 1, 10, 1e5, 1e60])
      assertTwins(
        rationalQuadraticKernel(1, alpha),
        cloud("x", 20, 2, scale),
        cloud("y", 30, 2, scale),
        2,
        cloud("w", 30, 1),
      );
});
