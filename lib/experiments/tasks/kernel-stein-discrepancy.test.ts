import assert from "node:assert/strict";
import test from "node:test";
import type { FlowRun, Kernel, Measure } from "../language/types.generated.js";
import { bare, dataOf } from "./fixtures.js";
import { runTask } from "./index.js";

/** Targets that describe themselves, and one that is described by its words. */
const TARGETS: Readonly<Record<string, Measure>> = {
  gaussian: { name: "gaussian", mean: 0, covariance: 1 },
  mixture: {
    name: "mixture",
    weights: [0.5, 0.5],
    components: [
      { name: "gaussian", mean: -1, covariance: 1 },
      { name: "gaussian", mean: 1, covariance: 1 },
    ],
  },
  gibbs: { name: "gibbs", potential: { name: "double-well", depth: 1 } },
};

for (const [name, target] of Object.entries(TARGETS))
  test(`ksd-with-samples: MMD with the Stein kernel of a ${name} is KSD, ½ΣΣ w_i w_j k_π(x_i, x_j), without samples of it`, () => {
    const kernel: Kernel = { name: "stein", base: { name: "gaussian", bandwidth: 1 }, target };
    const run: FlowRun = {
      task: "flow",
      space: { name: "particles", n: 6, d: 1 },
      initial: { name: "gaussian", mean: 1, covariance: 1 },
      energy: {
        name: "half-mmd2",
        kernel,
        target,
      },
      geometry: { name: "wasserstein" },
      integrator: { name: "explicit-euler" },
      time: { end: 0.1, steps: 2, records: 1 },
      record: { F: { name: "energy" } },
    };
    const result = runTask(run, bare);
    assert.equal(result.notes.target, undefined);
    const alone: FlowRun = { ...run, energy: { name: "interaction", kernel } };
    const expected = dataOf(runTask(alone, bare), "F");
    dataOf(result, "F").forEach((v, k) => assert.ok(Math.abs(v - expected[k]) < 1e-13, `${v} ${expected[k]}`));
  });
