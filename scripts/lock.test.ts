import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { withLock } from "#lock";
import { temporary } from "../lib/experiments/archive/temporary.js";

const lockModule = fileURLToPath(new URL("../../scripts/lock.mjs", import.meta.url));

/**
 * A process that, under the lock, reads a counter, waits and writes it back increased: increments get lost unless the
 * lock excludes.
 */
const increment = (lock: string, counter: string): Promise<unknown[]> =>
  once(
    spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `
  import { readFileSync, writeFileSync } from "node:fs";
  import { withLock } from ${JSON.stringify(lockModule)};
  await withLock(${JSON.stringify(lock)}, () => {}, async () => {
    const n = Number(readFileSync(${JSON.stringify(counter)}, "utf8"));
    await new Promise(resolve => setTimeout(resolve, 30));
    writeFileSync(${JSON.stringify(counter)}, String(n + 1));
  });`,
      ],
      { stdio: "inherit" },
    ),
    "exit",
  );

test("six processes that add one under the lock add six, also when a killed process left the lock behind", async () => {
  const place = temporary();
  const lock = join(place, "lock");
  const counter = join(place, "counter");
  const dead = spawn(process.execPath, ["-e", ""]);
  await once(dead, "exit");
  mkdirSync(lock);
  writeFileSync(join(lock, "owner.json"), JSON.stringify({ pid: dead.pid, host: hostname() }));
  writeFileSync(counter, "0");
  await Promise.all(Array.from({ length: 6 }, () => increment(lock, counter)));
  assert.equal(readFileSync(counter, "utf8"), "6");
});

test("the lock is free again after the work has thrown", async () => {
  const lock = join(temporary(), "lock");
  await assert.rejects(
    withLock(
      lock,
      () => assert.fail("nobody holds it"),
      async () => {
        throw new Error("spoilt");
      },
    ),
    /spoilt/,
  );
  assert.equal(
    await withLock(
      lock,
      () => assert.fail("nobody holds it"),
      async () => 7,
    ),
    7,
  );
});
