import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { ResolvedRun, RunResult } from "../../tasks/task.js";
import { readBytes, writeWhole } from "../disk.js";
import { hashOf, sha256 } from "../hash.js";

/** What the result of a unit of work depends on, and nothing else. */
export interface WorkKey {
  readonly task: ResolvedRun;
  readonly seed: number;
  /** Data file -> SHA-256 of its bytes. */
  readonly data: Readonly<Record<string, string>>;
  /** Version of the code. */
  readonly code: string;
}

/** The name under which the result of this work is kept. */
export const keyOf = (work: WorkKey): string => hashOf(work);

const DIGEST = 64;

const fileOf = (folder: string, key: string): string => join(folder, key.slice(0, 2), `${key}.bin`);

/** Whether a result is there; `readCached` decides whether it is whole. */
export const isCached = (folder: string, key: string): boolean => existsSync(fileOf(folder, key));

/** Stores a value: its SHA-256 and its bytes, written aside and renamed, so that a file is never half there. */
export function writeCached(folder: string, key: string, value: unknown): void {
  const bytes = serialize(value);
  writeWhole(fileOf(folder, key), Buffer.concat([Buffer.from(sha256(bytes)), bytes]));
}

/** The value that was stored as a T; undefined if it is missing or its bytes are not those that were written. */
export function readCached<T = RunResult>(folder: string, key: string): T | undefined {
  if (!isCached(folder, key)) return undefined;
  const stored = readBytes(fileOf(folder, key));
  const bytes = stored.subarray(DIGEST);
  return stored.toString("latin1", 0, DIGEST) === sha256(bytes) ? (deserialize(bytes) as T) : undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/** Removes what is older than `days`, but for the results under the keys in `keep`. */
export function prune(folder: string, keep: ReadonlySet<string>, days: number): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const status = statSync(path);
    if (status.isFile() && !keep.has(basename(path, ".bin")) && Date.now() - status.mtimeMs > days * DAY) rmSync(path);
  }
}
