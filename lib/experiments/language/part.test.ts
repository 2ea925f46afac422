import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadSpec } from "../archive/work/load.js";
import { projectAt, readCatalogue, specFiles } from "../archive/work/project.js";
import { partOf } from "./part.js";
import type { Experiment } from "./types.generated.js";
import { unitsOf } from "./units.js";
import { checkExperiment } from "./validate.js";

const project = projectAt(fileURLToPath(new URL("../../../../", import.meta.url)));
const statements = readCatalogue(project).map(({ id }) => id);

const specs: readonly Experiment[] = specFiles(project).flatMap(({ file }) => {
  const loaded = loadSpec(project, file);
  return "spec" in loaded ? [loaded.spec] : [];
});

for (const spec of specs)
  test(`every figure of ${spec.id} alone is a sound experiment, with nothing in it that is not used`, () => {
    for (const figure of Object.keys(spec.figures))
      assert.deepEqual(checkExperiment(partOf(spec, [figure]), { file: `${spec.id}.json`, statements }), [], figure);
  });

test("a part computes what the whole computes, at the same points", () => {
  const whole = specs.find(({ id }) => id === "langevin-and-fokker-planck");
  const part = whole && partOf(whole, ["bias"]);
  assert.ok(whole && part);
  assert.deepEqual(Object.keys(part.runs ?? {}), ["biased"]);
  assert.deepEqual(
    unitsOf(part),
    unitsOf(whole).filter(({ run }) => run === "biased"),
  );
});

test("a run that another is the same as, and that nothing reads, is computed once", () => {
  for (const spec of specs)
    for (const figure of Object.keys(spec.figures)) {
      const part = partOf(spec, [figure]);
      const { runs = {}, ...readers } = part;
      const words = new Set(JSON.stringify(readers).match(/\w+/g));
      const unread = Object.keys(runs).filter(run => !words.has(run));
      const units = unitsOf(part).filter(({ run }) => unread.includes(run));
      assert.equal(units.length, unread.length, `${spec.id} ${figure}: ${unread.join(", ")}`);
    }
});

test("a name means the figure and the claim of that name; badges bring their claims along", () => {
  const spec = specs.find(({ id }) => id === "hellinger-geodesic");
  const part = spec && partOf(spec, ["ridges", "gap"]);
  assert.deepEqual(
    [Object.keys(part?.figures ?? {}), Object.keys(part?.claims ?? {})],
    [["ridges"], ["shooting", "dip", "gap"]],
  );
});
