import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ResolvedRun, RunResult } from "../../tasks/task.js";
import { isCached, keyOf, prune, readCached, storedDigest, writeCached } from "./cache.js";
import { changedParts, codeVersion } from "./code-version.js";
import { hardNumbers } from "../fixtures.js";
import { temporary } from "../temporary.js";

const result: RunResult = {
  status: "completed",
  reason: "",
  notes: {},
  coordinates: { t: Float64Array.of(0, 1) },
  outputs: { F: { dims: ["t"], shape: [hardNumbers.length], data: Float64Array.from(hardNumbers) } },
};

test("the key of work depends on the task, the seed, the data and the code, not on the order of keys", () => {
  const work = { task: { task: "flow", a: 1 } as unknown as ResolvedRun, seed: 1, data: {}, code: "c" };
  assert.equal(
    keyOf(work),
    keyOf({ code: "c", data: {}, seed: 1, task: { a: 1, task: "flow" } as unknown as ResolvedRun }),
  );
  const others = [
    { ...work, seed: 2 },
    { ...work, code: "d" },
    { ...work, data: { x: "1" } },
    { ...work, task: { task: "flow", a: 2 } as never },
  ];
  assert.equal(new Set([work, ...others].map(keyOf)).size, 5);
});

test("a cached result comes back with its bits; a damaged one counts as missing", () => {
  const place = temporary();
  const key = keyOf({ task: {} as ResolvedRun, seed: 0, data: {}, code: "" });
  assert.equal(readCached(place, key), undefined);
  writeCached(place, key, result);
  assert.ok(isCached(place, key));
  assert.deepEqual(readCached(place, key), result);
  const [name] = readdirSync(join(place, key.slice(0, 2)));
  const path = join(place, key.slice(0, 2), name);
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(path, bytes);
  assert.equal(readCached(place, key), undefined);
});

test("pruning removes what is old and not kept", () => {
  const place = temporary();
  const old = new Date(Date.now() - 20 * 24 * 60 * 60 * 1000);
  const [recent, kept, gone] = ["a", "b", "c"].map(task =>
    keyOf({ task: { task } as never, seed: 0, data: {}, code: "" }),
  );
  for (const key of [recent, kept, gone]) writeCached(place, key, result);
  for (const key of [kept, gone]) utimesSync(join(place, key.slice(0, 2), `${key}.bin`), old, old);
  prune(place, new Set([kept]), 14);
  assert.deepEqual(
    [recent, kept, gone].map(key => isCached(place, key)),
    [true, true, false],
  );
});

test("the code version changes with every module and package that is reached, and with no other", () => {
  const root = temporary();
  const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
  mkdirSync(join(root, "below"));
  write(
    "entry.js",
    `import { a } from "./below/a.js";\nexport * from './b.js'; import "left";\nimport fs from "node:fs";`,
  );
  write("below/a.js", `export const a = () => import("../c.js"); // from "no-module"`);
  write("b.js", `import {\n  x,\n  y,\n} from "@scope/pack/deep";\nimport { entry } from "./entry.js";`);
  for (const name of ["c.js", "unused.js"]) write(name, "");
  write(
    "package-lock.json",
    JSON.stringify({
      packages: {
        "node_modules/left": { version: "1.0.0", dependencies: { inner: "^2" } },
        "node_modules/inner": { version: "2.0.1" },
        "node_modules/@scope/pack": { version: "3.0.0" },
        "node_modules/unused": { version: "9.0.0" },
      },
    }),
  );
  const version = codeVersion(join(root, "entry.js"), root);
  assert.deepEqual(Object.keys(version.parts).sort(), [
    "@scope/pack",
    "b.js",
    "below/a.js",
    "c.js",
    "entry.js",
    "inner",
    "left",
  ]);
  write("unused.js", "changed");
  assert.deepEqual(codeVersion(join(root, "entry.js"), root), version);
  write("c.js", "changed");
  const changed = codeVersion(join(root, "entry.js"), root);
  assert.notEqual(changed.hash, version.hash);
  assert.deepEqual(changedParts(version.parts, changed.parts), ["c.js"]);
});

test("what another process removes between two looks at it is not there: no error (a link to nothing stands for it)", () => {
  const place = temporary();
  const key = keyOf({ task: {} as ResolvedRun, seed: 0, data: {}, code: "" });
  mkdirSync(join(place, "checkpoints", "ab"), { recursive: true });
  symlinkSync(join(place, "gone"), join(place, "checkpoints", "ab", "removed.bin"));
  prune(place, new Set(), 14);
  assert.equal(readCached(place, key), undefined);
  assert.equal(storedDigest(place, key), "");
});
