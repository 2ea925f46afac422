import assert from "node:assert/strict";
import { test } from "node:test";
import type { CurveRun } from "../language/types.generated.js";
import { runTask } from "./index.js";
import { bare, closeTo, dataOf } from "./fixtures.js";

const from = { name: "gaussian", mean: -1, covariance: 0.25 } as const;
const to = { name: "gaussian", mean: 2, covariance: 2.25 } as const;
const onParticles: CurveRun = {
  task: "curve",
  space: { name: "particles", n: 100, d: 1, placement: "quantiles" },
  from,
  to,
  geometry: { name: "wasserstein" },
  by: { name: "momentum", integrator: { name: "rk4" }, steps: 20 },
  records: 10,
  record: {
    hamiltonian: { name: "hamiltonian" },
    positions: { name: "positions" },
    mean: { name: "expectation", of: "x" },
    v: { name: "variance" },
  },
};
const onGrid: CurveRun = {
  ...onParticles,
  space: { name: "grid1d", n: 400, interval: [-8, 10] },
  by: { name: "exact" },
  record: { primal: { name: "primal" }, mass: { name: "mass" } },
};

test("A-2.2e: free particles keep H to rounding, arrive, and their variance is that of the Gaussian geodesic, scaled", () => {
  const cloud = runTask(onParticles, bare);
  const law = runTask(
    {
      ...onParticles,
      space: { name: "gaussian", d: 1 },
      by: { name: "exact" },
      record: { hamiltonian: { name: "hamiltonian" }, v: { name: "variance" } },
    },
    bare,
  );
  const h = dataOf(cloud, "hamiltonian");
  const v = dataOf(cloud, "v");
  closeTo(
    h,
    h.map(() => h[0]),
    1e-12,
  );
  assert.ok(Math.abs(dataOf(cloud, "mean")[10] - 2) < 1e-12);
  closeTo(
    v.map(x => x / v[0]),
    dataOf(law, "v").map(x => x / 0.25),
    1e-10,
  );
  assert.ok(Math.abs(2 * dataOf(law, "hamiltonian")[10] - 10) < 1e-12);
  assert.ok(Math.abs(dataOf(law, "action")[0] - 10) < 1e-10);
});

test("B-3: on a grid the action of the geodesic is W_2² = 10 up to h², and that of the mixture is larger", () => {
  const geodesic = runTask(onGrid, bare);
  const mixture = runTask({ ...onGrid, by: { name: "interpolation", chart: "plain" } }, bare);
  assert.ok(Math.abs(dataOf(geodesic, "action")[0] - 10) < 5 * (18 / 400) ** 2, `${dataOf(geodesic, "action")[0]}`);
  assert.ok(
    dataOf(mixture, "action")[0] > 1.05 * dataOf(geodesic, "action")[0] &&
      Number.isFinite(dataOf(mixture, "action")[0]),
  );
  closeTo(dataOf(geodesic, "mass"), new Float64Array(11).fill(1), 1e-13);
});

test("A-2.3e: shot, closed form and great circle on a grid; H is constant; the action is He² and SHe²", () => {
  const shot: CurveRun = {
    ...onGrid,
    space: { name: "grid1d", n: 60, interval: [-6, 6] },
    from: { name: "gaussian", mean: -2, covariance: 0.5 },
    to: { name: "gaussian", mean: 2, covariance: 1 },
    geometry: { name: "hellinger" },
    by: { name: "exact" },
    record: { masses: { name: "masses" }, hamiltonian: { name: "hamiltonian" } },
  };
  const exact = runTask(shot, bare);
  const great = runTask({ ...shot, geometry: { name: "spherical", of: { name: "hellinger" } } }, bare);
  for (const run of [exact, great]) {
    const h = dataOf(run, "hamiltonian");
    closeTo(
      h,
      h.map(() => h[5]),
      1e-12,
    );
    assert.ok(Math.abs(dataOf(run, "action")[0] - 2 * h[5]) < 1e-9);
  }
  assert.ok(dataOf(great, "action")[0] > dataOf(exact, "action")[0]);
});

test("A-3.3: landmarks released with seeded momenta: H drifts < 1e-8, the same seed gives the same bits", () => {
  const run: CurveRun = {
    task: "curve",
    space: { name: "particles", n: 6, d: 2 },
    from: {
      name: "gaussian",
      mean: [0, 0],
      covariance: [
        [1, 0],
        [0, 1],
      ],
    },
    geometry: { name: "stein", kernel: { name: "gaussian", bandwidth: 1 } },
    by: { name: "release", end: 1, integrator: { name: "rk4" }, steps: 200 },
    records: 10,
    record: { hamiltonian: { name: "hamiltonian" }, momentum: { name: "momentum" } },
  };
  const a = runTask(run, bare);
  const b = runTask(run, bare);
  const h = dataOf(a, "hamiltonian");
  const p = dataOf(a, "momentum");
  assert.deepEqual(h, b.outputs.hamiltonian.data);
  closeTo(
    h,
    h.map(() => h[0]),
    1e-8,
  );
  closeTo(
    p,
    p.map((_, k) => p[k % (p.length / 11)]),
    1e-12,
  );
});

test("curves that make no sense are refused with the way out", () => {
  assert.throws(() => runTask({ ...onGrid, to: undefined }, bare), /give `to`, or take `release`/);
  assert.throws(
    () => runTask({ ...onParticles, by: { name: "shooting", integrator: { name: "langevin" }, steps: 10 } }, bare),
    /rk4 or explicit-euler/,
  );
  assert.throws(() => runTask({ ...onGrid, record: { F: { name: "energy" } } }, bare), /give the curve an `energy`/);
});
