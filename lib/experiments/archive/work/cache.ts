import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { ResolvedRun, RunResult } from "../../tasks/task.js";
import { bytesIfThere, writeWhole } from "../disk.js";
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

/** The place of a result below the folder. */
export const placeOf = (key: string): string => `${key.slice(0, 2)}/${key}.bin`;

const fileOf = (folder: string, key: string): string => join(folder, placeOf(key));

/** SHA-256 of a key and bytes: a result under another name than its own is no result. */
const digestOf = (key: string, bytes: Uint8Array): string => sha256(Buffer.concat([Buffer.from(`${key}:`), bytes]));

/** Whether a result is there; `readCached` decides whether it is whole. */
export const isCached = (folder: string, key: string): boolean => existsSync(fileOf(folder, key));

/**
 * Stores a value: the SHA-256 of its key and bytes, and its bytes, written aside and renamed, so that a file is never
 * half there.
 */
export function writeCached(folder: string, key: string, value: unknown): void {
  const bytes = serialize(value);
  writeWhole(fileOf(folder, key), Buffer.concat([Buffer.from(digestOf(key, bytes)), bytes]));
}

/**
 * The value that was stored as a T under this very key; undefined if it is missing or its bytes are not those that were
 * written.
 */
export function readCached<T = RunResult>(folder: string, key: string): T | undefined {
  const stored = bytesIfThere(fileOf(folder, key));
  if (!stored) return undefined;
  const bytes = stored.subarray(DIGEST);
  return stored.toString("latin1", 0, DIGEST) === digestOf(key, bytes) ? (deserialize(bytes) as T) : undefined;
}

/** Removes a stored value, if it is there. */
export const forget = (folder: string, key: string): void => rmSync(fileOf(folder, key), { force: true });

/** The digest that stands with a stored value, "" where there is none. */
export const storedDigest = (folder: string, key: string): string =>
  bytesIfThere(fileOf(folder, key))?.toString("latin1", 0, DIGEST) ?? "";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes what is older than `days`, but for the results under the keys in `keep`. Other processes may write and remove
 * files meanwhile.
 */
export function prune(folder: string, keep: ReadonlySet<string>, days: number): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status?.isFile() || keep.has(basename(path, ".bin"))) continue;
    if (Date.now() - status.mtimeMs > days * DAY) rmSync(path, { force: true });
  }
}
