import assert from "node:assert/strict";
import test from "node:test";
import { exp } from "../../arithmetic/functions.js";
import type { FlowRun, GaussianMeasure } from "../language/types.generated.js";
import { runTask } from "./index.js";
import { bare, closeTo, dataOf, hellinger, normal, svgd } from "./fixtures.js";

test("Hellinger flow of KL by order 4 is the geometric path π^{1-s} u₀^s, s = e^{-t} (A-4.2): 1e-9 at dt = 0.01", () => {
  const numeric = runTask(hellinger, bare);
  const exact = runTask({ ...hellinger, integrator: { name: "exact" } }, bare);
  assert.equal(numeric.status, "completed");
  closeTo(dataOf(numeric, "masses"), dataOf(exact, "masses"), 1e-9);
  closeTo(dataOf(numeric, "mass"), new Float64Array(11).fill(1), 1e-13);
});

test("the geometric path of normal laws is normal, with precision and precision-weighted mean interpolated by e^{-t} (G-4)", () => {
  const run = runTask({ ...hellinger, integrator: { name: "exact" } }, bare);
  const t = run.coordinates.t;
  const precision = t.map(s => 1 - exp(-s) + exp(-s) / 2.25);
  // the nearest end is 5.3 standard deviations away: cutting the tail changes the variance by 64 Φ(-5.3) = 4e-6
  closeTo(
    dataOf(run, "v"),
    precision.map(p => 1 / p),
    1e-5,
  );
  closeTo(
    dataOf(run, "mean"),
    precision.map((p, k) => exp(-t[k]) / 2.25 / p),
    1e-5,
  );
});

test("R_λ(u, u̇) > R_He(u, u̇) = R*_He(u, -DF) > R*_λ(u, -DF): measured in another geometry (A-5.1)", () => {
  const geometry = { name: "ridge-hellinger", kernel: { name: "laplace", bandwidth: 0.5 }, lambda: 0.1 } as const;
  const record: FlowRun["record"] = {
    above: { name: "primal", geometry },
    below: { name: "dual", geometry },
    primal: { name: "primal" },
    dual: { name: "dual" },
  };
  const run = runTask({ ...hellinger, geometry: { name: "hellinger" }, integrator: { name: "exact" }, record }, bare);
  const [above, below, primal, dual] = ["above", "below", "primal", "dual"].map(name => dataOf(run, name));
  closeTo(primal, dual, 1e-12);
  primal.forEach((r, k) => assert.ok(above[k] > 1.01 * r && below[k] < 0.99 * r, `${above[k]} > ${r} > ${below[k]}`));
});

test("recorders carry the dimensions that their schema states", () => {
  const { outputs, coordinates } = runTask(
    { ...hellinger, record: { ...hellinger.record, x: { name: "coordinates" } } },
    bare,
  );
  assert.deepEqual(outputs.masses.dims, ["t", "node"]);
  assert.deepEqual(outputs.masses.shape, [11, 120]);
  assert.deepEqual(outputs.x.dims, ["node"]);
  assert.deepEqual(coordinates.node, outputs.x.data);
});

test("what a representation cannot evaluate is refused before the first step", () => {
  const cloud: FlowRun = {
    ...hellinger,
    space: { name: "particles", n: 5, d: 1 },
    geometry: { name: "wasserstein" },
    integrator: { name: "langevin" },
    record: { F: { name: "energy" } },
  };
  assert.throws(() => runTask(cloud, bare), /recorder F .*entropy of a point cloud/);
  assert.throws(
    () => runTask({ ...hellinger, record: { x: { name: "positions" } } }, bare),
    /positions is for particles/,
  );
});

test("SVGD with k = xy + 1 to N(0, 1): s_t = 1/(1 + (1/s₀ - 1) e^{-2t}), -dF/dt = (1 - s)² (G-7, G-20)", () => {
  const run = runTask(svgd, bare);
  const t = run.coordinates.t;
  const [s0] = dataOf(run, "v");
  const s = t.map(x => 1 / (1 + (1 / s0 - 1) * exp(-2 * x)));
  closeTo(dataOf(run, "v"), s, 1e-7);
  closeTo(dataOf(run, "mean"), new Float64Array(11), 1e-12);
  closeTo(
    dataOf(run, "D"),
    s.map(x => (1 - x) * (1 - x)),
    1e-7,
  );
  assert.match(run.certificate?.absent.energy ?? "", /point cloud/);
});

test("Langevin to N(0, 1) from N(2, ¼): mean 2 e^{-2}, variance 1 - ¾ e^{-4} (G-5) to 4 standard errors", () => {
  const n = 4000;
  const run = runTask(
    {
      ...svgd,
      space: { name: "particles", n, d: 1 },
      initial: normal(2, 0.25),
      geometry: { name: "wasserstein" },
      integrator: { name: "langevin" },
      time: { end: 2, steps: 200, records: 2 },
      record: { mean: { name: "expectation", of: "x" }, v: { name: "variance" } },
    },
    bare,
  );
  const variance = 1 - 0.75 * exp(-4);
  closeTo([dataOf(run, "mean")[2]], [2 * exp(-2)], 4 * Math.sqrt(variance / n) + 0.01);
  closeTo([dataOf(run, "v")[2]], [variance], 4 * variance * Math.sqrt(2 / n) + 0.01);
});

test("the noise has its own stream: another recorder changes no draw, another seed changes all", () => {
  const noisy: FlowRun = {
    ...svgd,
    space: { name: "particles", n: 5, d: 1 },
    geometry: { name: "wasserstein" },
    integrator: { name: "langevin" },
    record: { x: { name: "positions" } },
  };
  const one = dataOf(runTask(noisy, bare), "x");
  assert.deepEqual(dataOf(runTask({ ...noisy, record: { ...noisy.record, m: { name: "mass" } } }, bare), "x"), one);
  assert.notDeepEqual(dataOf(runTask({ ...noisy, seed: 2 }, bare), "x"), one);
});

const kernel = { name: "laplace", bandwidth: 0.5 } as const;

const transportAndMmd = {
  name: "sum",
  of: [
    { name: "scaled", factor: 1, of: { name: "wasserstein" } },
    { name: "scaled", factor: 1, of: { name: "mmd", kernel } },
  ],
} as const;

const ift: FlowRun = {
  ...hellinger,
  space: { name: "grid1d", n: 40, interval: [-4, 4] },
  initial: normal(-1, 0.5),
  energy: { name: "half-mmd2", kernel, target: normal(1, 0.5) },
  geometry: { name: "sum", of: [...transportAndMmd.of] },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 800, records: 20 },
  record: { F: { name: "energy" }, masses: { name: "masses" }, mass: { name: "mass" } },
};

test("for ½MMD² the spherical IFT flow is the plain one where the nodes carry the target, and F ≤ e^{-2t} F₀ (C-2, C-3)", () => {
  const plain = runTask(ift, bare);
  const spherical = runTask({ ...ift, geometry: { name: "spherical", of: ift.geometry } }, bare);
  const F = dataOf(plain, "F");
  // the multiplier is ∫(μ - π) = 0 up to rounding times the condition of the Gram matrix, about 100
  closeTo(dataOf(plain, "masses"), dataOf(spherical, "masses"), 1e-11);
  plain.coordinates.t.forEach((t, k) => assert.ok(F[k] <= exp(-2 * t) * F[0] * (1 + 1e-9), `t = ${t}`));
  // Simpson over 20 intervals of a decay with rates of order 1 to 10: h⁴/180 · 10⁴ F₀ is below 1e-4
  closeTo(plain.certificate?.series.balanceDefect.data ?? [], [0], 1e-4);
});

test("on atoms that do not carry the target the plain flow changes the mass (C-2, control), with anchors it does not (C-3)", () => {
  const cloud = (anchors: boolean): FlowRun => ({
    ...ift,
    space: { name: "particles", n: 12, d: 1, placement: "quantiles", anchors },
    time: { end: 0.5, steps: 400, records: 4 },
    record: { mass: { name: "mass" } },
  });
  assert.ok(Math.abs(dataOf(runTask(cloud(false), bare), "mass")[4] - 1) > 1e-3);
  closeTo(dataOf(runTask(cloud(true), bare), "mass"), new Float64Array(5).fill(1), 1e-9);
});

test("Stein flow to the posterior of iris: the held-out risk falls below log 2, and the bandwidth is noted", () => {
  const iris = { name: "dataset", dataset: "iris", standardise: true } as const;
  const unit = (s: number): GaussianMeasure => ({
    name: "gaussian",
    mean: [0, 0],
    covariance: [
      [s, 0],
      [0, s],
    ],
  });
  const run = runTask(
    {
      ...svgd,
      space: { name: "particles", n: 20, d: 2 },
      initial: unit(0.01),
      energy: {
        name: "kl",
        target: { name: "posterior", model: "logistic-regression", prior: unit(4), data: { ...iris, part: "train" } },
      },
      geometry: { name: "stein", kernel: { name: "gaussian", bandwidth: "median" } },
      integrator: { name: "explicit-euler" },
      time: { end: 2, steps: 40, records: 2 },
      record: { loss: { name: "risk", data: { ...iris, part: "test" } } },
    },
    bare,
  );
  const loss = dataOf(run, "loss");
  assert.ok(loss[2] < 0.3 && loss[2] < loss[0], `${loss}`);
  assert.match(run.notes.bandwidth, /^median distance of the initial nodes: 0\.\d+/);
});
