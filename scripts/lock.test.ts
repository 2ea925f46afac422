import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
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

/** A lock as a holder leaves it that was stopped in the middle: its process, its machine, the time of its last beat. */
function leave(lock: string, owner: { readonly pid: number; readonly host: string }, beat: Date): void {
  mkdirSync(lock);
  writeFileSync(join(lock, "owner.json"), JSON.stringify({ ...owner, token: "left" }));
  utimesSync(lock, beat, beat);
}

const MINUTE = 60_000;
const quick = { silent: 300, patience: 10 };

/** Whether the lock is taken within two seconds. */
async function isTaken(lock: string): Promise<boolean> {
  const taken = withLock(
    lock,
    () => undefined,
    async () => true,
    quick,
  );
  return Promise.race([taken, pause(2_000, false, { ref: false })]);
}

test("a holder that lives here is never robbed, however long it slept", async () => {
  const sleeper = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  sleeper.kill("SIGSTOP");
  try {
    for (const age of [60 * MINUTE, -60 * MINUTE, 0]) {
      const lock = join(temporary(), "lock");
      leave(lock, { pid: sleeper.pid!, host: hostname() }, new Date(Date.now() - age));
      assert.equal(await isTaken(lock), false, `last beat ${age} ms ago`);
    }
  } finally {
    sleeper.kill("SIGKILL");
  }
});

test("a dead holder's lock is taken whatever its time stamp: an hour ago, an hour in the future", async () => {
  const dead = spawn(process.execPath, ["-e", ""]);
  await once(dead, "exit");
  for (const owner of [
    { pid: dead.pid!, host: hostname() },
    { pid: process.pid, host: "elsewhere" },
  ])
    for (const age of [60 * MINUTE, -60 * MINUTE]) {
      const lock = join(temporary(), "lock");
      leave(lock, owner, new Date(Date.now() - age));
      assert.equal(await isTaken(lock), true, `${owner.host}, ${age} ms`);
    }
});

test("a process that was born later with the number of a dead holder is not its holder", async () => {
  if (!existsSync("/proc/self/stat")) return;
  const lock = join(temporary(), "lock");
  mkdirSync(lock);
  writeFileSync(
    join(lock, "owner.json"),
    JSON.stringify({ pid: process.pid, host: hostname(), birth: "1", token: "x" }),
  );
  assert.equal(await isTaken(lock), true);
});

test("a remote holder that beats is waited for; one whose lock was taken ends its work", async () => {
  const lock = join(temporary(), "lock");
  leave(lock, { pid: 1, host: "elsewhere" }, new Date());
  const beats = setInterval(() => utimesSync(lock, new Date(), new Date()), 50);
  assert.equal(await isTaken(lock), false);
  clearInterval(beats);
  const other = { pid: process.pid, host: "elsewhere", token: "other" };
  const robbed = join(temporary(), "lock");
  const result = await withLock(
    robbed,
    () => undefined,
    async () => {
      rmSync(robbed, { recursive: true });
      await pause(50);
      leave(robbed, other, new Date());
      await pause(50);
      return 7;
    },
    { beat: 10 },
  );
  assert.equal(result, 7);
  assert.ok(existsSync(join(robbed, "owner.json")));
});
