import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { profiled, profilesOf, unprofiled } from "./profiles.js";
import type { Experiment } from "./types.generated.js";
import { unitsOf } from "./units.js";
import { checkExperiment } from "./validate.js";

const template = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../../../scripts/templates/limit.json", import.meta.url)), "utf8"),
) as Experiment;

type But = Readonly<Record<string, unknown>>;

const withBut = (but: But): Experiment =>
  ({ ...template, profiles: { full: { because: "more points", but } } }) as unknown as Experiment;

const options = { file: `${template.id}.json` };

const [axis] = Object.keys(template.axes ?? {});

/** For each section that a profile may change, a change of an entry that is there. */
const CHANGES: Readonly<Record<string, But>> = {
  seed: { "/seed": 7 },
  runs: { [`/runs/${Object.keys(template.runs ?? {})[0]}/seed`]: 3 },
  axes: { [`/axes/${axis}`]: template.axes?.[axis] },
  quantities: { "/quantities": { one: "1" } },
  claims: { [`/claims/${Object.keys(template.claims)[0]}/because`]: "of the profile" },
  figures: { [`/figures/${Object.keys(template.figures)[0]}/title`]: "Of the profile" },
};

const SECTIONS = Object.keys(CHANGES).filter(section => section !== "quantities");

for (const section of SECTIONS)
  test(`a profile that changes ${section} is the spec with these places written anew, and nothing else`, () => {
    const spec = withBut(CHANGES[section]);
    assert.deepEqual(checkExperiment(spec, options), []);
    const full = profiled(spec, "full");
    const [[pointer, value]] = Object.entries(CHANGES[section]);
    const path = pointer.split("/").slice(1);
    const at = (json: unknown): unknown => path.reduce((v, key) => (v as Record<string, unknown>)[key], json);
    assert.deepEqual(at(full), value);
    assert.equal(full.title, `${template.title} (profile full)`);
    assert.equal("profiles" in full, false);
    if (section !== "seed" && section !== "runs") assert.deepEqual(unitsOf(full), unitsOf(unprofiled(spec)));
  });

test("the experiment without its profiles is what it was before it had any", () => {
  assert.deepEqual(unprofiled(withBut(CHANGES.seed)), template);
  assert.deepEqual(Object.keys(profilesOf(template)), []);
});

const problemsOf = (but: But): readonly string[] =>
  checkExperiment(withBut(but), options).map(({ pointer, message }) => `${pointer}: ${message}`);

test("what a profile brings about is reported at the change: places that are none, values that are wrong, changes in changes", () => {
  assert.match(
    problemsOf({ "/runs/none/time/steps": 5 })[0],
    /^\/profiles\/full\/but\/~1runs~1none~1time~1steps: points/,
  );
  assert.match(problemsOf({ "/seed": -1 })[0], /^\/profiles\/full\/but\/~1seed: /);
  assert.match(problemsOf({ "/title": "x" })[0], /^\/profiles\/full\/but\/~1title/);
  const axes = { [`/axes/${axis}`]: template.axes?.[axis], [`/axes/${axis}/set`]: [] };
  assert.match(problemsOf(axes)[0], /lies inside another change/);
});

test("a profile of another name is refused with the names that there are", () => {
  assert.throws(() => profiled(withBut(CHANGES.seed), "ful"), /only: full; did you mean "full"/);
});
