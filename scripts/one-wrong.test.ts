/** A mistake in one spec stops no other experiment. */
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { flows, readSpec, smallProject } from "./testing/fixtures.js";

/** What a user may have written, beside a spec that is right. */
const MISTAKES: Readonly<Record<string, (spec: object) => string>> = {
  "no JSON": () => "{",
  "not an object": () => "[]",
  "an unknown word": spec => JSON.stringify({ ...spec, words: 1 }),
  "a wrong formula": spec => JSON.stringify({ ...spec, quantities: { a: { of: "flow." } } }),
  "another id": spec => JSON.stringify({ ...spec, id: "another" }),
};

test("reproduce, verify and list: the other experiments are there; the exit code and one sentence each say what is wrong", async () => {
  const root = smallProject();
  const project = ["--project", root];
  const wrong = join(root, "experiments/paper/limit.json");
  const whole = readFileSync(wrong, "utf8");
  const archive = join(root, "results/paper/flow/manifest.json");
  for (const [name, mistake] of Object.entries(MISTAKES)) {
    writeFileSync(wrong, mistake(readSpec(root, "paper/flow")));
    for (const command of [["reproduce", "--no-figures"], ["verify"]]) {
      const { code, err } = await flows([...command, ...project]);
      assert.equal(code, 2, `${name}: ${err}`);
      assert.match(err, /✓ paper\/flow/, name);
      assert.match(err, /experiments\/paper\/limit\.json/, name);
      assert.match(err, /1 of \d specs have problems and are left out/);
    }
    assert.ok(existsSync(archive));
    const { out, err } = await flows(["list", ...project]);
    assert.match(out, /^flow .* yes /m, name);
    assert.equal(new Set(err.split("\n")).size, err.split("\n").length, `each problem once: ${err}`);
  }
  writeFileSync(wrong, whole);
});

test("run: the specs that are right are run, each into the folder that it would have beside the others", async () => {
  const root = smallProject();
  const folder = temporary();
  const right = join(folder, "right.json");
  writeFileSync(right, JSON.stringify({ ...readSpec(root, "paper/flow"), id: "right" }));
  writeFileSync(join(folder, "wrong.json"), "{");
  const out = join(folder, "out");
  const args = ["run", "--no-figures", right, join(folder, "wrong.json"), "--project", root];
  const { code, err } = await flows([...args, "--out", out]);
  assert.equal(code, 2, err);
  assert.match(err, /wrong\.json/);
  assert.ok(existsSync(join(out, "right/manifest.json")));
  const alone = await flows(["run", "--no-figures", join(folder, "wrong.json"), "--project", root]);
  assert.equal(alone.code, 2);
});

test("the archives of a profile are not called superfluous while their spec cannot be read", async () => {
  const root = smallProject();
  const project = ["--project", root];
  assert.equal((await flows(["reproduce", "--no-figures", ...project])).code, 0);
  const archive = join(root, "results/profiles/full/paper/limit");
  cpSync(join(root, "results/paper/limit"), archive, { recursive: true });
  assert.match((await flows(["verify", ...project])).err, /profiles\/full\/paper\/limit belongs to no experiment/);
  writeFileSync(join(root, "experiments/paper/limit.json"), "{");
  assert.doesNotMatch((await flows(["verify", ...project])).err, /belongs to no experiment/);
});
