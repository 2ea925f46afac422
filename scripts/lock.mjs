/**
 * A lock between processes: a folder that names its holder, moved into place whole. It is stale when its holder, on
 * this machine, is dead; or when its holder, on another machine, has not touched it while a waiter looked on for a
 * minute. Silence is measured by the waiter's own clock, never by comparing a time stamp with it: stamps may lie in the
 * future, and a holder that sleeps is no dead one. So kill -9 leaves nothing that must be cleaned by hand.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

/** How often a holder touches its lock, how long silence must last, how often a waiter looks (ms). */
const TIMES = { beat: 5_000, silent: 60_000, patience: 100 };

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const discard = path => rmSync(path, { recursive: true, force: true });

/** What rename says of a folder that is there already; on Windows it has no word of its own for that. */
const TAKEN = process.platform === "win32" ? ["EEXIST", "ENOTEMPTY", "EPERM", "EACCES"] : ["EEXIST", "ENOTEMPTY"];

/** The value, or undefined where the operating system has none. */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Moment at which a process began, in ticks since boot: a number given to a new process is no sign of life. */
const birthOf = pid =>
  attempt(
    () =>
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[19],
  );

function alive({ pid, birth }) {
  if (!(Number.isInteger(pid) && pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return birth === undefined || birthOf(pid) === birth;
}

const ownerOf = folder => attempt(() => JSON.parse(readFileSync(join(folder, "owner.json"), "utf8")));

/** Moves a folder with this process as owner to `folder`; undefined if there is a lock already. */
function take(folder) {
  const token = randomUUID();
  const aside = `${folder}.${token}`;
  mkdirSync(aside);
  const owner = { pid: process.pid, birth: birthOf(process.pid), host: hostname(), token };
  try {
    writeFileSync(join(aside, "owner.json"), JSON.stringify(owner));
    renameSync(aside, folder);
    return token;
  } catch (error) {
    discard(aside);
    if (TAKEN.includes(error.code)) return undefined;
    throw error;
  }
}

/** Moved away first: a lock that is removed piece by piece could be taken, and lost, between two of the pieces. */
function free(folder) {
  const aside = `${folder}.${randomUUID()}`;
  attempt(() => renameSync(folder, aside));
  discard(aside);
}

/** Watches a lock: says at each look whether it is stale. */
function watch(folder, silent) {
  let seen;
  let since;
  return () => {
    const owner = ownerOf(folder);
    if (owner?.host === hostname()) return !alive(owner);
    const now = `${owner?.token} ${attempt(() => statSync(folder).mtimeMs)}`;
    if (now !== seen) since = performance.now();
    seen = now;
    return performance.now() - since > silent;
  };
}

/**
 * Under a lock of its own and after a second look: otherwise two waiters could remove, one after the other, an old lock
 * and a new one.
 */
function removeStale(folder, token, thief, thiefIsStale) {
  if (take(thief) === undefined) {
    if (thiefIsStale()) free(thief);
    return;
  }
  if (ownerOf(folder)?.token === token) free(folder);
  free(thief);
}

async function acquire(folder, waiting, { silent, patience }) {
  mkdirSync(dirname(folder), { recursive: true });
  const thief = `${folder}.stale`;
  const isStale = watch(folder, silent);
  const thiefIsStale = watch(thief, silent);
  for (let said = false; ;) {
    const token = take(folder);
    if (token !== undefined) return token;
    const owner = ownerOf(folder);
    if (isStale()) removeStale(folder, owner?.token, thief, thiefIsStale);
    else if (!said) said = waiting(owner?.pid) ?? true;
    await pause(patience);
  }
}

/**
 * Runs `work` while no other process holds `folder`; `waiting(pid)` is called once if somebody else does. A holder on
 * another machine that was asleep for so long that its lock was taken goes on, and leaves the lock to its new holder.
 */
export async function withLock(folder, waiting, work, times = TIMES) {
  const token = await acquire(folder, waiting, { ...TIMES, ...times });
  const holds = () => ownerOf(folder)?.token === token;
  const touch = () => holds() && attempt(() => utimesSync(folder, new Date(), new Date()));
  const beat = setInterval(touch, times.beat ?? TIMES.beat);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (holds()) free(folder);
  }
}
