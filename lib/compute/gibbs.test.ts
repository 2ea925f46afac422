import assert from "node:assert/strict";
import { test } from "node:test";
import { exp } from "../numerics/functions.js";
import { normals, stream } from "../random.js";
import type { Vec } from "../types.js";
import { useBackend } from "./backend.js";
import { type Gibbs, gibbs, type Scalings } from "./gibbs.js";

interface Problem {
  readonly costs: Vec;
  readonly scalings: Scalings;
}

/** Costs of which a few are ∞, potentials of which one is -∞, masses of which one is 0. */
function problem(n: number, m: number, rate: number): Problem {
  const random = stream(n * m, "gibbs"), masses = (count: number): Vec => new Float64Array(count).map(() => random.uniform());
  const costs = normals(random, n * m).map(v => (random.uniform() < 0.1 ? Infinity : v * v));
  return { costs, scalings: { a: masses(n).fill(0, 0, 1), b: masses(m), f: normals(random, n), g: normals(random, m), rate } };
}

/** Everything that a problem can be asked. */
function answers(matrix: Gibbs, { a, b, f, g, rate }: Scalings): readonly Vec[] {
  matrix.weigh({ a, b, f, g, rate });
  const g0 = g.slice().fill(-Infinity, 0, 1);
  return [
    matrix.softRows(g, b, rate), matrix.softRows(g0, b, rate), matrix.softColumns(f, a, rate),
    matrix.applyRows(b), matrix.applyColumns(a), matrix.plan(),
  ];
}

const SIZES: readonly (readonly [number, number])[] = [[1, 1], [8, 8], [7, 30], [30, 7], [33, 65]];

test("the sums and the plan of an entropic problem have the same bits in WebAssembly and in TypeScript", () => {
  for (const [n, m] of SIZES)
    for (const rate of [0.01, 1, 300]) {
      const { costs, scalings } = problem(n, m, rate), [wasm, typescript] = (["wasm", "typescript"] as const).map(backend => {
        useBackend(backend);
        return answers(gibbs(costs, n), scalings);
      });
      useBackend("wasm");
      assert.deepEqual(wasm, typescript);
    }
});

test("γ_ij = a_i b_j e^{(f_i + g_j - c_ij)/ε}, and γ v, γᵀ u are its sums", () => {
  const n = 9, m = 12, { costs, scalings } = problem(n, m, 2), { a, b, f, g, rate } = scalings;
  const [, , , rows, columns, plan] = answers(gibbs(costs, n), scalings);
  // the exponent is rounded in units of the largest one, about 30
  const near = (x: number, y: number): void => assert.ok(Math.abs(x - y) <= 64 * 2 ** -53 * Math.max(Math.abs(y), 1), `${x} ${y}`);
  plan.forEach((v, k) => {
    const i = Math.floor(k / m), j = k % m, expected = a[i] * b[j] * exp((f[i] + g[j] - costs[k]) * rate);
    assert.ok(Math.abs(v - expected) <= 64 * 2 ** -53 * expected);
  });
  rows.forEach((v, i) => near(v, plan.subarray(i * m, i * m + m).reduce((s, p, j) => s + p * b[j], 0)));
  columns.forEach((v, j) => near(v, plan.filter((_, k) => k % m === j).reduce((s, p, i) => s + p * a[i], 0)));
});
