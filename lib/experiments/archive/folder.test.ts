import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { probeFolder, recoverAll, writeFolder } from "./folder.js";
import type { Files } from "./runs.js";
import { temporary } from "./temporary.js";

const files = (text: string): Files =>
  new Map([
    ["a.txt", Buffer.from(text)],
    ["below/b.txt", Buffer.from(text)],
  ]);
const content = (folder: string): string =>
  readFileSync(join(folder, "a.txt"), "utf8") + readFileSync(join(folder, "below/b.txt"), "utf8");

test("writing replaces its own entries as a whole, leaves every other one, and leaves nothing behind", () => {
  const folder = join(temporary(), "x");
  writeFolder(folder, files("old"));
  for (const name of ["mine.txt", "below/stale.txt"]) writeFileSync(join(folder, name), "mine");
  writeFolder(folder, files("new"));
  assert.equal(content(folder), "newnew");
  assert.deepEqual(readdirSync(folder), ["a.txt", "below", "mine.txt"]);
  assert.deepEqual(readdirSync(join(folder, "below")), ["b.txt"]);
  writeFolder(folder, files("newer"), ["mine.txt"]);
  assert.deepEqual(readdirSync(join(folder, "mine.txt")), []);
});

test("whatever step a killed process reached, recovery ends with the old entries or the new ones", () => {
  const states: Record<string, readonly [before: (folder: string) => void, expected: string]> = {
    "new entries half written": [
      folder => {
        mkdirSync(join(folder, ".flows-writing"));
        writeFileSync(join(folder, ".flows-writing/a.txt"), "n");
      },
      "oldold",
    ],
    "new entries complete, none in its place": [
      folder => writeFolder(join(folder, ".flows-new"), files("new")),
      "newnew",
    ],
    "an entry removed, its successor not in its place": [
      folder => {
        writeFolder(join(folder, ".flows-new"), files("new"));
        rmSync(join(folder, "a.txt"));
      },
      "newnew",
    ],
    "one entry in its place": [
      folder => {
        writeFolder(join(folder, ".flows-new"), files("new"));
        renameSync(join(folder, ".flows-new/a.txt"), join(folder, "a.txt"));
      },
      "newnew",
    ],
    "all entries in their places": [
      folder => {
        writeFolder(folder, files("new"));
        mkdirSync(join(folder, ".flows-new"));
      },
      "newnew",
    ],
  };
  for (const [name, [prepare, expected]] of Object.entries(states)) {
    const root = temporary();
    const folder = join(root, "below", "x");
    writeFolder(folder, files("old"));
    prepare(folder);
    recoverAll(root);
    assert.equal(content(folder), expected, name);
    assert.deepEqual(readdirSync(folder), ["a.txt", "below"], name);
  }
});

test("probing a folder makes nothing, and throws what writing there would throw", () => {
  const root = temporary();
  probeFolder(join(root, "a/b/c"));
  assert.deepEqual(readdirSync(root), []);
  writeFileSync(join(root, "file"), "");
  assert.throws(() => probeFolder(join(root, "file/x")), { code: "ENOTDIR" });
  assert.throws(() => probeFolder(join(root, "a".repeat(300))), { code: "ENAMETOOLONG" });
});
