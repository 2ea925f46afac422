import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../arithmetic/refusal.js";
import type { DistanceRun, FlowRun, Method, Metric } from "../language/types.generated.js";
import { runTask } from "./index.js";
import { bare, dataOf } from "./fixtures.js";

const laplace = { name: "laplace", bandwidth: 0.5 } as const;
const onGrid: DistanceRun = {
  task: "distance",
  space: { name: "grid1d", n: 30, interval: [-4, 5] },
  from: { name: "gaussian", mean: -1, covariance: 0.25 },
  to: { name: "gaussian", mean: 1, covariance: 1 },
  metric: { name: "wasserstein", order: 2 },
  method: { name: "linear-program" },
  plan: true,
};
const metrics: readonly Metric[] = [
  { name: "tv" },
  { name: "hellinger" },
  { name: "spherical-hellinger" },
  { name: "wasserstein", order: 1 },
  { name: "wasserstein", order: 2 },
  { name: "mmd", kernel: laplace },
  { name: "de-stein", kernel: laplace },
  { name: "kernel-hellinger", kernel: laplace },
  { name: "hellinger-kantorovich", alpha: 1, beta: 1 },
];
const methods: readonly Method[] = [
  { name: "exact" },
  { name: "static" },
  { name: "dual" },
  { name: "linear-program" },
  { name: "quantiles", nodes: 100 },
  { name: "sinkhorn", epsilon: 0.1 },
  { name: "dynamic", steps: 20 },
];

test("outputs carry the dimensions that their schema states, and the plan has both marginals", () => {
  const { status, outputs, coordinates } = runTask(onGrid, bare);
  assert.equal(status, "completed");
  for (const name of ["value", "dualValue", "gap"]) assert.deepEqual(outputs[name].dims, []);
  for (const name of ["potential", "coordinates"])
    assert.deepEqual([outputs[name].dims, outputs[name].shape], [["node"], [30]]);
  assert.deepEqual(
    [outputs.plan.dims, outputs.plan.shape],
    [
      ["node", "node2"],
      [30, 30],
    ],
  );
  assert.deepEqual(coordinates.node, outputs.coordinates.data);
});

test("every metric × method × space is a number ≥ 0, a status, or a refusal that says what to take instead", () => {
  const small: DistanceRun["space"][] = [
    { name: "grid1d", n: 8, interval: [-4, 5] },
    { name: "particles", n: 4, d: 1 },
    { name: "gaussian", d: 1 },
  ];
  for (const space of small)
    for (const metric of metrics)
      for (const method of methods)
        try {
          const run = runTask({ ...onGrid, space, metric, method, plan: false }, bare);
          const value = dataOf(run, "value")[0];
          assert.ok(
            run.status === "not-converged" || value >= 0,
            `${space.name} ${metric.name} ${method.name}: ${value}`,
          );
        } catch (error) {
          assert.ok(
            isRefusal(error) && /take|normalise|give/.test(String(error)),
            `${space.name} ${metric.name} ${method.name}: ${error}`,
          );
        }
});

test("the distance recorder along u_t - π = e^{-t}(u_0 - π) (inclusive KL): TV and W_1 to π fall by e^{-t}", () => {
  const target = { name: "gaussian", mean: 1, covariance: 1 } as const;
  const run: FlowRun = {
    task: "flow",
    space: onGrid.space,
    initial: onGrid.from,
    energy: { name: "inclusive-kl", target },
    geometry: { name: "spherical", of: { name: "hellinger" } },
    integrator: { name: "exact" },
    time: { end: 2, steps: 4, records: 4 },
    record: {
      tv: { name: "distance", metric: { name: "tv" }, to: target },
      w: { name: "distance", metric: { name: "wasserstein", order: 1 }, to: target },
    },
  };
  const result = runTask(run, bare);
  const tv = dataOf(result, "tv");
  const w = dataOf(result, "w");
  for (const series of [tv, w])
    for (let k = 1; k < 5; k++) assert.ok(Math.abs(series[k] / series[k - 1] - Math.exp(-0.5)) < 1e-12);
});

test("two samples of different sizes and weights: W_1, W_2, SW_2 and unbalanced transport by hand", () => {
  const files: Readonly<Record<string, string>> = {
    "one.csv": "x,w\n0,1\n1,3\n",
    "two.csv": "x,w\n0,2\n1,1\n3,1\n",
  };
  const context = { ...bare, readFile: (path: string) => new TextEncoder().encode(files[path]) };
  const measure = (path: string, normalise: boolean): DistanceRun["from"] => ({
    name: "samples",
    data: { name: "file", path, columns: ["x"], weight: "w" },
    normalise,
  });
  const value = (metric: DistanceRun["metric"], method: DistanceRun["method"], normalise = true): number => {
    const run: DistanceRun = {
      task: "distance",
      space: { name: "particles", n: 2, d: 1 },
      from: measure("one.csv", normalise),
      to: measure("two.csv", normalise),
      metric,
      method,
    };
    const result = runTask(run, context);
    assert.equal(result.status, "completed", result.reason);
    return dataOf(result, "value")[0];
  };
  // ¼ at 0 stays, ¼ of the ¾ at 1 goes to 0, ¼ stays, ¼ goes to 3: ∫ |x - y|^p dγ = ¼ + ¼ 2^p
  for (const method of [{ name: "linear-program" }, { name: "quantiles", nodes: 1 }] as const) {
    assert.ok(Math.abs(value({ name: "wasserstein", order: 1 }, method) - 0.75) < 1e-15);
    assert.ok(Math.abs(value({ name: "wasserstein", order: 2 }, method) - Math.sqrt(1.25)) < 1e-15);
  }
  const quantiles = { name: "quantiles", nodes: 1 } as const;
  const DIRECTIONS: readonly (number | [[number]])[] = [5, [[-2]]];
  for (const directions of DIRECTIONS)
    assert.ok(
      Math.abs(value({ name: "sliced-wasserstein", order: 2, directions }, quantiles) - Math.sqrt(1.25)) < 1e-15,
    );
  // masses as they stand are four times as large
  assert.ok(Math.abs(value({ name: "wasserstein", order: 1 }, quantiles, false) - 3) < 1e-15);
  const unbalanced = { name: "unbalanced-wasserstein", order: 2, weight: 0.5 } as const;
  const program = { name: "linear-program" } as const;
  assert.ok(Math.abs(value(unbalanced, program, false) - 2 * value(unbalanced, program)) < 1e-14);
});

test("weights that are no masses are refused: negative, of sum 0, too few", () => {
  const of = (weights: [number, ...number[]]) => (): unknown =>
    runTask(
      {
        task: "distance",
        space: { name: "particles", n: 2, d: 1 },
        from: { name: "samples", data: { name: "inline", points: [[0], [1]], weights } },
        to: { name: "samples", data: { name: "inline", points: [[0], [1]] } },
        metric: { name: "wasserstein", order: 1 },
        method: { name: "linear-program" },
      },
      bare,
    );
  assert.throws(of([1, -1]), /refused: .*weights of a sample: .*node 2 has the mass -1/);
  assert.throws(of([0, 0]), /refused: .*positive sum/);
  assert.throws(of([1]), /refused: .*1 weights for 2 points/);
});
