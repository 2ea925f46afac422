import assert from "node:assert/strict";
import { test } from "node:test";
import { judge } from "./claims.js";
import { ANALYTIC } from "./fixtures/experiments.js";
import { archived, evaluation, timed } from "./fixtures/results.js";
import type { ClaimResult, RunArchive } from "./result.js";
import type { Experiment } from "./types.generated.js";

const flow = archived(timed(2, 4, { F: t => 4 - t, up: t => (t === 1 ? 9 : t), bad: t => (t > 1 ? NaN : t) }));
const broken = archived(timed(2, 4, { F: t => (t > 0.5 ? NaN : 1) }, "diverged"));
const seeds: RunArchive = {
  axes: ["k"],
  status: ["completed", "stopped", "completed"].map(status => ({ status: status as "completed", reason: "" })),
  coordinates: {},
  notes: {},
  outputs: { x: { dims: ["k"], shape: [3], data: Float64Array.of(1, 1.5, 1.25) } },
};
/** The same numbers, the second of a point that ended with this status. */
const withSecond = (status: string): RunArchive => ({
  ...seeds,
  status: ["completed", status, "completed"].map(s => ({ status: s as "completed", reason: `it ${s}` })),
});
const runs = { flow, broken, seeds };

function result(claim: object): ClaimResult {
  const axes = {
    k: { axis: "zip", rows: { a: [1, 2], b: [3, 4], c: [5, 6] }, set: ["/runs/seeds/seed", "/runs/seeds/n"] },
  };
  const { spec } = evaluation(
    { axes, claims: { c: { because: "reason", ...claim } } } as unknown as Partial<Experiment>,
    runs,
  );
  return judge(spec, runs)[0];
}

test("equal holds iff |measured - expected| <= tolerance everywhere; the worst place is named by time", () => {
  const claim = { claim: "equal", measured: "flow.up", expected: "t", tolerance: 7.9 };
  const r = result(claim);
  assert.deepEqual([r.holds, r.measured, r.expected, r.deviation, r.at], [false, 9, 1, 8, { t: "1" }]);
  assert.ok(result({ ...claim, tolerance: 8 }).holds);
});

test("relative differences are divided by |expected|, and 0 = 0", () => {
  assert.ok(result({ claim: "equal", measured: "101", expected: "100", tolerance: 0.0101, relative: true }).holds);
  assert.ok(!result({ claim: "equal", measured: "101", expected: "100", tolerance: 0.0099, relative: true }).holds);
  assert.ok(result({ claim: "equal", measured: "0", expected: "0", tolerance: 0, relative: true }).holds);
});

test("a tolerance may be a formula, broadcast over the places", () => {
  assert.ok(result({ claim: "equal", measured: "flow.F", expected: "4", tolerance: "t" }).holds);
  assert.equal(result({ claim: "equal", measured: "flow.F", expected: "4", tolerance: "t/2" }).tolerance, 1);
});

test("at-most and at-least: the deviation is how far the bound and its slack are exceeded", () => {
  assert.deepEqual(
    [
      result({ claim: "at-most", measured: "flow.F", bound: "3" }).deviation,
      result({ claim: "at-most", measured: "flow.F", bound: "3", slack: 1 }).holds,
    ],
    [1, true],
  );
  assert.deepEqual(
    [
      result({ claim: "at-least", measured: "flow.F", bound: "3" }).deviation,
      result({ claim: "at-least", measured: "flow.F", bound: "3" }).at,
    ],
    [1, { t: "2" }],
  );
});

test("monotone compares neighbours and names the later one", () => {
  assert.ok(result({ claim: "monotone", measured: "flow.F", along: "t", direction: "decreasing" }).holds);
  assert.ok(
    !result({ claim: "monotone", measured: "flow.F*0", along: "t", direction: "decreasing" }).holds,
    "a constant shows nothing",
  );
  const r = result({ claim: "monotone", measured: "flow.up", along: "t", direction: "increasing" });
  assert.deepEqual([r.holds, r.measured, r.expected, r.at], [false, 1.5, 9, { t: "1.5" }]);
  assert.deepEqual(result({ claim: "monotone", measured: "seeds.x", along: "k", direction: "increasing" }).at, {
    k: "c",
  });
  assert.ok(result({ claim: "monotone", measured: "seeds.x", along: "k", direction: "increasing", slack: 0.25 }).holds);
});

test("ends looks at every point and names the first that ended otherwise", () => {
  const r = result({ claim: "ends", run: "seeds", status: "completed" });
  assert.deepEqual([r.holds, r.measured, r.deviation, r.at], [false, "stopped", 1, { k: "b" }]);
  assert.ok(result({ claim: "ends", run: "broken", status: "diverged" }).holds);
});

test("a control holds iff the sentence is false somewhere", () => {
  assert.ok(result({ claim: "at-most", measured: "flow.F", bound: "3", control: true }).holds);
  assert.ok(!result({ claim: "at-most", measured: "flow.F", bound: "4", control: true }).holds);
});

test("a number that is not finite decides nothing: neither claim nor control holds", () => {
  const sentences = [
    { claim: "at-most", measured: "flow.bad", bound: "0" },
    { claim: "at-least", measured: "flow.bad", bound: "9" },
    { claim: "equal", measured: "flow.bad", expected: "9", tolerance: 1 },
    { claim: "equal", measured: "1", expected: "flow.bad", tolerance: 1 },
    { claim: "monotone", measured: "flow.bad", along: "t", direction: "decreasing" },
    { claim: "at-least", measured: "1/0", bound: "0" },
    { claim: "at-most", measured: "flow.nothing", bound: "0" },
  ];
  for (const sentence of sentences)
    for (const control of [false, true])
      assert.ok(!result({ ...sentence, control }).holds, JSON.stringify({ ...sentence, control }));
});

test("a claim on a run that diverged fails with the reason of the run", () => {
  const r = result({ claim: "at-most", measured: "max(broken.F, t)", bound: "2" });
  assert.ok(!r.holds);
  assert.match(String(r.measured), /run "broken" diverged: F is not finite/);
});

test("no claim is decided by numbers of a point that failed, whatever its formula and however finite they are", () => {
  const formulas = [
    { claim: "at-most", measured: "seeds.x", bound: "2" },
    { claim: "at-least", measured: "0", bound: "-seeds.x" },
    { claim: "equal", measured: "x", expected: "1.5", tolerance: 1 },
    { claim: "equal", measured: "1", expected: "1", tolerance: "seeds.x" },
    { claim: "at-most", measured: "max(seeds.x, k)", bound: "2" },
    { claim: "at-most", measured: "mean(x, k) + 1", bound: "9", slack: "x[k=c]" },
    { claim: "monotone", measured: "seeds.x", along: "k", direction: "increasing", slack: 1 },
    { claim: "at-most", measured: "seeds.F", bound: "2" },
  ];
  const elsewhere = { claim: "at-most", measured: "seeds.x[k=a] + seeds.x[k=c]", bound: "3" };
  const axes = {
    k: { axis: "zip", rows: { a: [1, 2], b: [3, 4], c: [5, 6] }, set: ["/runs/seeds/seed", "/runs/seeds/n"] },
  };
  const judged = (claim: object, status: string, expected: boolean): ClaimResult => {
    const because = "reason";
    const claims = { c: { because, ...claim }, ...(expected && { e: { because, ...ENDS, control: true } }) };
    const spec = { axes, claims, quantities: { x: "seeds.x" } } as unknown as Partial<Experiment>;
    const F = { dims: ["k"], shape: [3], data: Float64Array.of(1, 1, 1) };
    const run = { ...withSecond(status), certificate: { series: { F }, absent: {} } };
    return judge(evaluation(spec, { seeds: run as unknown as RunArchive }).spec, { seeds: run as never })[0];
  };
  const ENDS = { claim: "ends", run: "seeds", status: "completed" };
  for (const claim of formulas) {
    for (const status of ["completed", "stopped"]) assert.ok(judged(claim, status, false).holds, JSON.stringify(claim));
    for (const status of ["uncertified", "diverged", "not-converged", "stiff", "left-the-cone", "failed"]) {
      const { holds, measured } = judged(claim, status, false);
      assert.ok(!holds, `${status}: ${JSON.stringify(claim)}`);
      assert.equal(measured, `run "seeds" ${status}: it ${status}`);
      assert.ok(!judged({ ...claim, control: true }, status, false).holds, "no control either");
      assert.ok(judged(claim, status, true).holds, "unless this end is what is claimed");
    }
  }
  assert.ok(judged(elsewhere, "uncertified", false).holds, "points that completed are judged");
});

test("s phi_p'(s)² >= phi_p(s)/(1-p) for p <= 1/2, judged without any run (A-4.3)", () => {
  const [r] = judge(ANALYTIC, {});
  assert.ok(r.holds, JSON.stringify(r));
});

test("what is published of a quantity is handed on, and decides nothing", () => {
  const published = { value: 0.031, spread: 0.024, source: "A. Author 2020, table 1" };
  const own = { claim: "at-most", measured: "9", bound: "10" };
  assert.deepEqual(result({ ...own, published }), { ...result(own), published });
});
