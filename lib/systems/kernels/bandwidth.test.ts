import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import { vec } from "../../arithmetic/vectors.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { bandwidthBy, type BandwidthRule, medianDistance } from "./bandwidth.js";
import { gaussianKernel } from "./gaussian.js";
import { inverseMultiquadricKernel } from "./inverse-multiquadric.js";
import { laplaceKernel } from "./laplace.js";
import { maternKernel } from "./matern.js";
import { rationalQuadraticKernel } from "./rational-quadratic.js";
import { wendlandKernel } from "./wendland.js";

test("the median of |x_i - x_j|, i < j: of 0, 1, 3 it is 2 of {1, 2, 3}, of 0, 1, 3, 7 the mean 3.5 of 3 and 4", () => {
  assert.equal(medianDistance(Float64Array.of(0, 1, 3), 1), 2);
  // distances 1, 2, 3, 4, 6, 7
  assert.equal(medianDistance(Float64Array.of(0, 1, 3, 7), 1), 3.5);
  assert.equal(medianDistance(Float64Array.of(0, 0, 3, 4), 2), 5);
});

test("median-of-interleaved-data: no order of the rows changes a bit, be all pairs compared or some drawn", () => {
  for (const [n, dim] of [
    [60, 2],
    [1002, 1],
    [2400, 1],
    [2400, 3],
  ] as const) {
    // even rows near 0, odd ones spread: every second row would have a median distance near 0
    const noise = normals(stream(1, "cloud"), n * dim);
    const x = noise.map((z, k) => (Math.floor(k / dim) % 2 === 0 ? 1e-2 * z : 50 * z));
    const rows = Array.from({ length: n }, (_, i) => i);
    const permuted = (order: readonly number[]): Float64Array =>
      Float64Array.from(order.flatMap(i => [...x.subarray(i * dim, (i + 1) * dim)]));
    const median = medianDistance(x, dim);
    assert.ok(median > 1);
    assert.equal(medianDistance(permuted([...rows].reverse()), dim), median);
    assert.equal(medianDistance(permuted([...rows].sort((i, j) => (i % 2) - (j % 2))), dim), median);
  }
});

test("the median distance of N(0, 1) points is √2 Φ⁻¹(¾) = 0.9539, from a million drawn pairs of 40 000 points", () => {
  // d median = d rank/density: rank of 10⁶ pairs 5·10⁻⁴, of 4·10⁴ points about 1/√n = 5·10⁻³; the density there is 0.45
  const x = normals(stream(1, "cloud"), 40_000);
  assert.ok(Math.abs(medianDistance(x, 1) - 0.9539) < 3 * (0.005 / 0.45));
});

test("the median scales with the points exactly, also where squares over- or underflow: factors 2^±600", () => {
  const x = normals(stream(2, "cloud"), 90);
  const factor = Number("4.149515568880993e180"); // 2^600
  const median = medianDistance(x, 3);
  for (const s of [factor, 1 / factor])
    assert.equal(
      medianDistance(
        x.map(v => s * v),
        3,
      ),
      s * median,
    );
});

test("a cloud without two different points has no bandwidth", () => {
  assert.throws(() => medianDistance(Float64Array.of(1), 1), /refused: the median distance/);
  assert.throws(() => medianDistance(Float64Array.of(2, 2, 2), 1), /give the bandwidth as a number/);
});

test("A4: a bandwidth is a length whose square neither over- nor underflows, for every kernel that has one", () => {
  const kernels: readonly ((bandwidth: number) => Kernel)[] = [
    gaussianKernel,
    laplaceKernel,
    inverseMultiquadricKernel,
    b => maternKernel(b, 1.5),
    b => maternKernel(b, 2.5),
    b => rationalQuadraticKernel(b, 0.7),
    b => wendlandKernel(b, 2),
  ];
  for (const make of kernels) {
    for (const bad of [0, -1, NaN, Infinity, 5e-324, 1e-320, 1e-200, 1e-101, 1e101, 1e200])
      assert.throws(() => make(bad), /it must be a number from 1e-100 to 1e\+100/, `${bad}`);
    for (const good of [1e-90, 1e-8, 1e8, 1e90]) {
      const k = (x: number): number => make(good).value(vec(0), vec(x * good));
      assert.ok(Math.abs(k(0.5) / k(0) - make(1).value(vec(0), vec(0.5)) / make(1).value(vec(0), vec(0))) < 1e-12);
    }
  }
});

test("no median of what is no cloud: a number that is none, a dimension that does not fit, an unknown rule", () => {
  for (const [points, dim, rule, said] of [
    [vec(0, NaN, 2), 1, "median", /a coordinate of the points is NaN/],
    [vec(0, 1, 2), 2, "median", /the coordinates of a cloud over their dimension is 1.5/],
    [vec(0, 1, 2), 0, "median", /the dimension of a cloud is 0/],
    [vec(0, 1, 2), 1, "mediann", /the rule of a bandwidth: "mediann" is none of: median, .*; did you mean "median"\?/],
  ] as const)
    assert.throws(() => bandwidthBy(rule as BandwidthRule, points, dim), said);
});
