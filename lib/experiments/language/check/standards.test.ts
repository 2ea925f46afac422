import assert from "node:assert/strict";
import { test } from "node:test";
import type { Experiment } from "../types.generated.js";
import { standards } from "./standards.js";

const WIDE = { name: "gaussian", mean: 0, covariance: 2 };
const UNIT = { name: "gaussian", mean: 0, covariance: 1 };

const run = (target: object, lambda: number): object => ({
  task: "flow",
  space: { name: "grid1d", n: 20, interval: [-3, 3] },
  initial: WIDE,
  energy: { name: "kl", target },
  geometry: { name: "ridge-hellinger", kernel: { name: "gaussian", bandwidth: 0.5 }, lambda },
  integrator: { name: "rk4" },
  time: { end: 1, steps: 10, records: 5 },
});

const limit = {
  claim: "monotone",
  measured: "gap",
  along: "ridge",
  direction: "decreasing",
  because: "it tends to it",
};
const rate = {
  claim: "equal",
  measured: "slope(log(gap), log(ridge))",
  expected: "1",
  tolerance: 0.1,
  because: "first order",
};
const wrong = { claim: "at-most", measured: "gap", bound: "0", because: "a wrong limit", control: true };

const spec = (target: object, claims: object): Experiment =>
  ({
    id: "held",
    title: "Held against the standards",
    illustrates: [],
    seed: 1,
    runs: { flow: run(target, 1) },
    axes: { ridge: { axis: "values", values: [1, 0.1, 0.01], set: ["/runs/flow/geometry/lambda"] } },
    quantities: { gap: "max(abs(flow.energy), t)" },
    claims,
  }) as unknown as Experiment;

const said = (held: Experiment): readonly string[] =>
  standards(held, "held.json").map(({ pointer, message }) => `${pointer} ${message.split(/[ ,:]/)[0]}`);

test("a scale that is 1 in every run, also along axes, an order without a rate, and claims without a control are hints", () => {
  assert.deepEqual(said(spec(WIDE, { limit, rate, wrong })), []);
  assert.deepEqual(said(spec(WIDE, { limit, wrong })), ["/claims/limit what"]);
  assert.deepEqual(said(spec(WIDE, { limit, rate })), ["/claims no"]);
  assert.deepEqual(said({ ...spec(WIDE, { wrong }), axes: {} }), ["/runs lambda"]);
  assert.deepEqual(said({ ...spec(UNIT, { wrong }), runs: { flow: { ...run(UNIT, 2), initial: UNIT } } } as never), [
    "/runs covariance",
  ]);
});

test("a control does not count as the rate of a limit, and without claims there is nothing to hold", () => {
  assert.deepEqual(said(spec(WIDE, { limit, wrong: { ...rate, control: true } })), ["/claims/limit what"]);
  assert.deepEqual(said(spec(WIDE, {})), []);
});
