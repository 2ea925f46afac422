/**
 * A store of results that several processes and machines fill: beside the results under their keys, what is to be
 * computed (`orders`), who computes what (`running`), and what has failed (`failed`). A key is the hash of all that the
 * result depends on, so whoever computes it computes the same bits.
 */
import { existsSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { filesBelow, readText, writeWhole } from "../disk.js";
import { type WorkKey, isCached, keyOf, readCached, writeCached } from "./cache.js";

/** A unit of work as a store keeps it: whoever has the store and the code can compute it. */
export interface StoredOrder {
  /** `experiment: unit`, for people. */
  readonly name: string;
  readonly work: WorkKey;
  /** Folder of the spec, relative to the project: where its data files are. */
  readonly folder: string;
  /** What it will take: seconds, and bytes of memory. */
  readonly seconds: number;
  readonly memory: number;
}

const ordersOf = (store: string): string => join(store, "orders");

/** Writes down a unit of work under its key. */
export const writeOrder = (store: string, order: StoredOrder): void =>
  writeCached(ordersOf(store), keyOf(order.work), order);

/** The unit of work with this key; undefined where there is none whose content gives this key. */
export function readOrder(store: string, key: string): StoredOrder | undefined {
  const order = readCached<StoredOrder>(ordersOf(store), key);
  return order !== undefined && keyOf(order.work) === key ? order : undefined;
}

const KEY = /([0-9a-f]{64})\.bin$/;

/** The keys of all units of work that are written down, in their order. */
export const orderedKeys = (store: string): readonly string[] =>
  filesBelow(ordersOf(store))
    .flatMap(file => KEY.exec(file)?.slice(1) ?? [])
    .sort();

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

/** A file of the store that another process may be writing or removing. */
function readJson<T>(file: string): readonly T[] {
  try {
    return [JSON.parse(readText(file)) as T];
  } catch {
    return [];
  }
}

/** The processes that have said in the last minute that they compute. */
export const marks = (store: string): readonly Mark[] =>
  jsonBelow(join(store, "running"))
    .filter(file => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < HEARTBEAT.lost)
    .flatMap(file => readJson<Mark>(file));

/** Why a unit was not finished the last time. */
export interface Failed {
  readonly reason: string;
  readonly host: string;
}

const failedFile = (store: string, key: string): string => join(store, "failed", `${key}.json`);

export const writeFailed = (store: string, key: string, reason: string): void =>
  writeWhole(failedFile(store, key), JSON.stringify({ reason, host: hostname() } satisfies Failed));

export const forgetFailed = (store: string, key: string): void => rmSync(failedFile(store, key), { force: true });

/** How a unit of a store stands. */
export type Stand =
  | { readonly state: "done" }
  | { readonly state: "damaged" }
  | { readonly state: "running"; readonly host: string; readonly pid: number }
  | { readonly state: "failed"; readonly reason: string; readonly host: string }
  | { readonly state: "open" };

/** How these units stand, in their order. A result whose bytes are not those that were written is damaged. */
export function standsOf(store: string, keys: readonly string[]): readonly Stand[] {
  const runners = new Map(
    marks(store).flatMap(({ keys: theirs, host, pid }) => theirs.map(key => [key, { host, pid }])),
  );
  return keys.map((key): Stand => {
    if (isCached(store, key)) return readCached(store, key) === undefined ? { state: "damaged" } : { state: "done" };
    const runner = runners.get(key);
    if (runner) return { state: "running", ...runner };
    const [failed] = existsSync(failedFile(store, key)) ? readJson<Failed>(failedFile(store, key)) : [];
    return failed ? { state: "failed", ...failed } : { state: "open" };
  });
}
