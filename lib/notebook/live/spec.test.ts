import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "../../experiments/check.js";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import { experimentOf, only } from "./spec.js";
import { small as good } from "../../experiments/tasks/fixtures.js";

/** Runs whose words are right and which make no sense, one of every part that is built. */
const REFUSED: Readonly<Record<string, object>> = {
  "a geometry without edges": { ...good, geometry: { name: "wasserstein" } },
  "an integrator of another space": { ...good, integrator: { name: "chang-cooper" } },
  "a state of the wrong length": { ...good, initial: { name: "masses", values: [1, 2] } },
  "a closed form that there is not": { ...good, integrator: { name: "exact" }, geometry: { name: "l2" } },
  "a target without mass": { ...good, energy: { name: "kl", target: { name: "masses", values: [0, 1, 1] } } },
  "a recorder that sees nothing": { ...good, record: { x: { name: "interface-position", level: 0 } } },
  "a distance that is not computed so": {
    task: "distance",
    space: { name: "finite-set", n: 2 },
    from: { name: "random", seed: 1 },
    to: { name: "random", seed: 2 },
    metric: { name: "tv" },
    method: { name: "sinkhorn", epsilon: 1 },
  },
};

function reasonAgainst(draft: object): string {
  try {
    experimentOf(draft as never);
  } catch (error) {
    assert.ok(isRefusal(error), String(error));
    return reasonOf(error);
  }
  return assert.fail("not refused");
}

for (const [what, bad] of Object.entries(REFUSED))
  test(`C2: a draft in a notebook with ${what} is refused at once, with the sentences and pointers of \`flows check\``, () => {
    const draft = { runs: { good, bad } };
    const problems = check(draft);
    assert.ok(problems.length > 0);
    const said = reasonAgainst(draft);
    for (const { pointer, message } of problems) assert.ok(said.includes(`${pointer} ${message}`), said);
  });

test("C2: a run that a claim expects to be refused is no mistake, and what is right is run", () => {
  const claims = { c: { claim: "ends", run: "bad", status: "refused", because: "no edges" } };
  const draft = { runs: { good, bad: REFUSED["a geometry without edges"] }, claims };
  assert.deepEqual(Object.keys(experimentOf(draft).runs ?? {}), ["good", "bad"]);
  assert.deepEqual(Object.keys(only(draft, "c").runs ?? {}), ["bad"]);
});
