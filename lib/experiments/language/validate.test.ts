import assert from "node:assert/strict";
import { test } from "node:test";
import { small } from "../tasks/fixtures.js";
import { ANALYTIC, SWEEP } from "./fixtures/experiments.js";
import { type Loose, MISTAKES } from "./fixtures/mistakes.js";
import type { Experiment } from "./types.generated.js";
import { checkExperiment, checkText, type CheckOptions } from "./validate.js";

const STATEMENTS = ["A-3.6", "A-4.1", "A-5.1"];
const options: CheckOptions = { file: "experiments/paper/sweep.json", statements: STATEMENTS };

/** The problems of the fixture after a change, as "pointer message". */
function after(change: (spec: Loose) => void, more: Partial<CheckOptions> = {}): readonly string[] {
  const spec = structuredClone(SWEEP) as unknown as Loose;
  change(spec);
  return checkExperiment(spec, { ...options, ...more }).map(({ pointer, message }) => `${pointer} ${message}`);
}

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
      '/runs/cloud run "cloud" would need about 9 GB of memory, at most 4 GB are granted: ' +
        "fewer nodes or particles, or fewer records",
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

test("runs alone are a spec, whichever of the other sections are left out or empty", () => {
  const runs = { flow: small };
  const sections = ["claims", "figures", "axes", "quantities", "profiles"];
  for (let k = 0; k < 2 ** sections.length; k++) {
    const empty = Object.fromEntries(sections.filter((_, i) => (k >> i) % 2 === 1).map(section => [section, {}]));
    assert.deepEqual(checkExperiment({ runs, ...empty }, { ...options, file: "own.json" }), [], JSON.stringify(empty));
  }
});
