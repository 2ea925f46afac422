import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { temporary } from "../temporary.js";
import { globTest } from "./only.js";
import { orphans, projectAt, readCatalogue, specFiles, specNamed, specsNamed } from "./project.js";

const root = temporary();
const project = projectAt(root);
const files = [
  "experiments/paper/a.json",
  "experiments/ift/a.json",
  "experiments/ift/b.json",
  "experiments/catalogue.json",
  "experiments/ift/data/points.json",
  "experiments/ift/b.results/spec.json",
  "experiments/ift/note.txt",
  "experiments/.cache/last/ift/b.json",
  "experiments/package.json",
  "experiments/node_modules/other/a.json",
  "experiments/old/manifest.json",
  "experiments/old/spec.json",
  "experiments/old/runs/flow.json",
  "results/ift/b/manifest.json",
  "results/ift/gone/manifest.json",
];
for (const file of files) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), "[]");
}

test("C3: specs are the JSON files of experiments/ but the catalogue, data, hidden files, archives", () => {
  assert.deepEqual(
    specFiles(project).map(({ path }) => path),
    ["ift/a", "ift/b", "paper/a"],
  );
});

test("an id means the experiment, a path the one of its folder", () => {
  const named = (word: string): readonly string[] => specsNamed(project, word).map(({ path }) => path);
  assert.deepEqual(
    [named("b"), named("a"), named("paper/a"), named("c")],
    [["ift/b"], ["ift/a", "paper/a"], ["paper/a"], []],
  );
});

test("C7: a word that means no experiment is refused with the nearest id or path, one that means two with both", () => {
  const sentence = (word: string): string => {
    try {
      return specNamed(project, word).path;
    } catch (error) {
      return (error as Error).message;
    }
  };
  assert.equal(sentence("b"), "ift/b");
  assert.match(sentence("paper/b"), /no experiment "paper\/b".*did you mean "paper\/a"\?$/);
  assert.match(sentence("c"), /no experiment "c"; `flows list` shows all$/);
  assert.match(sentence("a"), /"a" could be ift\/a, paper\/a; use the path$/);
});

test("an archive whose spec is gone is an orphan", () => assert.deepEqual(orphans(project), ["ift/gone"]));

test("a project without a catalogue uses that of the package", () => {
  assert.deepEqual(readCatalogue(project), []);
  assert.ok(readCatalogue(projectAt(temporary())).some(({ id }) => id === "A-2.1"));
});

test("globs: * and ? stay in a folder, ** crosses folders, a bare word fits in every folder", () => {
  const paths = ["ift/a", "ift/mmd-flow", "paper/a", "paper/deep/a"];
  const fitting = (glob: string): readonly string[] => paths.filter(globTest(glob));
  assert.deepEqual(fitting("ift/*"), ["ift/a", "ift/mmd-flow"]);
  assert.deepEqual(fitting("paper/*"), ["paper/a"]);
  assert.deepEqual(fitting("paper/**"), ["paper/a", "paper/deep/a"]);
  assert.deepEqual(fitting("**/mmd-*"), ["ift/mmd-flow"]);
  assert.deepEqual(fitting("?"), ["ift/a", "paper/a", "paper/deep/a"]);
  assert.deepEqual(fitting("a.b(c"), []);
});
