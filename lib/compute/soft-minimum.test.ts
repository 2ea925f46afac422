import assert from "node:assert/strict";
import { test } from "node:test";
import { exp, log } from "../arithmetic/functions.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import type { Term } from "./kernel-form.js";
import { softMinimum, useBackend } from "./index.js";

const cloud = (seed: string, n: number, dim: number): Vec => normals(stream(dim, seed), n * dim);
const squared: Term = { name: "power", factor: 1, offset: 0, rate: 1, exponent: 1 };
const distance: Term = { ...squared, exponent: 0.5 };

test("the soft minimum is -ε log Σ_j w_j e^{(g_j - c_ij)/ε} and lies below min_j c_ij - g_j - ε log w_j, for large and small ε", () => {
  const [x, y] = [cloud("x", 12, 3), cloud("y", 20, 3)];
  const g = cloud("g", 20, 1);
  const w = cloud("w", 20, 1).map(v => v * v);
  for (const [cost, power] of [
    [squared, 1],
    [distance, 0.5],
  ] as const)
    for (const epsilon of [10, 1, 0.01, 1e-4]) {
      const found = softMinimum(cost, x, y, 3, g, w, epsilon);
      for (let i = 0; i < 12; i++) {
        const s = Array.from(w, (_, j) => [0, 1, 2].reduce((t, c) => t + (x[3 * i + c] - y[3 * j + c]) ** 2, 0));
        const h = s.map((v, j) => g[j] - (power === 1 ? v : Math.sqrt(v)) + epsilon * log(w[j]));
        const top = Math.max(...h);
        const expected = -top - epsilon * log(h.reduce((t, v) => t + exp((v - top) / epsilon), 0));
        // rounding of the costs, divided and multiplied by ε, and of a sum of 20 numbers
        assert.ok(
          Math.abs(found[i] - expected) <= 40 * 2 ** -53 * (Math.abs(expected) + s[0] + epsilon + 5),
          `${epsilon}: ${found[i]} ${expected}`,
        );
        assert.ok(found[i] <= -top + 1e-13);
      }
    }
});

test("half-steps in WebAssembly have the bits of their twin, with sources left out and sizes beyond a block", () => {
  for (const dim of [1, 2, 3, 7])
    for (const [n, m] of [
      [9, 9],
      [13, 255],
      [5, 513],
    ])
      for (const cost of [squared, distance]) {
        const [x, y] = [cloud("x", n, dim), cloud("y", m, dim)];
        const w = cloud("w", m, 1).map(v => v * v);
        const g = cloud("g", m, 1).map((v, j) => (j % 7 === 3 ? -Infinity : v));
        const on = (backend: "wasm" | "typescript"): Vec => {
          useBackend(backend);
          return softMinimum(cost, x, y, dim, g, w, 0.05);
        };
        const twin = on("typescript");
        assert.deepEqual(on("wasm"), twin);
        assert.ok(twin.every(Number.isFinite));
      }
});

test("potentials of another length and ε that is not positive are refused", () => {
  const x = Float64Array.of(0, 1);
  const one = Float64Array.of(1, 1);
  assert.throws(
    () => softMinimum(squared, x, x, 1, Float64Array.of(0), one, 1),
    /refused: potential has 1 numbers, not 2/,
  );
  assert.throws(() => softMinimum(squared, x, x, 1, x, one, 0), /refused: epsilon is 0/);
});
