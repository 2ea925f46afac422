import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import type { Vec } from "../arithmetic/vec.js";
import { gram, kernelGradientSum, kernelSum, mixedTraceField, steinSum } from "./index.js";

const kernel = gaussianKernel(1);
const points = Float64Array.of(0, 1, 2, 3, 4, 5);
const one = new Float64Array(3).fill(1);

const refusals: readonly (readonly [string, () => Vec, RegExp])[] = [
  ["NaN in x", () => gram(kernel, Float64Array.of(0, 1, 2, NaN), points, 2), /refused: x \(2 × 2\) is NaN at \(1, 1\)/],
  [
    "an infinity in y",
    () => kernelSum(kernel, points, Float64Array.of(-Infinity, 1), 2, one),
    /refused: y \(1 × 2\) is -Infinity at \(0, 0\)/,
  ],
  ["an empty cloud", () => kernelSum(kernel, points, new Float64Array(0), 2, one), /refused: y \(0 × 2\) is empty/],
  [
    "another dimension",
    () => kernelGradientSum(kernel, points, Float64Array.of(1, 2, 3), 2, one),
    /refused: y has 3 numbers, which are no/,
  ],
  ["no dimension", () => gram(kernel, points, points, 0), /refused: dim is 0/],
  ["half a dimension", () => gram(kernel, points, points, 1.5), /refused: dim is 1.5/],
  ["too few weights", () => steinSum(kernel, points, 2, Float64Array.of(1, 1)), /refused: w has 2 numbers, not 3 × 1/],
  [
    "weights without all columns",
    () => kernelSum(kernel, points, points, 2, one, 2),
    /refused: w has 3 numbers, not 3 × 2/,
  ],
  ["no columns", () => kernelSum(kernel, points, points, 2, one, 0), /refused: columns is 0/],
  [
    "NaN among the weights",
    () => mixedTraceField(kernel, points, points, 2, Float64Array.of(1, NaN, 1)),
    /refused: w \(3 × 1\) is NaN at 1/,
  ],
];

for (const [what, call, message] of refusals)
  test(`${what} is refused with the argument and its shape`, () => assert.throws(call, message));

test("huge and subnormal coordinates are finite, and admitted", () =>
  assert.deepEqual(
    gram(kernel, Float64Array.of(1e308, 5e-324), Float64Array.of(-1e308, 0), 1),
    Float64Array.of(0, 0, 0, 1),
  ));
