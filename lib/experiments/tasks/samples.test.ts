import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  CurveRun,
  DistanceRun,
  FlowRun,
  Measure,
  RateRun,
  RegressionRun,
  SameAsRun,
  SamplesMeasure,
  SpectrumRun,
  Task,
} from "../language/types.generated.js";
import { bare, dataOf } from "./fixtures.js";
import { runTask } from "./index.js";

const sample = (...points: readonly (readonly number[])[]): Measure => ({
  name: "samples",
  data: { name: "inline", points: points as [number[], ...number[][]] },
});
const three = sample([0], [0.25], [1]);
const two = sample([0], [1]);
const space = { name: "particles", n: 2, d: 1 } as const;
const kernel = { name: "gaussian", bandwidth: 1 } as const;
const flow: FlowRun = {
  task: "flow",
  space,
  initial: two,
  energy: { name: "half-mmd2", kernel, target: three },
  geometry: { name: "wasserstein" },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 4, records: 2 },
  record: {
    d: { name: "distance", metric: { name: "wasserstein", order: 2 }, to: three },
    m: { name: "distance", metric: { name: "mmd", kernel }, to: three },
  },
};

test("samples-of-different-sizes: the recorders of two particles see all three atoms: W₂² = 5/48, MMD² = 2F", () => {
  const result = runTask({ ...flow, record: { ...flow.record, F: { name: "energy" } } }, bare);
  assert.ok(Math.abs(dataOf(result, "d")[0] - Math.sqrt(5 / 48)) < 1e-12);
  dataOf(result, "F").forEach((F, k) => assert.ok(Math.abs(dataOf(result, "m")[k] ** 2 - 2 * F) < 1e-14));
});

const curve: CurveRun = {
  task: "curve",
  space,
  from: two,
  to: two,
  geometry: { name: "wasserstein" },
  by: { name: "interpolation", chart: "positions" },
  records: 2,
  record: { mass: { name: "mass" } },
};
const rate: RateRun = {
  task: "rate",
  space,
  state: two,
  geometry: { name: "wasserstein" },
  force: { name: "differential", energy: { name: "half-mmd2", kernel, target: two } },
};
const distance: DistanceRun = {
  task: "distance",
  space,
  from: two,
  to: two,
  metric: { name: "wasserstein", order: 2 },
  method: { name: "dynamic", steps: 4 },
};

/** Every place of a run where a measure becomes the n particles of its space, or is matched with them one by one. */
const STATES: Readonly<Record<string, (measure: Measure) => Task>> = {
  "initial state of a flow": initial => ({ ...flow, initial }),
  "start of a curve": from => ({ ...curve, from }),
  "end of a curve": to => ({ ...curve, to }),
  "state of a rate": state => ({ ...rate, state }),
  "end of a shooting": to => ({ ...distance, to }),
};

for (const [place, runWith] of Object.entries(STATES))
  test(`samples-of-different-sizes: three atoms are refused as the ${place} of two particles, two are taken`, () => {
    const run = runWith(three) as Exclude<Task, SameAsRun>;
    assert.throws(
      () => runTask(run, bare),
      /^Error: refused: .*(3 atoms and the space 2 particles|there are 2 and 3).*take/,
    );
    assert.equal(runTask(runWith(two) as typeof run, bare).status, "completed");
  });

const regression: RegressionRun = {
  task: "regression",
  space,
  measure: three,
  kernel,
  lambda: 0.1,
  response: { name: "function", of: "x1" },
  by: "primal",
};
const spectrum: SpectrumRun = {
  task: "spectrum",
  space,
  operator: { name: "kernel", kernel, measure: three },
  method: { name: "static" },
  modes: 3,
};

test("samples-of-different-sizes: regressions and spectra are those of all atoms, whatever the n of the space", () => {
  const outputs = (n: number): unknown => [
    runTask({ ...regression, space: { ...space, n } }, bare).outputs,
    runTask({ ...spectrum, space: { ...space, n } }, bare).outputs,
  ];
  assert.deepEqual(outputs(2), outputs(3));
  assert.deepEqual(outputs(7), outputs(3));
  assert.deepEqual(runTask({ ...regression, space: { ...space, n: 2 } }, bare).outputs.weights.shape, [3]);
});

test("draws from a sample are made where they are asked for: n particles at its points", () => {
  const drawn: Measure = { ...(three as SamplesMeasure), draw: true };
  const run = { ...flow, space: { ...space, n: 50 }, initial: drawn, record: { x: { name: "positions" } } } as FlowRun;
  const start = dataOf(runTask(run, bare), "x").slice(0, 50);
  assert.deepEqual([...new Set(start)].sort(), [0, 0.25, 1]);
});

/** Every place where points meet a space, with measures of the plane on the line. */
const PLANES: Readonly<Record<string, Task>> = {
  initial: { ...flow, initial: sample([0, 1], [1, 2]) },
  target: { ...flow, energy: { name: "half-mmd2", kernel, target: sample([0, 1], [1, 2]) } },
  recorder: {
    ...flow,
    record: { d: { name: "distance", metric: { name: "mmd", kernel }, to: sample([0, 1]) } },
  },
  from: { ...distance, from: sample([0, 1], [1, 2]) },
  to: { ...distance, to: sample([0, 1], [1, 2]) },
  measure: { ...regression, measure: sample([0, 1], [1, 2]) },
  "stein target": { ...rate, geometry: { name: "stein", kernel }, state: sample([0, 1], [1, 2]) },
};

for (const [place, run] of Object.entries(PLANES))
  test(`points of the plane are refused on the line, as ${place}: the number of columns is not the dimension`, () => {
    assert.throws(
      () => runTask(run as Exclude<Task, SameAsRun>, bare),
      /refused: .*the points have 2 coordinates and the space has dimension 1: choose 1 columns/,
    );
  });

test("a law of the line is refused in the plane: uniform on an interval", () => {
  const run = { ...flow, space: { ...space, d: 2 }, initial: { name: "uniform", interval: [0, 1] } } as FlowRun;
  assert.throws(() => runTask(run, bare), /refused: .*the law lives on R\^1 and the space has dimension 2/);
});
