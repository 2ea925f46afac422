import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { permutationTest } from "./permutations.js";

const kernel = gaussianKernel(1);

test("P(p ≤ 1/20) = 1/20 where both samples are of one law: 600 tests of 19, within 4 binomial errors", () => {
  const trials = 600;
  let rejected = 0;
  for (let seed = 0; seed < trials; seed++) {
    const x = normals(stream(seed, "x"), 12);
    const y = normals(stream(seed, "y"), 9);
    if (permutationTest(kernel, [x, y], 1, { statistic: "u", permutations: 19, seed }) <= 0.05) rejected++;
  }
  const error = Math.sqrt((0.05 * 0.95) / trials);
  assert.ok(Math.abs(rejected / trials - 0.05) < 4 * error, `${rejected} of ${trials}`);
});

test("samples of laws far apart have the least p-value, 1/(1 + B), by both statistics; equal samples the largest, by V", () => {
  const x = normals(stream(1, "x"), 30);
  const y = normals(stream(1, "y"), 30).map(v => v + 3);
  for (const statistic of ["u", "v"] as const)
    assert.equal(permutationTest(kernel, [x, y], 1, { statistic, permutations: 99 }), 0.01);
  assert.equal(permutationTest(kernel, [x, x], 1, { statistic: "v", permutations: 99 }), 1);
});
