import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import { medianDistance } from "./bandwidth.js";

test("the median of |x_i - x_j|, i < j: of 0, 1, 3 it is 2 of {1, 2, 3}, of 0, 1, 3, 7 the mean 3.5 of 3 and 4", () => {
  assert.equal(medianDistance(Float64Array.of(0, 1, 3), 1), 2);
  // distances 1, 2, 3, 4, 6, 7
  assert.equal(medianDistance(Float64Array.of(0, 1, 3, 7), 1), 3.5);
  assert.equal(medianDistance(Float64Array.of(0, 0, 3, 4), 2), 5);
});

test("the median distance of N(0, 1) points is √2 · 0.6745: a large cloud is thinned, not sampled at random", () => {
  const x = normals(stream(1, "cloud"), 4000);
  // 1000 of the points: the standard error of the median is about 0.03
  assert.ok(Math.abs(medianDistance(x, 1) - 0.9539) < 0.1);
  assert.equal(
    medianDistance(x, 1),
    medianDistance(
      x.filter((_, i) => i % 4 === 0),
      1,
    ),
  );
});

test("a cloud without two different points has no bandwidth", () => {
  assert.throws(() => medianDistance(Float64Array.of(1), 1), /refused: the median distance/);
  assert.throws(() => medianDistance(Float64Array.of(2, 2, 2), 1), /give the bandwidth as a number/);
});
