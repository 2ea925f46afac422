import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { recoverAll, writeFolder } from "./folder.js";
import type { Files } from "./runs.js";
import { temporary } from "./temporary.js";

const files = (text: string): Files =>
  new Map([
    ["a.txt", Buffer.from(text)],
    ["below/b.txt", Buffer.from(text)],
  ]);
const content = (folder: string): string =>
  readFileSync(join(folder, "a.txt"), "utf8") + readFileSync(join(folder, "below/b.txt"), "utf8");

test("writing replaces the whole folder and leaves nothing beside it", () => {
  const root = temporary();
  const folder = join(root, "x");
  for (const text of ["old", "new"]) writeFolder(folder, files(text));
  assert.equal(content(folder), "newnew");
  assert.deepEqual(readdirSync(root), ["x"]);
});

test("whatever step a killed process reached, recovery ends with the old folder or the new one", () => {
  const states: Record<string, readonly [before: (root: string) => void, expected: string]> = {
    "new content half written": [
      root => {
        mkdirSync(join(root, ".x.writing"));
        writeFileSync(join(root, ".x.writing/a.txt"), "n");
      },
      "oldold",
    ],
    "new content complete, old folder in place": [root => writeFolder(join(root, ".x.new"), files("new")), "newnew"],
    "old folder moved away": [
      root => {
        writeFolder(join(root, ".x.new"), files("new"));
        renameSync(join(root, "x"), join(root, ".x.old"));
      },
      "newnew",
    ],
    "new folder in place, old one not yet removed": [
      root => writeFolder(join(root, ".x.old"), files("older")),
      "oldold",
    ],
  };
  for (const [name, [prepare, expected]] of Object.entries(states)) {
    const root = temporary();
    const folder = join(root, "below", "x");
    writeFolder(folder, files("old"));
    prepare(join(root, "below"));
    recoverAll(root);
    assert.equal(content(folder), expected, name);
    assert.deepEqual(readdirSync(join(root, "below")), ["x"], name);
  }
  assert.ok(!existsSync(join(temporary(), "nothing")));
});
