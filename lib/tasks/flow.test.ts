import assert from "node:assert/strict";
import test from "node:test";
import { exp } from "../numerics/functions.js";
import type { FlowRun, GaussianMeasure } from "../spec/types.generated.js";
import { runTask } from "./index.js";
import { bare, closeTo, dataOf } from "./fixtures.js";

const normal = (mean: number, covariance: number): GaussianMeasure => ({ name: "gaussian", mean, covariance });

const hellinger: FlowRun = {
  task: "flow",
  space: { name: "grid1d", n: 120, interval: [-9, 9] },
  initial: normal(1, 2.25),
  energy: { name: "kl", target: normal(0, 1) },
  geometry: { name: "spherical", of: { name: "hellinger" } },
  integrator: { name: "exponential", order: 4 },
  time: { end: 1, steps: 100, records: 10 },
  record: { F: { name: "energy" }, masses: { name: "masses" }, mass: { name: "mass" }, mean: { name: "expectation", of: "x" }, v: { name: "variance" } },
};

test("Hellinger flow of KL by order 4 is the geometric path π^{1-s} u₀^s, s = e^{-t} (A-4.2): 1e-9 at dt = 0.01", () => {
  const numeric = runTask(hellinger, bare), exact = runTask({ ...hellinger, integrator: { name: "exact" } }, bare);
  assert.equal(numeric.status, "completed");
  closeTo(dataOf(numeric, "masses"), dataOf(exact, "masses"), 1e-9);
  closeTo(dataOf(numeric, "mass"), new Float64Array(11).fill(1), 1e-13);
});

test("the geometric path of normal laws is normal, with precision and precision-weighted mean interpolated by e^{-t} (G-4)", () => {
  const run = runTask({ ...hellinger, integrator: { name: "exact" } }, bare), t = run.coordinates.t;
  const precision = t.map(s => 1 - exp(-s) + exp(-s) / 2.25);
  // the nearest end is 5.3 standard deviations away: cutting the tail changes the variance by 64 Φ(-5.3) = 4e-6
  closeTo(dataOf(run, "v"), precision.map(p => 1 / p), 1e-5);
  closeTo(dataOf(run, "mean"), precision.map((p, k) => exp(-t[k]) / 2.25 / p), 1e-5);
});

test("recorders carry the dimensions that their schema states", () => {
  const { outputs, coordinates } = runTask({ ...hellinger, record: { ...hellinger.record, x: { name: "coordinates" } } }, bare);
  assert.deepEqual(outputs.masses.dims, ["t", "node"]);
  assert.deepEqual(outputs.masses.shape, [11, 120]);
  assert.deepEqual(outputs.x.dims, ["node"]);
  assert.deepEqual(coordinates.node, outputs.x.data);
});

test("what a representation cannot evaluate is refused before the first step", () => {
  const cloud: FlowRun = { ...hellinger, space: { name: "particles", n: 5, d: 1 }, geometry: { name: "wasserstein" }, integrator: { name: "langevin" }, record: { F: { name: "energy" } } };
  assert.throws(() => runTask(cloud, bare), /recorder F .*entropy of a point cloud/);
  assert.throws(() => runTask({ ...hellinger, record: { x: { name: "positions" } } }, bare), /recorded on particles/);
});
