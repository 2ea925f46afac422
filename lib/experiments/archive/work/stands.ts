import { existsSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { readJson, writeWhole } from "../disk.js";
import { isCached, readCached } from "./cache.js";
import { marks } from "./marks.js";

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
