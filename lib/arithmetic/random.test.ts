import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "./random.js";

const N = 40_000;

test("stream(seed, name) gives the same numbers for ever", () => {
  const random = stream(7, "initial");
  assert.deepEqual(
    [random.uniform(), random.normal(), random.integer(1000)],
    [0.2956601126002246, -1.861676030579572, 892],
  );
});

test("E U = 1/2, Var U = 1/12 and U takes values in [0, 1) with 53 bits", () => {
  const random = stream(1, "uniform");
  const u = Array.from({ length: N }, random.uniform);
  const mean = u.reduce((s, v) => s + v, 0) / N;
  const variance = u.reduce((s, v) => s + (v - mean) * (v - mean), 0) / N;
  assert.ok(u.every(v => v >= 0 && v < 1 && Number.isInteger(v * 2 ** 53)));
  // four standard errors; Var(U²) gives √(1/180) for the variance
  assert.ok(Math.abs(mean - 0.5) < 4 * Math.sqrt(1 / 12 / N));
  assert.ok(Math.abs(variance - 1 / 12) < 4 * Math.sqrt(1 / 180 / N));
});

test("E Z = 0, E Z² = 1, E Z³ = 0, E Z⁴ = 3 within four standard errors", () => {
  const z = normals(stream(2, "normal"), N);
  const moment = (k: number): number => z.reduce((s, v) => s + v ** k, 0) / N;
  // Var Z^k = 1, 2, 15, 96
  [1, 2, 15, 96].forEach((variance, i) => {
    const expected = [0, 1, 0, 3][i];
    assert.ok(Math.abs(moment(i + 1) - expected) < 4 * Math.sqrt(variance / N), `E Z^${i + 1} = ${moment(i + 1)}`);
  });
});

test("streams of the same seed with different names, and of neighbouring seeds, are uncorrelated", () => {
  const pairs = [
    [stream(3, "a"), stream(3, "b")],
    [stream(3, "noise"), stream(4, "noise")],
    [stream(1, "1:x"), stream(11, ":x")],
  ];
  for (const [p, q] of pairs) {
    const correlation = Array.from({ length: N }, () => p.normal() * q.normal()).reduce((s, v) => s + v, 0) / N;
    assert.ok(Math.abs(correlation) < 4 / Math.sqrt(N), `${correlation}`);
  }
});

test("a stream does not depend on what others draw", () => {
  const alone = stream(5, "left");
  const expected = Array.from({ length: 5 }, alone.uniform);
  const [left, right] = [stream(5, "left"), stream(5, "right")];
  assert.deepEqual(
    Array.from({ length: 5 }, () => {
      right.normal();
      return left.uniform();
    }),
    expected,
  );
});

test("integer(n) is uniform on 0 … n-1: χ² with 6 degrees of freedom below its 1e-4 quantile", () => {
  const random = stream(6, "integer");
  const counts = new Array<number>(7).fill(0);
  for (let k = 0; k < N; k++) counts[random.integer(7)]++;
  const chi2 = counts.reduce((s, c) => s + ((c - N / 7) * (c - N / 7)) / (N / 7), 0);
  assert.ok(chi2 < 27.9, `${chi2}`);
  assert.throws(() => random.integer(0), /refused: a random integer below 0/);
});

test("as many normal numbers as are asked for, by a whole number of at least 0", () => {
  assert.deepEqual(
    [0, 3].map(count => normals(stream(1, "count"), count).length),
    [0, 3],
  );
  for (const count of [-2, 1.5, NaN])
    assert.throws(() => normals(stream(1, "count"), count), /refused: the number of normal numbers is/);
});
