import assert from "node:assert/strict";
import { test } from "node:test";
import { exp, log } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum } from "../../arithmetic/vectors.js";
import { costMatrix } from "./cost.js";
import { optimalTransport } from "./exact.js";
import { planMatrix, marginals } from "./coupling.js";
import { divergence } from "./relaxation.js";
import { relaxedTransport } from "./relaxed.js";
import { sinkhorn } from "./sinkhorn.js";

const points = (name: string, count: number): Vec => normals(stream(21, name), count);
const masses = (name: string, count: number): Vec => normals(stream(22, name), count).map(v => exp(v) / count);

/** Two clouds of the plane with their costs |x - y|². */
const pair = (n: number, m: number): { readonly a: Vec; readonly b: Vec; readonly cost: Vec } => ({
  a: masses(`a${n}`, n),
  b: masses(`b${m}`, m),
  cost: costMatrix(points(`x${n}`, 2 * n), points(`y${m}`, 2 * m), 2, 2),
});

test("two Diracs: min_γ γ d² + ρ KL(γ|a) + ρ KL(γ|b) = ρ(a + b - 2√(ab) e^{-d²/2ρ}) at γ = √(ab) e^{-d²/2ρ}", () => {
  for (const [a, b, d2, rho] of [
    [1.3, 0.6, 1.21, 0.5],
    [2, 2, 1e-12, 3],
    [1, 5, 40, 0.1],
    [1, 1, 1e5, 1],
  ]) {
    const found = relaxedTransport(Float64Array.of(a), Float64Array.of(b), Float64Array.of(d2), rho);
    const carried = Math.sqrt(a * b) * exp(-d2 / (2 * rho));
    const expected = rho * (a + b - 2 * carried);
    assert.ok(Math.abs(found.value - expected) <= 1e-14 * rho * (a + b), `${found.value} instead of ${expected}`);
    assert.ok(Math.abs(sum(found.coupling.masses) - carried) <= 1e-14 * carried);
  }
});

test("strong duality: value = dualValue within 1e-13, the margins are a e^{-f/ρ}, f + g ≤ C, ρ 1e-3 … 1e4", () => {
  for (const [n, m] of [
    [1, 6],
    [12, 9],
    [40, 50],
    [150, 130],
  ])
    for (const rho of [1e-3, 0.05, 1, 30, 1e4]) {
      const { a, b, cost } = pair(n, m);
      const { value, dualValue, coupling, source, target } = relaxedTransport(a, b, cost, rho);
      assert.ok(Math.abs(value - dualValue) <= 1e-13 * rho * (sum(a) + sum(b)), `${value} and ${dualValue}`);
      const plan = planMatrix(coupling, n, m);
      const [rows, columns] = marginals(plan, n);
      rows.forEach((r, i) => assert.ok(Math.abs(r - a[i] * exp(-source[i] / rho)) <= 1e-10 * a[i]));
      const primal =
        plan.reduce((s, v, k) => s + v * cost[k], 0) + rho * (divergence(rows, a) + divergence(columns, b));
      assert.ok(Math.abs(primal - value) <= 1e-11 * rho * (sum(a) + sum(b)));
      cost.forEach((c, k) => assert.ok(source[Math.floor(k / m)] + target[k % m] <= c + 1e-12 * (c + rho)));
      assert.ok(coupling.masses.length < n + m && coupling.masses.every(v => v > 0));
    }
});

test("the value tends to W² for ρ → ∞ with the rate 1/ρ, and is at most the value of entropic plans, near it for small ε", () => {
  const { a, b: other, cost } = pair(20, 15);
  const b = other.map(v => (v * sum(a)) / sum(other));
  const exact = optimalTransport(a, b, cost).value;
  const gap = (rho: number): number => exact - relaxedTransport(a, b, cost, rho).value;
  // W² - value = (Σ a f² + Σ b g²)/2ρ + O(1/ρ²), f and g those of mean masses 0
  const order = log(gap(1e4) / gap(2e4)) / Math.LN2;
  assert.ok(gap(1e4) > 0 && Math.abs(order - 1) < 1e-2, `order ${order}`);
  const { value } = relaxedTransport(a, other, cost, 1);
  const entropic = sinkhorn(a, other, cost, { epsilon: 1e-3, relaxation: 1 });
  const [rows, columns] = marginals(entropic.plan, 20);
  const upper = entropic.cost + divergence(rows, a) + divergence(columns, other);
  assert.ok(upper >= value - 1e-12 && upper - value < 5e-3, `${upper - value}`);
});

test("nodes without mass, and nodes that nothing can reach: their mass is missed at the price ρ", () => {
  const a = Float64Array.of(1, 0, 2);
  const b = Float64Array.of(1, 0.5);
  const far = Infinity;
  const found = relaxedTransport(a, b, Float64Array.of(0, far, 0, 0, far, far), 0.5);
  assert.ok(Math.abs(found.value - 0.5 * (2 + 0.5)) < 1e-15);
  assert.equal(found.coupling.masses.length, 1);
  assert.throws(() => relaxedTransport(a, b, new Float64Array(6), 0), /refused: .*weight/);
  assert.throws(() => relaxedTransport(Float64Array.of(-1), b, new Float64Array(2), 1), /refused: mass 1 of the first/);
});
