import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { log } from "../../arithmetic/functions.js";
import { fill } from "../../arithmetic/vectors.js";
import { costMatrix } from "./cost.js";
import { optimalTransport } from "./exact.js";
import { selfTransport, symmetricCosts } from "./self-transport.js";
import { sinkhorn } from "./sinkhorn.js";
import { unbalancedTransport } from "./unbalanced.js";

const equalWeights = (n: number): Vec => fill(n, 1 / n);

/** The points (i, h), i < 10, in the order i ↦ 3i mod 10, then the others. */
const row = (height: number, step: number, ...others: readonly number[]): Vec =>
  Float64Array.from([...Array.from({ length: 10 }, (_, i) => [(step * i) % 10, height]).flat(), ...others]);

const SIZES = [1e3, 1e6, 1e7, 1e8, 1e9, 1e10, 1e12, 1e14, 1e16, 1e30, 1e100, 1e150];

test("outlier in both clouds: W_2² = 10·0.1²/11 and its gap is rounding, wherever the eleventh atom of both is", () => {
  const a = equalWeights(11);
  for (const size of SIZES)
    for (const step of [1, 3, 7]) {
      const cost = costMatrix(row(0, 1, size, size), row(0.1, step, size, size), 2, 2);
      for (const costs of [cost, cost.slice().reverse()]) {
        const plan = optimalTransport(a, a, costs);
        assert.ok(Math.abs(plan.value / (0.1 / 11) - 1) < 1e-12, `L = ${size}, step ${step}: ${plan.value}`);
        const gap = plan.value - plan.dualValue;
        assert.ok(gap >= 0 && gap < 1e-12 * plan.value, `L = ${size}, step ${step}: gap ${gap}`);
      }
    }
});

test("two far clusters, a sentinel and mixed units: each cluster of the plan is optimal in itself", () => {
  // ten atoms near 0 move by 0.1, ten atoms near (L, 0) of a thousandth of the size move by 1e-4
  for (const size of [1e4, 1e6, 1e8]) {
    const far = (height: number, step: number): readonly number[] =>
      Array.from({ length: 10 }, (_, i) => [size + ((step * i) % 10) / 1024, height / 1024]).flat();
    const a = equalWeights(20);
    const cost = costMatrix(row(0, 1, ...far(0, 1)), row(0.125, 3, ...far(0.125, 7)), 2, 2);
    const plan = optimalTransport(a, a, cost);
    const exact = (0.5 * (1 + 1 / (1024 * 1024))) / 64;
    assert.ok(Math.abs(plan.value / exact - 1) < 1e-12, `L = ${size}: ${plan.value} instead of ${exact}`);
    assert.ok(plan.value - plan.dualValue < 1e-12 * exact);
  }
});

test("ε below the resolution of the potentials is a status: ε = 1e-3 with potentials of 1e16, spaced by 2", () => {
  const a = equalWeights(2);
  const cost = costMatrix(Float64Array.of(0, 1e8), Float64Array.of(1, 2e8), 1, 2);
  const { status, resolution } = sinkhorn(a, a, cost, { epsilon: 1e-3 });
  assert.ok(status === "not-converged" && resolution > 1e-6, `${status} ${resolution}`);
});

test("OT_ε(a, a) by f ← ½(f + softmin f) takes some 30 sweeps at any ε, and a tolerance that it obeys", () => {
  const x = Float64Array.from({ length: 40 }, (_, i) => (i * i) / 400);
  const a = equalWeights(40);
  const cost = costMatrix(x, x, 1, 2);
  for (const epsilon of [1, 0.1, 0.01, 1e-3, 1e-4]) {
    const exact = selfTransport(a, symmetricCosts(a, cost), { epsilon });
    assert.equal(exact.status, "completed");
    assert.ok(exact.sweeps <= 60, `ε = ${epsilon}: ${exact.sweeps} sweeps`);
    const rough = selfTransport(a, symmetricCosts(a, cost), { epsilon, tolerance: 1e-3 });
    assert.ok(rough.sweeps < exact.sweeps && rough.marginalError <= 1e-3, `ε = ${epsilon}: ${rough.sweeps} sweeps`);
    const points = { x, y: x, dim: 1, order: 2 } as const;
    const fly = selfTransport(a, symmetricCosts(a, points), { epsilon });
    assert.ok(Math.abs(fly.value - exact.value) < 1e-12);
  }
  const stopped = selfTransport(a, symmetricCosts(a, cost), { epsilon: 0.01, sweeps: 3 });
  assert.equal(stopped.status, "not-converged");
});

const LINE = { alpha: 1, beta: 1 };

test("unbalanced transport (0.3, 0.7) → (0.7, 0.3) at distance 1: HK = 0.592243386, however small ε is", () => {
  const a = Float64Array.of(0.3, 0.7);
  const b = Float64Array.of(0.7, 0.3);
  const squared = Float64Array.of(0, 1, 1, 0);
  for (const epsilon of [1e-2, 1e-3, 1e-4, 2.5e-5]) {
    const { squared: value, dualSquared, entropic } = unbalancedTransport(a, b, squared, LINE, epsilon);
    assert.equal(entropic.status, "completed", `ε = ${epsilon}: ${entropic.marginalError}`);
    const hk = 0.592243385640561;
    assert.ok(dualSquared <= hk * hk + 1e-12 && hk * hk <= value + 1e-12, `${dualSquared} ${value}`);
    assert.ok(value - hk * hk < 2 * epsilon, `ε = ${epsilon}: ${value - hk * hk}`);
  }
  // β = 0.01: nearly W_2² of 0.4 over distance 1
  const stiff = unbalancedTransport(a, b, squared, { alpha: 1, beta: 0.01 }, 2.5e-5);
  assert.equal(stiff.entropic.status, "completed");
});

test("certificates where something is out of reach or has no mass: HK² = (4/β)(a + b), from below and above", () => {
  for (const [a, b] of [
    [1, 1],
    [1, 0],
    [0, 2],
    [0, 0],
  ]) {
    const { squared, dualSquared } = unbalancedTransport(
      Float64Array.of(a),
      Float64Array.of(b),
      Float64Array.of(1e4),
      { alpha: 1, beta: 4 },
      0.01,
    );
    assert.ok(
      Math.abs(squared - (a + b)) < 1e-14 && Math.abs(dualSquared - (a + b)) < 1e-14,
      `${squared} ${dualSquared}`,
    );
  }
  // one pair in reach, one atom that nobody reaches: the parts add up
  const both = unbalancedTransport(
    Float64Array.of(1, 0.5, 0),
    Float64Array.of(1, 0),
    Float64Array.of(0.25, 9e4, 1e4, 9e4, 1, 1),
    LINE,
    1e-4,
  );
  const near = -2 * log(Math.cos(0.25));
  assert.ok(near > 0 && both.dualSquared <= both.squared);
  assert.ok(
    both.squared - both.dualSquared < 1e-3 && both.dualSquared > 4 * 0.5,
    `${both.dualSquared} ${both.squared}`,
  );
});
