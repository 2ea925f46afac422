/**
 * Checkpoints of long runs: under the key of the unit, written aside and renamed, as often as costs less than 2 % of
 * the time. A clock decides when; the bits do not depend on it.
 */
import type { Keeping } from "../../tasks/task.js";
import { join } from "node:path";
import { forget, readCached, writeCached } from "./cache.js";

export interface KeepingPlace {
  readonly folder: string;
  readonly key: string;
}

const checkpoints = (folder: string): string => join(folder, "checkpoints");

/**
 * Least time (ms) between two checkpoints, and how many times its own cost; less at a record, which is a good place.
 */
const PAUSE = { step: { least: 1000, costs: 150 }, record: { least: 250, costs: 100 } } as const;

/** The clock is looked at about this often (ms): steps may take a microsecond. */
const GLANCE = { least: 2, most: 20 } as const;

/** Removes the checkpoint of a unit that is done. */
export const forgetCheckpoint = ({ folder, key }: KeepingPlace): void => forget(checkpoints(folder), key);

/** Keeps a run in a store, if there is one, and pauses it after `budget` seconds. */
export function keepingIn(place: KeepingPlace | undefined, budget: number = Infinity): Keeping {
  const start = performance.now();
  let [glance, kept, cost] = [start, start, 5];
  let [count, stride] = [0, 1];
  return {
    read: () => place && readCached<unknown>(checkpoints(place.folder), place.key),
    wish: recorded => {
      if (++count < stride) return "go on";
      const now = performance.now();
      if (now - glance < GLANCE.least) stride *= 2;
      else if (now - glance > GLANCE.most) stride = Math.max(1, Math.floor(stride / 2));
      glance = now;
      count = 0;
      if (now - start > 1000 * budget) return "pause";
      const { least, costs } = PAUSE[recorded ? "record" : "step"];
      return place && now - kept > Math.max(least, costs * cost) ? "keep" : "go on";
    },
    write: value => {
      const before = performance.now();
      if (place) writeCached(checkpoints(place.folder), place.key, value);
      kept = performance.now();
      cost = kept - before;
    },
    reason: place
      ? `its budget of ${budget} s is used up; the same command goes on from there`
      : `its budget of ${budget} s is used up, and nothing is kept here: \`flows run\` keeps it`,
  };
}
