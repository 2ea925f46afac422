import assert from "node:assert/strict";
import { vec } from "../../arithmetic/vectors.js";
import { densePlan } from "../../numerics/transport/coupling.js";
import test from "node:test";
import { isRefusal } from "../../arithmetic/refusal.js";
import { flaws } from "../evidence.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import { distanceEvidence, entropicBias } from "./evidence.js";
import type { Distance, Method, Metric, Pair } from "./metric.js";
import { computeDistance } from "./registry.js";
import { metricsWith } from "./fixtures.js";

const grid = grid1d({ n: 4, interval: [0, 2] });
const onGrid: Pair = { space: grid, mu: vec(0.1, 0.2, 0.3, 0.4), nu: vec(0.4, 0.3, 0.2, 0.1) };
const onLine: Pair = {
  space: particles({ n: 3, dim: 1 }),
  mu: vec(0, 1, 2.5, 0.2, 0.3, 0.5),
  nu: vec(0.5, 1.5, 2, 0.5, 0.25, 0.25),
};
const kernel = laplaceKernel(1);
const METRICS = metricsWith(kernel);
const METHODS: readonly Method[] = [
  { name: "exact" },
  { name: "static" },
  { name: "dual" },
  { name: "linear-program" },
  { name: "samples", statistic: "u" },
  { name: "quantiles", nodes: 64 },
  { name: "sinkhorn", epsilon: 0.1 },
];

/** Every distance that is not refused, and was found. */
function found(): readonly (readonly [string, Pair, Metric, Distance])[] {
  return [onGrid, onLine].flatMap(pair =>
    METRICS.flatMap(metric =>
      METHODS.flatMap(method => {
        try {
          const result = computeDistance(pair, metric, method);
          const name = `${pair.space.name}: ${metric.name} by ${method.name}`;
          return result.failure === undefined ? [[name, pair, metric, result] as const] : [];
        } catch (error) {
          if (isRefusal(error)) return [];
          throw error;
        }
      }),
    ),
  );
}

test("nothing speaks against any metric by any method on a grid and on particles; bent by a thousandth, all duals do", () => {
  const all = found();
  assert.ok(all.length > 20);
  for (const [name, pair, metric, result] of all) {
    const against = (d: Distance): readonly string[] =>
      flaws(distanceEvidence(pair, metric, d)).map(({ what }) => what);
    assert.deepEqual(against(result), [], name);
    const { dualValue, gap, bias = 0, plan } = result;
    if (dualValue !== undefined && gap !== undefined) {
      const bent = 1e-3 * (dualValue + gap);
      assert.deepEqual(against({ ...result, gap: gap + bent + bias }), ["duality gap"], name);
      assert.deepEqual(against({ ...result, gap: -bent }), ["excess of the dual value over the primal"], name);
    }
    if (plan !== undefined && metric.name === "wasserstein")
      assert.deepEqual(
        against({
          ...result,
          plan: densePlan(
            plan.matrix().map(v => 1.001 * v),
            pair.space.masses(pair.mu).length,
          ),
        }),
        ["mass by which the margins of the plan miss the two measures"],
        name,
      );
  }
});

test("the gap of Sinkhorn is at most ε [(A + B)(1 + max |log a| + max |log b|) + AB] for measures of masses A and B", () => {
  const metric: Metric = { name: "wasserstein", order: 1 };
  for (const epsilon of [1, 0.1, 0.02]) {
    const { gap = NaN, bias = NaN } = computeDistance(onLine, metric, { name: "sinkhorn", epsilon });
    assert.ok(gap <= bias, `${epsilon}: ${gap} > ${bias}`);
  }
  const one = vec(0.5, 0.5);
  assert.ok(Math.abs(entropicBias(one, one, 2) - 2 * (2 * (1 + 2 * 0.6931471805599453) + 1)) < 1e-12);
});

test("of unbalanced Sinkhorn it is allowed in units of 2/β times the mass of the problem, at ε β/4α", () => {
  const [alpha, beta, epsilon] = [1.3, 1.7, 0.05];
  const pair: Pair = { space: particles({ n: 1, dim: 1 }), mu: vec(0, 2), nu: vec(0.4, 4.5) };
  const metric: Metric = { name: "hellinger-kantorovich", alpha, beta };
  const { gap = NaN, bias = NaN } = computeDistance(pair, metric, { name: "sinkhorn", epsilon });
  // masses of 2 and 4.5 are those of 2/3 and 3/2, three times
  const logs = 2 * Math.log(1.5);
  const byHand = (2 / beta) * 3 * ((epsilon * beta) / (4 * alpha)) * ((2 / 3 + 3 / 2) * (1 + logs) + 1);
  assert.ok(Math.abs(bias - byHand) < 1e-14 && gap <= bias, `${bias} and ${byHand}`);
});

test("outliers do not widen what is rounding: a gap of 1e-3 speaks against a plan, with an atom at 1e8", () => {
  const far: Pair = { ...onLine, mu: vec(0, 1, 1e8, 0.2, 0.3, 0.5), nu: vec(0.5, 1.5, 1e8, 0.2, 0.3, 0.5) };
  const metric: Metric = { name: "wasserstein", order: 2 };
  const against = (pair: Pair): number =>
    flaws(distanceEvidence(pair, metric, { value: 0.1, dualValue: 0.004, gap: 1e-3, potential: vec(1e16, 0, 0) }))
      .length;
  assert.deepEqual([against(onLine), against(far)], [1, 1]);
});
