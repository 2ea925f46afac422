/**
 * How long units took, kept beside their results in a store: for people, and for the order of work; no bit depends on
 * it.
 */
import { join } from "node:path";
import { readCached, writeCached } from "./cache.js";
import type { KeepingPlace } from "./keeping.js";

const tookIn = (store: string): string => join(store, "took");

/** Writes down how many seconds a unit took. */
export const writeTook = ({ folder, key }: KeepingPlace, seconds: number): void =>
  writeCached(tookIn(folder), key, seconds);

/** Seconds that units of work took together; undefined where one of them was computed elsewhere. */
export function secondsOf(store: string, work: readonly { readonly key: string }[]): number | undefined {
  const keys = new Set(work.map(({ key }) => key));
  const seconds = [...keys].map(key => readCached<number>(tookIn(store), key));
  return seconds.every(each => each !== undefined) ? seconds.reduce((sum, each) => sum + each, 0) : undefined;
}
