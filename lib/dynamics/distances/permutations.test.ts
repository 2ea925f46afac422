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

const DIM = 2;
type Point = readonly number[];

/** Means of exp(-|s - t|²/2) over all pairs, without those of a point and itself for U. */
function squaredMmd(a: readonly Point[], b: readonly Point[], statistic: "u" | "v"): number {
  const mean = (p: readonly Point[], q: readonly Point[]): number => {
    const pairs = p.flatMap(s => q.flatMap(t => (statistic === "u" && s === t ? [] : [[s, t]])));
    return (
      pairs.reduce((sum, [s, t]) => sum + Math.exp(-((s[0] - t[0]) ** 2 + (s[1] - t[1]) ** 2) / 2), 0) / pairs.length
    );
  };
  return mean(a, a) - 2 * mean(a, b) + mean(b, b);
}

/** All ways to take three of the points, with the others. */
const splits = (points: readonly Point[]): readonly (readonly Point[])[][] =>
  Array.from({ length: 2 ** points.length }, (_, bits) =>
    [1, 0].map(side => points.filter((_p, i) => ((bits >> i) & 1) === side)),
  ).filter(([a]) => a.length === 3);

test("p is the share of all relabellings of 3 and 4 points, listed one by one, whose MMD² is as large: 4.5 binomial errors of 2000", () => {
  for (const seed of [1, 2, 3, 4, 5, 6])
    for (const statistic of ["u", "v"] as const) {
      const data = normals(stream(seed, "points"), 7 * DIM);
      const points = Array.from({ length: 7 }, (_, i) => [...data.subarray(i * DIM, (i + 1) * DIM)]);
      const observed = squaredMmd(points.slice(0, 3), points.slice(3), statistic);
      const values = splits(points).map(([a, b]) => squaredMmd(a, b, statistic));
      const share = values.filter(value => value >= observed - 1e-12).length / 35;
      const samples = [data.slice(0, 3 * DIM), data.slice(3 * DIM)] as const;
      const p = permutationTest(kernel, samples, DIM, { statistic, permutations: 2000 });
      assert.ok(Math.abs(p - share) < 4.5 * Math.sqrt(0.25 / 2000), `${statistic}: ${p} of ${share}`);
    }
});
