/**
 * A lock between processes: a folder that exactly one process can make. The holder touches it now and then; a lock
 * whose process is
 * dead, or that nobody has touched for a minute, is stale and gets removed, so that kill -9 leaves nothing that must be
 * cleaned by hand.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

const BEAT = 5_000;
const SILENT = 60_000;
const PATIENCE = 100;
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** mkdir that says whether it was this process that made the folder. */
function make(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

const alive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

const owner = folder => {
  try {
    return JSON.parse(readFileSync(join(folder, "owner.json"), "utf8"));
  } catch {
    return undefined;
  }
};

const silence = folder => {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
};

/** Between mkdir and the owner's note a lock has no owner: then only its age counts. */
function stale(folder) {
  const holder = owner(folder);
  if (holder?.host === hostname() && !alive(holder.pid)) return true;
  return silence(folder) > SILENT;
}

/**
 * Under a lock of its own and after a second look: otherwise two waiters could remove, one after the other, an old lock
 * and a new one.
 */
function removeStale(folder) {
  const thief = `${folder}.stale`;
  if (!make(thief)) {
    if (silence(thief) > SILENT) rmSync(thief, { recursive: true, force: true });
    return;
  }
  if (stale(folder)) renameSync(folder, join(thief, "old"));
  rmSync(thief, { recursive: true, force: true });
}

async function acquire(folder, waiting) {
  mkdirSync(dirname(folder), { recursive: true });
  for (let said = false; !make(folder);) {
    if (stale(folder)) removeStale(folder);
    else if (!said) said = waiting(owner(folder)?.pid) ?? true;
    await pause(PATIENCE);
  }
  writeFileSync(join(folder, "owner.json"), JSON.stringify({ pid: process.pid, host: hostname() }));
}

/** Runs `work` while no other process holds `folder`; `waiting(pid)` is called once if somebody else does. */
export async function withLock(folder, waiting, work) {
  await acquire(folder, waiting);
  const beat = setInterval(() => utimesSync(folder, new Date(), new Date()), BEAT);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (owner(folder)?.pid === process.pid) rmSync(folder, { recursive: true, force: true });
  }
}
