import assert from "node:assert/strict";
import test from "node:test";
import type { FlowRun } from "../language/types.generated.js";
import { memoryEstimate } from "./estimate.js";

const flow: FlowRun = {
  task: "flow",
  space: { name: "grid1d", n: 100, interval: [0, 1] },
  initial: { name: "uniform" },
  energy: { name: "kl", target: { name: "uniform" } },
  geometry: { name: "hellinger" },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 10, records: 10 },
  record: { masses: { name: "masses" } },
};

test("11 states of 100 masses and their record are 11 · 2 · 100 numbers of 8 bytes", () => {
  assert.equal(memoryEstimate(flow), 11 * 2 * 100 * 8);
});

test("a kernel in the geometry adds three matrices n × n, and 30 000 nodes are more than 4 GB of them", () => {
  const mmd = (n: number): number =>
    memoryEstimate({
      ...flow,
      space: { name: "grid1d", n, interval: [0, 1] },
      geometry: { name: "mmd", kernel: { name: "laplace", bandwidth: 1 } },
    });
  assert.equal(mmd(100) - memoryEstimate(flow), 3 * 100 * 100 * 8);
  assert.ok(mmd(30000) > 4e9);
});

test("a million particles with a million anchors at a thousand times do not fit", () => {
  const run: FlowRun = {
    ...flow,
    space: { name: "particles", n: 1e6, d: 2, anchors: true },
    time: { end: 1, steps: 1000, records: 1000 },
  };
  assert.ok(memoryEstimate(run) > 4e9);
});
