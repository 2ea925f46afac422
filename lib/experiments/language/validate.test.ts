import assert from "node:assert/strict";
import { test } from "node:test";
import { ANALYTIC, SWEEP } from "./fixtures/experiments.js";
import type { Experiment } from "./types.generated.js";
import { checkExperiment, checkText, type CheckOptions } from "./validate.js";

const STATEMENTS = ["A-3.6", "A-4.1", "A-5.1"];
const options: CheckOptions = { file: "experiments/paper/sweep.json", statements: STATEMENTS };

type Loose = { [key: string]: Loose } & { [index: number]: Loose };

/** The problems of the fixture after a change, as "pointer message". */
function after(change: (spec: Loose) => void, more: Partial<CheckOptions> = {}): readonly string[] {
  const spec = structuredClone(SWEEP) as unknown as Loose;
  change(spec);
  return checkExperiment(spec, { ...options, ...more }).map(({ pointer, message }) => `${pointer} ${message}`);
}

/** Mistake -> what is said of it, each alone in an otherwise correct spec. */
const MISTAKES: readonly (readonly [string, (spec: Loose) => unknown, RegExp])[] = [
  [
    "an unknown word",
    s => Object.assign(s.runs.ridge.geometry, { name: "ridge-helinger" }),
    /^\/runs\/ridge\/geometry\/name "ridge-helinger" is none of: .*did you mean "ridge-hellinger"\?$/,
  ],
  [
    "a missing tag",
    s => Reflect.deleteProperty(s.runs.ridge.geometry, "name"),
    /^\/runs\/ridge\/geometry\/name is missing; one of: hellinger, /,
  ],
  [
    "a misspelt key",
    s => Object.assign(s.runs.ridge.time, { recordss: 3 }),
    /^\/runs\/ridge\/time\/recordss is not known here; allowed: end, steps, records, budget; did you mean "records"\?$/,
  ],
  [
    "a missing key",
    s => Reflect.deleteProperty(s.runs.ridge.energy, "target"),
    /^\/runs\/ridge\/energy\/target is missing \(/,
  ],
  [
    "a word for a number",
    s => Object.assign(s.runs.ridge.geometry.kernel, { bandwidth: "medan" }),
    /bandwidth must be a number > 0.* "median".*, not "medan"; did you mean "median"\?/,
  ],
  [
    "a run that is the same as none",
    s => Object.assign(s.runs.exact, { run: "rigde" }),
    /^\/runs\/exact\/run there is no run "rigde", .*did you mean "ridge"/,
  ],
  [
    "a circle",
    s => Object.assign(s.runs.ridge, { task: "same-as", run: "exact", but: { "/seed": 1 } }),
    /^\/runs\/.* (goes round in a circle|is not known here)/,
  ],
  [
    "a change inside a change",
    s => Object.assign(s.runs.cloud.but, { "/space/n": 5 }),
    /^\/runs\/cloud\/but\/~1space~1n lies inside "\/space"/,
  ],
  [
    "a change that points nowhere",
    s => Object.assign(s.runs.cloud.but, { "/tyme/steps": 5 }),
    /^\/runs\/cloud\/but\/~1tyme~1steps points nowhere in the run "ridge"/,
  ],
  [
    "a changed place that does not suit the branch",
    s => Object.assign(s.runs.cloud.but["/space"], { n: -2 }),
    /^\/runs\/cloud\/but\/~1space\/n -2 must be >= 1/,
  ],
  [
    "an axis that points nowhere",
    s => Object.assign(s.axes.lambda, { set: ["/runs/ridge/geometry/lamda"] }),
    /^\/axes\/lambda\/set\/0 points nowhere: no "lamda" .*did you mean "lambda"/,
  ],
  [
    "an axis value that does not suit the branch",
    s => Object.assign(s.axes.lambda.values, { 2: -1 }),
    /^\/axes\/lambda\/values\/2 -1 must be >/,
  ],
  [
    "an axis that changes the recorded times",
    s => Object.assign(s.axes.lambda, { set: ["/runs/ridge/time/end"], values: [1, 2, 3] }),
    /^\/axes\/lambda\/set\/0 changes the recorded times/,
  ],
  [
    "a taken axis name",
    s => Object.assign(s.axes, { mode: s.axes.lambda }),
    /^\/axes\/mode the name is taken: .*outputs of "gap" have this dimension/,
  ],
  [
    "a value twice",
    s => Object.assign(s.axes.lambda, { values: [0.1, 0.01, 0.1] }),
    /^\/axes\/lambda\/values\/2 0.1 stands here twice/,
  ],
  [
    "two axes at one place",
    s => Object.assign(s.axes, { other: { axis: "values", values: [1], set: ["/runs/ridge/geometry/lambda"] } }),
    /^\/axes\/other\/set\/0 is written by the axis "lambda" too/,
  ],
  [
    "steps that are no multiple of records",
    s => Object.assign(s.runs.ridge.time, { steps: 41 }),
    /^\/runs\/ridge\/time\/steps 41 is no multiple of records = 20/,
  ],
  [
    "a splitting without its parts",
    s =>
      Object.assign(s.runs.ridge, {
        integrator: { name: "splitting", scheme: "lie", of: [{ name: "rk4" }, { name: "rk4" }] },
      }),
    /^\/runs\/ridge\/integrator\/of has 2 integrators, the geometry has 1 term/,
  ],
  [
    "masses that do not fit the space",
    s => Object.assign(s.runs.ridge, { initial: { name: "masses", values: [0.5, 0.5] } }),
    /^\/runs\/ridge\/initial\/values has 2 masses, the space has 40 nodes/,
  ],
  [
    "a mixture that does not fit its weights",
    s => Object.assign(s.runs.ridge.energy.target, { weights: [1] }),
    /^\/runs\/ridge\/energy\/target\/weights has 1 weights for 2 components/,
  ],
  [
    "a mean of another dimension",
    s => Object.assign(s.runs.ridge.initial, { mean: [0, 1] }),
    /^\/runs\/ridge\/initial\/mean has 2 coordinate\(s\), the space has dimension 1/,
  ],
  [
    "an empty interval",
    s => Object.assign(s.runs.ridge.space, { interval: [4, -4] }),
    /^\/runs\/ridge\/space\/interval must increase/,
  ],
  [
    "a formula in x with a run",
    s => Object.assign(s.runs.ridge.record.mean, { of: "y + 1" }),
    /^\/runs\/ridge\/record\/mean\/of "y" is no coordinate/,
  ],
  [
    "an unknown dimension",
    s => Object.assign(s.quantities, { error: "max(abs(ridge.F - exact.F), tt)" }),
    /^\/quantities\/error there is no dimension "tt" here, only: .*did you mean "t"\? +in: max\(abs\(ridge.F - exact.F\), >>>tt\)$/,
  ],
  [
    "an unknown output",
    s => Object.assign(s.claims.decay, { measured: "exact.G" }),
    /^\/claims\/decay\/measured run "exact" has no output "G"/,
  ],
  [
    "an unknown point of an axis",
    s => Object.assign(s.claims.small, { measured: "error[lambda=1e-4, kernel=rough]" }),
    /^\/claims\/small\/measured axis lambda has no value 1e-4, only: 0.1, 0.01, 0.001/,
  ],
  [
    "an axis without numbers",
    s => Object.assign(s.claims.small, { bound: "kernel" }),
    /^\/claims\/small\/bound axis "kernel" has no numbers/,
  ],
  [
    "a syntax error",
    s => Object.assign(s.claims.small, { bound: "(1" }),
    /^\/claims\/small\/bound expected "\)", not the end/,
  ],
  [
    "a circle of quantities",
    s => Object.assign(s.quantities, { error: "spread", spread: "error" }),
    /^\/quantities\/(error|spread) "(error|spread)" is defined by itself/,
  ],
  [
    "a taken quantity name",
    s => Object.assign(s.quantities, { exact: "1" }),
    /^\/quantities\/exact the name is already taken by a run/,
  ],
  [
    "two sides on different time grids",
    s => Object.assign(s.runs.exact.but, { "/time": { end: 3, steps: 30, records: 30 } }),
    /different recorded times \(20 intervals to 2 and 30 intervals to 3\)/,
  ],
  [
    "monotone along nothing",
    s => Object.assign(s.claims.limit, { along: "s" }),
    /^\/claims\/limit\/along "s" is no dimension of the measured quantity, only: /,
  ],
  [
    "an unknown badge",
    s => Object.assign(s.figures.family, { badges: ["limt"] }),
    /^\/figures\/family\/badges\/0 there is no claim "limt".*did you mean "limit"/,
  ],
  ["an unused quantity", s => Object.assign(s.quantities, { idle: "1" }), /^\/quantities\/idle is used by no claim/],
  [
    "an unused run",
    s => Object.assign(s.runs, { idle: { task: "same-as", run: "ridge", but: { "/seed": 3 } } }),
    /^\/runs\/idle is used by no claim/,
  ],
  [
    "an unused axis",
    s => Object.assign(s.axes, { idle: { axis: "values", values: [1] } }),
    /^\/axes\/idle is used by no run and no formula/,
  ],
  [
    "a claim that speaks for nothing",
    s => Reflect.deleteProperty(s.claims.small, "for"),
    /^\/claims\/small\/for is missing: which of A-5.1, A-3.6/,
  ],
  [
    "an unknown statement",
    s => Object.assign(s.illustrates, { 1: "A-9.9" }),
    /^\/illustrates\/1 "A-9.9" is not in the catalogue/,
  ],
  [
    "a published number without its source",
    s => Object.assign(s.claims.small, { published: { value: 0.03 } }),
    /^\/claims\/small\/published\/source is missing \(Where it stands: authors, year, /,
  ],
  [
    "a published text in the place of a number",
    s => Object.assign(s.claims.small, { published: { value: "3.8e-3", source: "A. Author 2020, table 1" } }),
    /^\/claims\/small\/published\/value must be a number, not "3.8e-3"/,
  ],
  [
    "a published number beside many of ours",
    s => Object.assign(s.claims.small, { measured: "error", published: { value: 1, source: "A. Author 2020" } }),
    /^\/claims\/small\/published stands beside one number, and the measured quantity has one for every lambda, kernel: /,
  ],
  [
    "a published number beside an order",
    s => Object.assign(s.claims.limit, { published: { value: 1, source: "A. Author 2020, table 1" } }),
    /^\/claims\/limit\/published is not known here/,
  ],
  ["another id", s => Object.assign(s, { id: "swoop" }), /^\/id must be the name of the file, "sweep"/],
  ["too much work", s => Object.assign(s.axes.repetition, { count: 9999 }), /^\/axes give 10007 units of work/],
  [
    "a name of the machinery",
    s => Object.assign(s.axes, { toString: { axis: "values", values: [1] } }),
    /^\/axes\/toString "toString" is no admissible name/,
  ],
];

test("the fixtures are correct", () => {
  assert.deepEqual(checkExperiment(SWEEP, options), []);
  assert.deepEqual(checkExperiment(ANALYTIC, { ...options, file: "analytic.json" }), []);
});

for (const [mistake, make, said] of MISTAKES)
  test(`${mistake} is reported where the hand must go`, () => {
    const problems = after(make);
    assert.ok(
      problems.some(problem => said.test(problem)),
      `expected ${said}, got\n${problems.join("\n") || "nothing"}`,
    );
  });

test("all mistakes come at once, whatever their stage", () => {
  const places = after(s => {
    s.runs.cloud.but["/space"] = { name: "partcles" } as unknown as Loose;
    Object.assign(s.claims.small, { bound: "frst(exact.F)" });
    Object.assign(s.illustrates, { 1: "A-9.9" });
    Object.assign(s.figures.family, { badges: ["limt"] });
  });
  for (const pointer of [
    "/runs/cloud/but/~1space/name",
    "/claims/small/bound",
    "/illustrates/1",
    "/figures/family/badges/0",
  ])
    assert.ok(
      places.some(place => place.startsWith(`${pointer} `)),
      `${pointer} is missing in\n${places.join("\n")}`,
    );
});

test("a mistake in a quantity is reported once, not wherever the quantity is used", () => {
  assert.deepEqual(
    after(s => Object.assign(s.quantities, { error: "maxx(ridge.F, t)" })).map(place => place.split(" ")[0]),
    ["/quantities/error"],
  );
});

test("what does not fit in memory is refused with its estimate", () => {
  const estimate = (task: object): number => (JSON.stringify(task).includes("particles") ? 9 * 2 ** 30 : 1);
  assert.deepEqual(
    after(() => undefined, { estimate }),
    [
      '/runs/cloud run "cloud" would need about 9.00 GB of memory, at most 4.00 GB are granted: fewer nodes or particles, or fewer records',
    ],
  );
  assert.deepEqual(
    after(() => undefined, { estimate, memory: 2 ** 36 }),
    [],
  );
});

test("a grid whose Gram matrix fits in no memory is refused before anything is allocated", () => {
  const problems = after(s => Object.assign(s.runs.ridge.space, { n: 200_000 }));
  assert.match(problems.join("\n"), /^\/runs\/ridge run "ridge" would need about \d+ GB of memory/);
});

test("data files stay in the folder of the spec, and must be readable", () => {
  const file =
    (path: string) =>
    (s: Loose): unknown =>
      Object.assign(s.runs.cloud.but, { "/initial": { name: "samples", data: { name: "file", path } } });
  const readable = (path: string): true | string => path === "points.csv" || `there is no file "${path}"`;
  assert.deepEqual(after(file("points.csv"), { readable }), []);
  assert.match(
    after(file("data/none.csv"), { readable }).join(),
    /^\/runs\/cloud\/but\/~1initial\/data\/path there is no file "data\/none.csv"$/,
  );
  for (const path of ["../secret.csv", "/etc/passwd.csv", "a/../../b.csv", "C:/x.csv", "a\\..\\b.csv", "~/x.csv"])
    assert.ok(
      after(file(path), { readable: () => true }).some(problem =>
        problem.startsWith("/runs/cloud/but/~1initial/data/path "),
      ),
      path,
    );
});

test("JSON that is none is reported by line and column, and so are names that stand twice", () => {
  const said = (text: string): string => checkText(text, options).problems[0].message;
  assert.equal(said('{\n  "id": "a",\n}'), "no JSON, line 3, column 1: expected a name in double quotes");
  assert.equal(said('{"a": 1, "a": 2}'), 'no JSON, line 1, column 10: the name "a" stands here twice');
  assert.match(said('{"__proto__": 1}'), /"__proto__" is no admissible name/);
  assert.match(said("[".repeat(100_000)), /nested more than 40 deep/);
  assert.match(said('{"a": 01}'), /expected "," or "}"/);
});

test("the text of a correct file gives the spec", () => {
  const { problems, spec } = checkText(JSON.stringify(SWEEP), options);
  assert.deepEqual(problems, []);
  assert.deepEqual(spec, JSON.parse(JSON.stringify(SWEEP)) as Experiment);
});
