import assert from "node:assert/strict";
import test from "node:test";
import { runTask } from "./index.js";
import { bare, dataOf, normal, svgd } from "./fixtures.js";

test("running bandwidth: SVGD with ℓ² = med²/(2 log(n+1)) is the update of its first paper, as a loop", () => {
  const n = 7;
  const steps = 5;
  const dt = 0.3;
  const run = runTask(
    {
      ...svgd,
      space: { name: "particles", n, d: 1 },
      initial: { name: "gaussian", mean: [3], covariance: [[1]] },
      energy: { name: "kl", target: { name: "gaussian", mean: [0], covariance: [[1]] } },
      geometry: { name: "stein", kernel: { name: "gaussian", bandwidth: "running-median-log" } },
      integrator: { name: "explicit-euler" },
      time: { end: steps * dt, steps, records: steps },
      record: { x: { name: "positions" }, ell: { name: "bandwidth" } },
    },
    bare,
  );
  const all = dataOf(run, "x");
  const ell = dataOf(run, "ell");
  let x = [...all.slice(0, n)];
  for (let k = 0; k < steps; k++) {
    const distances = x.flatMap((a, i) => x.slice(0, i).map(b => Math.abs(a - b))).sort((a, b) => a - b);
    const h = distances[(distances.length - 1) / 2] ** 2 / Math.log(n + 1);
    // 21 pairs: the median is one of them
    assert.ok(Math.abs(2 * ell[k] ** 2 - h) < 1e-13 * h, `${ell[k]}`);
    const now = x;
    x = now.map(a => {
      const phi = now.map(b => Math.exp(-((a - b) ** 2) / h) * (-b + (2 / h) * (a - b)));
      return a + (dt / n) * phi.reduce((s, v) => s + v, 0);
    });
    x.forEach((v, i) => assert.ok(Math.abs(v - all[(k + 1) * n + i]) < 1e-12, `${k}: ${v}`));
  }
  assert.ok(ell[steps] !== ell[0]);
  assert.match(run.notes.bandwidth, /every state/);
});

test("running bandwidth: the Stein flow with it is a gradient flow: -dF/dt = <DF, 𝕂DF> with the kernel of every state", () => {
  const run = runTask(
    {
      ...svgd,
      space: { name: "particles", n: 9, d: 2 },
      energy: {
        name: "half-mmd2",
        kernel: { name: "gaussian", bandwidth: 2 },
        target: {
          name: "samples",
          data: {
            name: "inline",
            points: [
              [0, 0],
              [0, 1],
              [1, -1],
            ],
          },
        },
      },
      initial: {
        name: "gaussian",
        mean: [2, 0],
        covariance: [
          [1, 0],
          [0, 1],
        ],
      },
      geometry: { name: "ridge-wasserstein", lambda: 0.1, kernel: { name: "gaussian", bandwidth: "running-median" } },
      integrator: { name: "rk4" },
      time: { end: 1, steps: 50, records: 50 },
      record: {},
    },
    bare,
  );
  const defect = run.certificate?.series.balanceDefect.data[0] ?? NaN;
  // Runge-Kutta and Simpson of order 4 with dt = 0.02
  assert.ok(defect < 1e-7, `${defect}`);
});

test("running bandwidth: an energy has one kernel: running, and the nodes of a grid rest: both refuse", () => {
  const running = { name: "gaussian", bandwidth: "running-median" } as const;
  const target = normal(0, 1);
  assert.throws(
    () =>
      runTask(
        {
          ...svgd,
          space: { name: "particles", n: 5, d: 1 },
          initial: target,
          energy: { name: "half-mmd2", kernel: running, target },
          geometry: { name: "wasserstein" },
          record: {},
        },
        bare,
      ),
    /only a geometry may: take `median`/,
  );
  assert.throws(
    () =>
      runTask(
        {
          ...svgd,
          space: { name: "grid1d", n: 20, interval: [-3, 3] },
          initial: target,
          energy: { name: "kl", target },
          geometry: { name: "kernel-hellinger", kernel: running },
          record: {},
        },
        bare,
      ),
    /nodes of a grid rest/,
  );
});
