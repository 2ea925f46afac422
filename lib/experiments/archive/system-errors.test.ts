import assert from "node:assert/strict";
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeFolder, readBytes, writeWhole } from "./disk.js";
import { explain } from "./explain.js";
import { probeFolder, writeFolder } from "./folder.js";
import { SYSTEM_CODES, systemSentence } from "./system-errors.js";
import { temporary } from "./temporary.js";

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
};

test("every code of the operating system, known or not, is a sentence that names the path and what to do", () => {
  for (const code of [...SYSTEM_CODES, "ESTRANGE"]) {
    const sentence = systemSentence(Object.assign(new Error(code), { code, syscall: "open", path: "/a/b" }));
    assert.match(sentence ?? "", /\/a\/b/, code);
    assert.match(sentence ?? "", /: \S+ /, code);
  }
  assert.equal(systemSentence(new Error("another")), undefined);
});

test("errors of open files name their path too: a folder that is read, a full disk", () => {
  const folder = temporary();
  assert.match(explain(thrownBy(() => readBytes(folder))).reason, new RegExp(`^${folder} is a folder`));
  if (!existsSync("/dev/full")) return;
  mkdirSync(join(folder, "below"));
  writeFileSync(join(folder, "file"), "old");
  assert.match(
    explain(thrownBy(() => writeWhole(join(folder, "file", "x"), "new"))).reason,
    /file.x: a part of this path is a file/,
  );
});

test("a folder is made with those above it, or there is a sentence at once, also in /proc", () => {
  const root = temporary();
  const deep = join(root, "a", "b");
  assert.equal(makeFolder(deep), join(root, "a"));
  assert.ok(statSync(deep).isDirectory());
  assert.equal(makeFolder(deep), undefined);
  writeFileSync(join(root, "file"), "");
  for (const below of ["file", "file/x", "file/x/y"]) assert.throws(() => makeFolder(join(root, below)));
  if (!existsSync("/proc/self")) return;
  const nowhere = "/proc/flows/x";
  const none = new Map([["a.txt", Buffer.from("a")]]);
  for (const make of [makeFolder, probeFolder, (f: string) => writeFolder(f, none), (f: string) => writeWhole(f, "")])
    assert.match(
      explain(thrownBy(() => make(nowhere))).reason,
      /^\/proc\/flows\S* cannot be made, its disk admits no new folders: name another place$/,
    );
});
