import { rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { filesBelow, readJson, writeWhole } from "../disk.js";

/** A process that computes units of a store. */
export interface Mark {
  readonly host: string;
  readonly pid: number;
  /** The keys that it has still to do. */
  readonly keys: readonly string[];
}

/** A mark is written anew this often (ms), and one that is older than the second number is of a process that ended. */
export const HEARTBEAT = { every: 5_000, lost: 60_000 } as const;

const markFile = (store: string): string => join(store, "running", `${hostname()}-${process.pid}.json`);

/** Says which units this process has still to do; with none, that it has ended. */
export function mark(store: string, keys: readonly string[]): void {
  const now: Mark = { host: hostname(), pid: process.pid, keys };
  if (keys.length > 0) writeWhole(markFile(store), JSON.stringify(now));
  else rmSync(markFile(store), { force: true });
}

const jsonBelow = (folder: string): readonly string[] => filesBelow(folder).filter(file => file.endsWith(".json"));

/** The processes that have said in the last minute that they compute. */
export const marks = (store: string): readonly Mark[] =>
  jsonBelow(join(store, "running"))
    .filter(file => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < HEARTBEAT.lost)
    .flatMap(file => readJson<Mark>(file));
