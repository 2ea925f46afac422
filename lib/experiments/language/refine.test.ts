import assert from "node:assert/strict";
import { test } from "node:test";
import { SWEEP } from "./fixtures/experiments.js";
import { refine } from "./refine.js";
import type { Experiment } from "./types.generated.js";

const spec = {
  ...SWEEP,
  runs: {
    flow: { task: "flow", time: { end: 1, steps: 100, records: 20 }, geometry: { name: "hellinger" } },
    coarse: { task: "same-as", run: "flow", but: { "/time/steps": 40, "/energy/p": 2 } },
    early: { task: "same-as", run: "flow", but: { "/time": { end: 0.5, steps: 60, records: 20 } } },
    geodesic: { task: "curve", by: { name: "shooting", steps: 30 }, records: 10 },
  },
  axes: {
    steps: { axis: "values", values: [20, 40], set: ["/runs/coarse/time/steps"] },
    both: {
      axis: "zip",
      values: [1, 2],
      rows: { one: [20, 0.1], two: [40, 0.2] },
      set: ["/runs/flow/time/steps", "/runs/flow/geometry/lambda"],
    },
    p: { axis: "values", values: [20, 40], set: ["/runs/flow/energy/p"] },
    kind: {
      axis: "choices",
      choices: { few: { end: 1, steps: 20, records: 20 }, many: { end: 1, steps: 40, records: 20 } },
      set: ["/runs/early/time"],
    },
  },
  quantities: { error: "coarse.F[steps=40] - flow.F[p=40] + coarse.F[ steps = 2e1 ]" },
} as unknown as Experiment;

const doubled = refine(spec, 2) as unknown as Record<string, Record<string, Record<string, unknown>>>;

test("refine multiplies every number of steps, in runs, in `same-as` and in axes, and leaves the recorded times", () => {
  const { flow, coarse, early, geodesic } = doubled.runs;
  assert.deepEqual(flow.time, { end: 1, steps: 200, records: 20 });
  assert.deepEqual(coarse.but, { "/time/steps": 80, "/energy/p": 2 });
  assert.deepEqual(early.but, { "/time": { end: 0.5, steps: 120, records: 20 } });
  assert.deepEqual([geodesic.by, geodesic.records], [{ name: "shooting", steps: 60 }, 10]);
  assert.deepEqual(doubled.axes.steps.values, [40, 80]);
  assert.deepEqual(doubled.axes.both.rows, { one: [40, 0.1], two: [80, 0.2] });
  assert.deepEqual(doubled.axes.p.values, [20, 40]);
  assert.deepEqual((doubled.axes.kind.choices as Record<string, unknown>).few, { end: 1, steps: 40, records: 20 });
});

test("formulas that select from an axis of steps select the refined points, other selections stay", () => {
  assert.equal(doubled.quantities.error, "coarse.F[steps=80] - flow.F[p=40] + coarse.F[steps=40]");
});

test("refining by 1 changes nothing, by 2 twice is by 4", () => {
  assert.deepEqual(refine(SWEEP, 1), SWEEP);
  assert.deepEqual(refine(refine(spec, 2), 2), refine(spec, 4));
});
