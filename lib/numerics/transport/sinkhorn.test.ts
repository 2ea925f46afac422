import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { exp } from "../../arithmetic/functions.js";
import { sum } from "../../arithmetic/vectors.js";
import { costMatrix } from "./cost.js";
import { optimalTransport } from "./exact.js";
import { entropicTransport, sinkhornDivergence } from "./entropic.js";
import { admissible, MOST_COSTS } from "./point-costs.js";
import { sinkhorn } from "./sinkhorn.js";
import { sinkhornOnPoints } from "./sinkhorn-on-points.js";
import { diracDistance2, unbalancedTransport } from "./unbalanced.js";

const points = Float64Array.from({ length: 30 }, (_, i) => -3 + 0.2 * i);
const bell = (m: number, s: number): Vec => {
  const w = points.map(x => exp((-0.5 * (x - m) * (x - m)) / (s * s)));
  return w.map(v => v / sum(w));
};
const cost = costMatrix(points, points, 1, 2);
const a = bell(-1, 0.5);
const b = bell(1, 0.8);

test("the entropic plan has both marginals, and its cost falls to the exact one as ε → 0", () => {
  const exact = optimalTransport(a, b, cost).value;
  const costs = [0.5, 0.1, 0.02].map(epsilon => {
    const s = sinkhorn(a, b, cost, { epsilon });
    assert.equal(s.status, "completed");
    a.forEach((mass, i) => assert.ok(Math.abs(sum(s.plan.subarray(30 * i, 30 * i + 30)) - mass) < 2e-9));
    b.forEach((mass, j) => assert.ok(Math.abs(sum(points.map((_, i) => s.plan[30 * i + j])) - mass) < 2e-9));
    return s.cost;
  });
  assert.ok(
    costs[0] > costs[1] && costs[1] > costs[2] && costs[2] > exact - 1e-8 && costs[2] < exact + 0.02,
    `${costs} ${exact}`,
  );
});

test("the optimal entropic value is ∫ C dγ + ε KL(γ|a⊗b): primal and dual agree", () => {
  const epsilon = 0.1;
  const s = sinkhorn(a, b, cost, { epsilon });
  const entropy = s.plan.reduce((t, g, k) => {
    const prior = a[Math.floor(k / 30)] * b[k % 30];
    return t + g * ((s.source[Math.floor(k / 30)] + s.target[k % 30] - cost[k]) / epsilon) - g + prior;
  }, 0);
  assert.ok(Math.abs(s.cost + epsilon * entropy - s.value) < 1e-8);
});

test("the debiased divergence vanishes between equal measures and is within O(ε²) of W_2² otherwise", () => {
  const costs = { ab: cost, aa: cost, bb: cost };
  assert.ok(Math.abs(sinkhornDivergence(a, a, costs, { epsilon: 0.2 }).value) < 1e-12);
  const exact = optimalTransport(a, b, cost).value;
  const error = Math.abs(sinkhornDivergence(a, b, costs, { epsilon: 0.1 }).value - exact);
  assert.ok(error < 0.01, `${error}`);
});

test("costs made on the fly give the potentials, the cost and the value that their matrix gives, with empty atoms, p = 1 and 2", () => {
  const x = points.map(v => v * v);
  const y = points.map(v => 1 - v);
  const from = a.map((v, i) => (i % 5 === 2 ? 0 : v));
  const normalised = (w: Vec): Vec => w.map(v => v / sum(w));
  const p = normalised(from.subarray(0, 15));
  const q = normalised(b.subarray(5, 20));
  for (const order of [1, 2] as const) {
    const costs = { x, y, dim: 2, order };
    const matrix = costMatrix(x, y, 2, order);
    const options = { epsilon: 0.5, tolerance: 1e-12 };
    const fly = sinkhornOnPoints(p, q, costs, options);
    const kept = sinkhorn(p, q, matrix, options);
    const [difference, value] = [fly.cost - kept.cost, fly.value - kept.value];
    assert.deepEqual([fly.status, kept.status], ["completed", "completed"]);
    // both plans miss the optimal one by less than 1e-12 of its mass; costs are below 100
    assert.ok(Math.abs(difference) < 1e-9 && Math.abs(value) < 1e-9, `${difference} ${value}`);
    const shift = fly.source[0] - kept.source[0];
    p.forEach((mass, i) => assert.ok(mass === 0 || Math.abs(fly.source[i] - kept.source[i] - shift) < 1e-9));
    const { f, g } = admissible(costs, fly.source);
    assert.ok(
      f.every((v, i) => g.every((u, j) => v + u <= matrix[15 * i + j] + 1e-12)),
      "f + g ≤ C",
    );
  }
});

test("of more costs than can be kept there is no plan; for ε ≫ C its cost is that of a ⊗ b: (m_a - m_b)² + σ_a² + σ_b²", () => {
  const n = 2048;
  const m = 16400;
  const epsilon = 1e6;
  const uniform = (count: number): Vec => new Float64Array(count).fill(1 / count);
  assert.ok(n * m > MOST_COSTS);
  // midpoints of [0, 1] and of [2, 3]: σ² = (1 - 1/n²)/12
  const line = (count: number, from: number): Vec =>
    Float64Array.from({ length: count }, (_, i) => from + (i + 0.5) / count);
  const found = entropicTransport(
    uniform(n),
    uniform(m),
    { x: line(n, 0), y: line(m, 2), dim: 1, order: 2 },
    { epsilon, sweeps: 1 },
  );
  assert.equal(found.plan, undefined);
  // γ = a b (1 + O(C/ε)), C ≤ 9
  assert.ok(Math.abs(found.cost - (4 + (2 - 1 / n ** 2 - 1 / m ** 2) / 12)) < 81 / epsilon);
});

test("a sweep limit that is too small is a status with the marginal error, not a silent number", () => {
  const s = sinkhorn(a, b, cost, { epsilon: 0.01, sweeps: 3 });
  assert.equal(s.status, "not-converged");
  assert.ok(s.marginalError > 1e-9);
});

test("HK² of a δ_x, b δ_y is (4/β)(a + b - 2√(ab) cos(√β|x-y|/2)): 1.57656583 for a = 1.3, b = 0.6, |x-y| = 1.1, β = 1", () => {
  assert.ok(Math.abs(diracDistance2(1.3, 0.6, 1.1, { alpha: 1, beta: 1 }) - 1.57656583) < 5e-9);
});

test("near Diracs: HK² = (m/α) d² (1 - βd²/48α + …), to rounding: 1 - cos does not cancel", () => {
  const [m, alpha, beta] = [1.7, 0.6, 2.5];
  for (const d of [1e-6, 1e-5, 1e-4, 1e-3]) {
    const expected = (m / alpha) * d * d * (1 - (beta * d * d) / (48 * alpha));
    const relative = diracDistance2(m, m, d, { alpha, beta }) / expected - 1;
    // the next term is (βd²/4α)²/360 < 1e-14 at d = 1e-3; else rounding
    assert.ok(Math.abs(relative) < 2e-14, `${d}: ${relative}`);
  }
});

test("unbalanced transport finds HK² of Diracs: near, scaled, and beyond the cut locus where mass only dies and is born", () => {
  for (const [d, alpha, beta] of [
    [1.1, 1, 1],
    [0.7, 2, 3],
    [4, 1, 1],
  ]) {
    const scale = { alpha, beta };
    const u = unbalancedTransport(Float64Array.of(1.3), Float64Array.of(0.6), Float64Array.of(d * d), scale, 1e-6);
    assert.ok(Math.abs(u.squared - diracDistance2(1.3, 0.6, d, scale)) < 1e-5, `${u.squared}`);
  }
});

test("atoms with nobody in reach die at the price ρ of their mass, and the others do not notice", () => {
  const near = Float64Array.of(0.3, Infinity, Infinity, 0.2);
  const lonely = Float64Array.of(0.3, Infinity, Infinity, Infinity);
  const [both, one] = [near, lonely].map(c =>
    sinkhorn(Float64Array.of(1, 2), Float64Array.of(1, 2), c, { epsilon: 0.1, relaxation: 1 }),
  );
  assert.deepEqual([both.status, one.status], ["completed", "completed"]);
  // both have converged to 1e-9
  assert.ok(Math.abs(one.plan[0] - both.plan[0]) < 1e-8);
  assert.deepEqual(one.plan.subarray(1), new Float64Array(3));
  // the first pair of both problems costs the same: what is left is 2 ρ · 2, and ε a b for plans that are compared with
  // a ⊗ b
  const alone = sinkhorn(Float64Array.of(1), Float64Array.of(1), Float64Array.of(0.3), { epsilon: 0.1, relaxation: 1 });
  assert.ok(Math.abs(one.value - (alone.value + 4 + 0.1 * (9 - 1))) < 1e-8);
});

test("HK² lies between its bounds, which close as ε → 0; without motion it is He² = 4 Σ (√a - √b)²", () => {
  const bounds = [0.1, 0.01].map(epsilon => unbalancedTransport(a, b, cost, { alpha: 1, beta: 1 }, epsilon));
  bounds.forEach(u => assert.ok(u.dualSquared <= u.squared + 1e-9));
  assert.ok(bounds[1].squared - bounds[1].dualSquared < 0.2 * (bounds[0].squared - bounds[0].dualSquared));
  const still = unbalancedTransport(
    a,
    b,
    cost.map(c => 1e6 * c),
    { alpha: 1, beta: 1 },
    1e-5,
  ).squared;
  const hellinger = 4 * a.reduce((s, v, i) => s + (Math.sqrt(v) - Math.sqrt(b[i])) ** 2, 0);
  assert.ok(Math.abs(still - hellinger) < 4 * 1e-5 * 40, "within (4/β) ε Σ γ |log(a b)| of it");
});
