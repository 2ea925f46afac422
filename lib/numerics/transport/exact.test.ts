import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { costMatrix } from "./cost.js";
import { planMatrix } from "./coupling.js";
import { optimalTransport, type OptimalPlan } from "./exact.js";
import { sum } from "../../arithmetic/vectors.js";

/** A linear congruential sequence on [0, 1): only the spread of the test data matters. */
function sequence(seed: number, n: number): Vec {
  let s = seed;
  return Float64Array.from({ length: n }, () => (s = (Math.imul(s, 1664525) + 1013904223) >>> 0) / 4294967296);
}
const normalised = (x: Vec): Vec => x.map(v => v / sum(x));

function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap(p =>
    Array.from({ length: n }, (_, i) => [...p.slice(0, i), n - 1, ...p.slice(i)]),
  );
}

/** Largest f + g - C, and largest C - f - g on the support. */
function slackness({ source, target, coupling }: OptimalPlan, cost: Vec): [number, number] {
  const m = target.length;
  const over = cost.reduce((w, c, k) => Math.max(w, source[Math.floor(k / m)] + target[k % m] - c), -Infinity);
  const tight = coupling.masses.reduce((w, _, k) => {
    const i = coupling.sources[k];
    const j = coupling.targets[k];
    return Math.max(w, cost[i * m + j] - source[i] - target[j]);
  }, -Infinity);
  return [over, tight];
}

test("between equal masses the optimal plan is a best permutation (all 5040 of them tried)", () => {
  for (const seed of [1, 2, 3]) {
    const n = 7;
    const cost = costMatrix(sequence(seed, 2 * n), sequence(seed + 10, 2 * n), 2, 2);
    const mass = new Float64Array(n).fill(1 / n);
    const best = Math.min(...permutations(n).map(p => p.reduce((s, j, i) => s + cost[i * n + j] / n, 0)));
    assert.ok(Math.abs(optimalTransport(mass, mass, cost).value - best) < 1e-15);
  }
});

test("f + g ≤ C everywhere, f + g = C where γ > 0, marginals met: the plan is optimal, with zero masses too", () => {
  for (const [n, m, seed] of [
    [1, 5, 1],
    [5, 1, 2],
    [30, 45, 3],
    [60, 25, 4],
  ]) {
    const a = normalised(sequence(seed, n).map(v => (v < 0.2 ? 0 : v)));
    const b = normalised(sequence(seed + 7, m));
    const cost = costMatrix(sequence(seed + 20, 3 * n), sequence(seed + 30, 3 * m), 3, 2);
    const plan = optimalTransport(a, b, cost);
    const matrix = planMatrix(plan.coupling, n, m);
    const [over, tight] = slackness(plan, cost);
    assert.ok(over < 1e-14 && tight < 1e-14, `slackness ${over}, ${tight}`);
    assert.ok(Math.abs(plan.value - plan.dualValue) < 1e-14);
    a.forEach((mass, i) => assert.ok(Math.abs(sum(matrix.subarray(i * m, i * m + m)) - mass) < 1e-15));
    b.forEach((mass, j) => assert.ok(Math.abs(sum(Float64Array.from(a, (_, i) => matrix[i * m + j])) - mass) < 1e-14));
    assert.ok(plan.coupling.masses.length <= n + m - 1, "a basic plan");
  }
});

test("W_1 = ∫ |F - G| dx on the line", () => {
  const n = 40;
  const x = sequence(5, n).sort();
  const a = normalised(sequence(6, n));
  const b = normalised(sequence(8, n));
  let gap = 0;
  let area = 0;
  for (let i = 0; i + 1 < n; i++) {
    gap += a[i] - b[i];
    area += Math.abs(gap) * (x[i + 1] - x[i]);
  }
  assert.ok(Math.abs(optimalTransport(a, b, costMatrix(x, x, 1, 1)).value - area) < 1e-14);
});

test("500 × 500 random points are solved to a gap of rounding size", () => {
  const n = 500;
  const a = normalised(sequence(1, n));
  const b = normalised(sequence(2, n));
  const plan = optimalTransport(a, b, costMatrix(sequence(3, 2 * n), sequence(4, 2 * n), 2, 2));
  assert.ok(Math.abs(plan.value - plan.dualValue) < 1e-13);
});

test("where all points agree nothing is paid and the plan still has its marginals", () => {
  const plan = optimalTransport(Float64Array.of(0.25, 0.75), Float64Array.of(0.5, 0.5), new Float64Array(4));
  assert.equal(plan.value, 0);
  assert.equal(sum(plan.coupling.masses), 1);
});

test("unequal masses are refused with the way out", () => {
  assert.throws(
    () => optimalTransport(Float64Array.of(1), Float64Array.of(2), Float64Array.of(0)),
    /hellinger-kantorovich/,
  );
});
