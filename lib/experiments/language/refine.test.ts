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

const refined = (of: Experiment, factor: number): Experiment => refine(of, factor).spec;

const doubled = refined(spec, 2) as unknown as Record<string, Record<string, Record<string, unknown>>>;

test("refine multiplies every number of steps, in runs, `same-as` and axes, and leaves recorded times", () => {
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
  assert.deepEqual(refined(SWEEP, 1), SWEEP);
  assert.deepEqual(refined(refined(spec, 2), 2), refined(spec, 4));
});

const labelled = (values: readonly number[], steps: readonly number[], claims: object = {}): Experiment =>
  ({
    ...spec,
    axes: {
      tau: {
        axis: "zip",
        values,
        rows: Object.fromEntries(steps.map(count => [`n${count}`, [count]])),
        set: ["/runs/flow/time/steps"],
      },
    },
    quantities: { error: "max(abs(flow.F), t)" },
    claims: {
      order: { claim: "at-most", measured: "slope(log(error), log(tau))", bound: "2", because: "" },
      ...claims,
    },
    figures: { order: { name: "order", title: "", badges: ["order"] } },
  }) as unknown as Experiment;

const zipOf = ({ axes }: Experiment): unknown => (axes as unknown as Record<string, { readonly values: unknown }>).tau;

test("an axis that labels step sizes τ = T/n follows the refinement: values and selections are τ/2", () => {
  const near = { claim: "at-most", measured: "error[tau=0.1]", bound: "tau", because: "" };
  const { spec: half, apart } = refine(labelled([0.4, 0.2, 0.1], [50, 100, 200], { near }), 2);
  assert.deepEqual(zipOf(half), {
    axis: "zip",
    values: [0.2, 0.1, 0.05],
    rows: { n50: [100], n100: [200], n200: [400] },
    set: ["/runs/flow/time/steps"],
  });
  assert.equal((half.claims as Record<string, { measured: string }>).near.measured, "error[tau=0.05]");
  assert.deepEqual(apart, {});
});

test("labels that count steps are doubled, labels of rows with one number of steps stay", () => {
  assert.deepEqual((zipOf(refined(labelled([5, 10], [50, 100]), 2)) as { values: unknown }).values, [10, 20]);
  assert.deepEqual((zipOf(refined(labelled([5, 10], [50, 50]), 2)) as { values: unknown }).values, [5, 10]);
});

test("a claim on an axis whose labels cannot follow, or that says why it is about these steps, is left out with its sentence", () => {
  const fixed = { claim: "at-most", measured: "error", bound: "1", because: "", steps: "the scheme is unstable here" };
  const other = { claim: "at-most", measured: "error", bound: "1", because: "" };
  const { spec: rest, apart } = refine(labelled([1, 2, 3], [50, 100, 200], { fixed, other }), 2);
  assert.deepEqual(apart, {
    order: 'the labels of the axis "tau" do not follow its numbers of steps',
    fixed: "the scheme is unstable here",
  });
  assert.deepEqual(Object.keys(rest.claims), ["other"]);
  assert.deepEqual((rest.figures as Record<string, { badges: unknown }>).order.badges, []);
});
