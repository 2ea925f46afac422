import type { WorkKey } from "./cache.js";
import type { StoredOrder } from "./orders.js";

/** A unit of work before it is done. */
export interface PlannedUnit {
  /** Path of the experiment, and the unit in it. */
  readonly experiment: string;
  readonly unit: string;
  /** SHA-256 of all that the result depends on: its name. */
  readonly hash: string;
  /** Version of the code, and data file -> SHA-256. */
  readonly inputs: { readonly code: string; readonly data: WorkKey["data"] };
  /** Where its result will be, below the store. */
  readonly output: string;
  /** Estimated seconds on one core of this machine; Infinity where a pilot took too long. */
  readonly seconds: number;
  /** Estimated peak of the memory of a process that computes it, and size of its result on disk, in bytes. */
  readonly memory: number;
  readonly disk: number;
  /** Whether the store has the result already. */
  readonly done: boolean;
}

/** A unit with what a store must know of it. */
export interface Planned extends PlannedUnit {
  readonly order: StoredOrder;
}

/** What all open units take together: seconds on one core, the largest memory of one, and disk, in bytes. */
export function totalOf(units: readonly PlannedUnit[]): {
  readonly open: number;
  readonly seconds: number;
  readonly memory: number;
  readonly disk: number;
} {
  const open = units.filter(({ done }) => !done);
  return {
    open: open.length,
    seconds: open.reduce((sum, { seconds }) => sum + seconds, 0),
    memory: open.reduce((most, { memory }) => Math.max(most, memory), 0),
    disk: open.reduce((sum, { disk }) => sum + disk, 0),
  };
}
