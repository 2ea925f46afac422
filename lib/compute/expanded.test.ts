import assert from "node:assert/strict";
import { test } from "node:test";
import { kernels } from "../systems/kernels/fixtures.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import type { Kernel, KernelForm } from "./kernel-form.js";
import { kernelField, kernelGradientSum, kernelSum } from "./index.js";
import { radialRoutines } from "./typescript/radial.js";

const multiquadric = kernels(10).find(({ name }) => name.includes("multiquadric"))!;

type Radial = Extract<KernelForm, { type: "radial" }>;

const cloud = (seed: string, n: number, dim: number, scale: number): Vec =>
  normals(stream(dim, seed), n * dim).map(v => scale * v);
const isRadial = (form: KernelForm): form is Radial => form.type === "radial";

const largest = (values: Vec): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** The largest difference between two results, over the largest sum of what was added up. */
function distance(found: Vec, expected: Vec, size: number): number {
  return found.reduce((most, v, i) => Math.max(most, Math.abs(v - expected[i])), 0) / size;
}

/** Sums behind the door beside sums of differences: values, and gradients for points within a radius of each other. */
function errors(kernel: Kernel, form: Radial, x: Vec, y: Vec, dim: number): readonly number[] {
  const of = radialRoutines(form);
  const w = cloud("w", y.length / dim, 1, 1);
  const sizes = w.map(Math.abs);
  const values = largest(of.sum(x, y, dim, sizes, 1));
  const slopes = largest(of.gradient1Sum(x, y, dim, w));
  return [
    distance(kernelSum(kernel, x, y, dim, w), of.sum(x, y, dim, w, 1), values),
    distance(kernelGradientSum(kernel, x, y, dim, w), of.gradient1Sum(x, y, dim, w), slopes),
  ];
}

test("sums with |x|² + |y|² - 2 x·y differ from sums of differences by no more than 16 (4d + 16) u, wherever the clouds are", () => {
  for (const dim of [8, 20, 100])
    for (const kernel of kernels(dim)) {
      const { form } = kernel;
      if (!isRadial(form)) continue;
      for (const place of [0, 1000]) {
        const placed = (name: string, n: number): Vec => cloud(name, n, dim, 0.5 / Math.sqrt(dim)).map(v => v + place);
        for (const error of errors(kernel, form, placed("x", 30), placed("y", 40), dim))
          assert.ok(error <= 16 * (4 * dim + 16) * 2 ** -53, `${kernel.name}, R^${dim} at ${place}: ${error}`);
      }
    }
});

test("a point is at distance 0 from itself and from whatever coincides with it, to the bit", () => {
  const dim = 13;
  const kernel = gaussianKernel(0.01);
  const x = cloud("x", 1, dim, 3);
  const twice = Float64Array.from([...x, ...x]);
  assert.deepEqual(kernelSum(kernel, twice, x.slice(), dim, Float64Array.of(1)), Float64Array.of(1, 1));
});

test("points that are far from each other in the unit of the kernel get differences, with their bits", () => {
  const dim = 9;
  const kernel = gaussianKernel(0.1);
  const { form } = kernel;
  const x = cloud("x", 30, dim, 1);
  const y = cloud("y", 40, dim, 1);
  const w = cloud("w", 40, 1, 1);
  assert.ok(isRadial(form));
  const of = radialRoutines(form);
  assert.deepEqual(kernelSum(kernel, x, y, dim, w), of.sum(x, y, dim, w, 1));
  assert.deepEqual(kernelGradientSum(kernel, x, y, dim, w), of.gradient1Sum(x, y, dim, w));
});

test("values and gradients in one pass: the gradient to the bit, values to 4 (n + 4) u of Σ |w| φ, however many pairs", () => {
  const dim = 10;
  const y = cloud("y", 300, dim, 1);
  const w = cloud("w", 300, 1, 1);
  const sizes = w.map(Math.abs);
  for (const n of [20, 8000]) {
    const x = cloud("x", n, dim, 1);
    const kernel = gaussianKernel(3);
    const field = kernelField(kernel, x, y, dim, w);
    assert.ok(field);
    assert.deepEqual(field.gradient, kernelGradientSum(kernel, x, y, dim, w));
    const error = distance(field.value, kernelSum(kernel, x, y, dim, w), largest(kernelSum(kernel, x, y, dim, sizes)));
    assert.ok(error <= 4 * 304 * 2 ** -53, `${n}: ${error}`);
  }
});

test("one pass is not to be had in few dimensions, for a wide cloud, or for a kernel whose slope is no multiple of it", () => {
  const w = cloud("w", 30, 1, 1);
  const [plane, space] = [2, 10].map(dim => cloud("x", 30, dim, 1));
  assert.equal(kernelField(gaussianKernel(3), plane, plane, 2, w), undefined);
  assert.equal(kernelField(gaussianKernel(0.1), space, space, 10, w), undefined);
  assert.equal(kernelField(multiquadric, space, space, 10, w), undefined);
});

test("sources of weight 0 or -0 are left out to the bit: as if they weighed 1e-300 among 200 sources", () => {
  for (const dim of [8, 13, 100])
    for (const kernel of kernels(dim)) {
      const { form } = kernel;
      if (!isRadial(form)) continue;
      const scale = 0.3 / Math.sqrt(dim);
      const y = cloud("y", 200, dim, scale);
      const w = cloud("w", 200, 1, 1).map((v, j) => (j % 11 === 3 ? v : j % 2 === 0 ? 0 : -0));
      // the corners of the box stay, so that distances are taken from the same middle
      const tiny = w.map(v => (v === 0 ? 1e-300 : v));
      const sums = (weights: Vec): readonly Vec[] => [
        kernelSum(kernel, y, y, dim, weights),
        kernelGradientSum(kernel, y, y, dim, weights),
      ];
      const [found, expected] = [sums(w), sums(tiny)];
      found.forEach((values, k) =>
        values.forEach((v, i) =>
          assert.ok(Math.abs(v - expected[k][i]) <= 1e-290, `${kernel.name}, R^${dim}: ${v}, not ${expected[k][i]}`),
        ),
      );
    }
});
