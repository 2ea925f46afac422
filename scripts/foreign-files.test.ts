/** Files that a command finds where it expects its own: a sentence with the file's name, never an internal error. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { flows, smallProject } from "./testing/fixtures.js";

/** What may stand in a file whose name says that it is JSON. */
const CONTENTS = ["", "{", "null", "1", '"x"', "{}", "[null]", "[1]", '[{"id":1}]', '{"cells":{}}', '{"cells":[null]}'];
const NOTEBOOKS = ['{"cells":[{}]}', '{"cells":[{"cell_type":"code","source":"1"}]}', '{"worksheets":[],"nbformat":3}'];

/** The command ends with one sentence that names the file, and leaves the file as it is. */
async function named(args: readonly string[], file: string, words: RegExp): Promise<void> {
  const before = readFileSync(file, "utf8");
  const { code, err } = await flows(args);
  const what = `${args.join(" ")}, ${before}: ${err}`;
  assert.equal(code, 2, what);
  assert.match(err, words, what);
  assert.doesNotMatch(err, /internal error|Cannot read|Unexpected token|is not a function/, what);
  assert.equal(readFileSync(file, "utf8"), before);
}

test("a notebook that is none", async () => {
  const file = join(temporary(), "a.ipynb");
  for (const content of [...CONTENTS, "[]", ...NOTEBOOKS]) {
    writeFileSync(file, content);
    for (const action of ["run", "check"]) await named(["notebook", action, file], file, /a\.ipynb is no notebook: /);
  }
});

test("a catalogue that is none", async () => {
  const root = smallProject();
  const file = join(root, "experiments/catalogue.json");
  for (const content of CONTENTS) {
    writeFileSync(file, content);
    for (const command of [["list"], ["coverage"], ["check", "flow"], ["reproduce", "--no-figures"], ["why", "flow"]])
      await named([...command, "--project", root], file, /experiments\/catalogue\.json is no catalogue: /);
  }
});

test("a manifest that is none", async () => {
  const folder = join(temporary(), "own");
  mkdirSync(folder);
  const file = join(folder, "manifest.json");
  for (const content of CONTENTS) {
    writeFileSync(file, content);
    for (const command of ["claims", "figure"])
      await named([command, folder], file, /manifest\.json (?:cannot be read|is)/);
  }
});

test("a project that is a file, a folder without specs: said, not shown as nothing", async () => {
  const folder = temporary();
  const file = join(folder, "file");
  writeFileSync(file, "");
  await named(["list", "--project", file], file, /there is no folder .*file: give --project a folder/);
  for (const command of ["run", "check", "plan"]) await named([command, folder], file, /there is no spec in /);
});
