import assert from "node:assert/strict";
import test from "node:test";
import { normals, stream } from "../arithmetic/random.js";
import { sum } from "../arithmetic/vectors.js";
import { projectOnSimplex } from "./simplex.js";

test("projection on {w ≥ 0, Σw = m}: x - w is one number θ where w > 0 and at most θ elsewhere (KKT), Σw = m", () => {
  for (const [n, mass] of [
    [1, 1],
    [5, 1],
    [40, 0.3],
    [300, 7],
  ]) {
    const x = normals(stream(n, "point"), n);
    const w = projectOnSimplex(x, mass);
    const theta = Math.max(...x.map((v, i) => v - w[i]));
    // Σ of n numbers of size 1
    assert.ok(Math.abs(sum(w) - mass) < 1e-15 * n * (1 + mass));
    w.forEach((v, i) => assert.ok(v >= 0 && (v === 0 ? x[i] <= theta : Math.abs(x[i] - v - theta) < 1e-14)));
  }
});

test("a point of the simplex is its own projection, and ties share the mass", () => {
  assert.deepEqual([...projectOnSimplex(Float64Array.of(0.25, 0, 0.75), 1)], [0.25, 0, 0.75]);
  assert.deepEqual([...projectOnSimplex(Float64Array.of(2, 2, -1), 1)], [0.5, 0.5, 0]);
});
