import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporary } from "../temporary.js";
import { LARGEST_FILE, confinedReader } from "./confine.js";

const root = temporary();
const specs = join(root, "project/experiments");
const own = join(root, "own");
for (const folder of [specs, join(root, "project/data"), own, join(root, "outside")])
  mkdirSync(folder, { recursive: true });
for (const file of ["project/data/x.csv", "own/y.csv", "outside/secret.csv"]) writeFileSync(join(root, file), file);
symlinkSync(join(root, "outside/secret.csv"), join(own, "link.csv"));
symlinkSync(join(root, "outside"), join(own, "folder"));
symlinkSync(join(own, "y.csv"), join(own, "inner.csv"));

const reader = confinedReader(own, join(root, "project"));
const text = (path: string): string => Buffer.from(reader(path)).toString();

test("files in the spec's folder and in the project are read, also through links that stay inside", () => {
  assert.equal(text("y.csv"), "own/y.csv");
  assert.equal(text("inner.csv"), "own/y.csv");
  assert.equal(text("../project/data/x.csv"), "project/data/x.csv");
});

test("what leads outside, absolutely, by dots or by links, is refused by name", () => {
  assert.throws(() => reader("../outside/secret.csv"), /refused: \.\.\/outside\/secret\.csv leads outside/);
  assert.throws(() => reader("link.csv"), /refused: link\.csv leads outside/);
  assert.throws(() => reader("folder/secret.csv"), /leads outside/);
  assert.throws(() => reader(join(own, "y.csv")), /is absolute/);
});

test("missing files, folders and files above the limit are refused", () => {
  assert.throws(() => reader("none.csv"), /refused: there is no file none\.csv/);
  assert.throws(() => reader("."), /not a regular file/);
  writeFileSync(join(own, "big.csv"), "");
  truncateSync(join(own, "big.csv"), LARGEST_FILE + 1);
  assert.throws(() => reader("big.csv"), /at most/);
});
