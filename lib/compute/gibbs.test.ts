import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { exp } from "../arithmetic/functions.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { threads, threadsAtWork, useBackend, useThreads } from "./backend.js";
import { type Gibbs, gibbs, type Scalings } from "./gibbs.js";

interface Problem {
  readonly costs: Vec;
  readonly scalings: Scalings;
}

/** Costs of which a few are ∞, potentials of which one is -∞, masses of which one is 0. */
function problem(n: number, m: number, rate: number): Problem {
  const random = stream(n * m, "gibbs");
  const masses = (count: number): Vec => new Float64Array(count).map(() => random.uniform());
  const costs = normals(random, n * m).map(v => (random.uniform() < 0.1 ? Infinity : v * v));
  return {
    costs,
    scalings: { a: masses(n).fill(0, 0, 1), b: masses(m), f: normals(random, n), g: normals(random, m), rate },
  };
}

/** Everything that a problem can be asked; factors of the rows are what they have reached. */
function answers(matrix: Gibbs, { a, b, f, g, rate }: Scalings): readonly Vec[] {
  const entries = matrix.weigh({ a, b, f, g, rate });
  const g0 = g.slice().fill(-Infinity, 0, 1);
  const rows = new Float64Array(a.length);
  const columns = matrix.sweep(b, (reached, first) => {
    rows.set(reached, first);
    return reached;
  });
  return [
    matrix.plan(),
    rows,
    columns,
    Float64Array.of(entries),
    matrix.softRows(g, b, rate),
    matrix.softRows(g0, b, rate),
    matrix.softColumns(f, a, rate),
  ];
}

const available = threads();
after(() => useThreads(available));

const SIZES: readonly (readonly [number, number])[] = [
  [1, 1],
  [8, 8],
  [7, 30],
  [30, 7],
  [33, 65],
  [3, 600],
  [530, 21],
];

test("the sums and the plan of an entropic problem have the same bits in WebAssembly and in TypeScript", () => {
  for (const [n, m] of SIZES)
    for (const rate of [0.01, 1, 90]) {
      const { costs, scalings } = problem(n, m, rate);
      const [wasm, typescript] = (["wasm", "typescript"] as const).map(backend => {
        useBackend(backend);
        return answers(gibbs(costs, n), scalings);
      });
      useBackend("wasm");
      assert.deepEqual(wasm, typescript);
    }
});

test("so they have on 1, 2 and 3 threads, also where two ways through γ are shared by all of them", async () => {
  const n = 661;
  const m = 643;
  const { costs, scalings } = problem(n, m, 1);
  const found: (readonly Vec[])[] = [];
  for (const count of [1, 2, 3]) {
    useThreads(count);
    gibbs(costs, n);
    while (threadsAtWork() < count) await setTimeout(5);
    found.push(answers(gibbs(costs, n), scalings));
  }
  assert.deepEqual(found[1], found[0]);
  assert.deepEqual(found[2], found[0]);
});

test("γ_ij = a_i b_j e^{(f_i + g_j - c_ij)/ε}, and a sweep takes v to γᵀ u, where u is made of γ v", () => {
  const n = 9;
  const m = 12;
  const { costs, scalings } = problem(n, m, 2);
  const { a, b, f, g, rate } = scalings;
  const [plan, rows, columns, [entries]] = answers(gibbs(costs, n), scalings);
  // the exponent is rounded in units of the largest one, about 30
  const near = (x: number, y: number): void =>
    assert.ok(Math.abs(x - y) <= 64 * 2 ** -53 * Math.max(Math.abs(y), 1), `${x} ${y}`);
  plan.forEach((v, k) => {
    const i = Math.floor(k / m);
    const j = k % m;
    const expected = a[i] * b[j] * exp((f[i] + g[j] - costs[k]) * rate);
    assert.ok(Math.abs(v - expected) <= 64 * 2 ** -53 * expected);
  });
  rows.forEach((v, i) =>
    near(
      v,
      plan.subarray(i * m, i * m + m).reduce((s, p, j) => s + p * b[j], 0),
    ),
  );
  columns.forEach((v, j) =>
    near(
      v,
      plan.filter((_, k) => k % m === j).reduce((s, p, i) => s + p * rows[i], 0),
    ),
  );
  assert.equal(entries, plan.filter(v => v !== 0).length);
});
