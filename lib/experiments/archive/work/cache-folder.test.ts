import assert from "node:assert/strict";
import fs, { mkdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { temporary } from "../temporary.js";
import { cacheFolder } from "./cache-folder.js";

/** Runs `work` while nothing below `root` may be written, as on a disk that is read-only. */
function readOnly<T>(root: string, work: () => T): T {
  const { accessSync } = fs;
  fs.accessSync = (path, mode) => {
    if (String(path).startsWith(root)) throw Object.assign(new Error("EROFS"), { code: "EROFS", syscall: "access" });
    return accessSync(path, mode);
  };
  syncBuiltinESMExports();
  try {
    return work();
  } finally {
    fs.accessSync = accessSync;
    syncBuiltinESMExports();
  }
}

test("the cache is in the project where that can be written, otherwise among the caches of the user, one for each project", () => {
  const [root, other, home] = [temporary(), temporary(), temporary()];
  const before = process.env["XDG_CACHE_HOME"];
  process.env["XDG_CACHE_HOME"] = home;
  try {
    assert.equal(cacheFolder(root), join(root, ".cache"));
    mkdirSync(join(root, ".cache"));
    const elsewhere = readOnly(root, () => cacheFolder(root));
    assert.ok(elsewhere.startsWith(join(home, "gradient-flows")));
    assert.notEqual(
      readOnly(other, () => cacheFolder(other)),
      elsewhere,
    );
  } finally {
    if (before === undefined) delete process.env["XDG_CACHE_HOME"];
    else process.env["XDG_CACHE_HOME"] = before;
  }
});
