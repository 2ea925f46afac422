import { serialize } from "node:v8";
import type { Keeping, ResolvedRun, RunResult } from "../../tasks/task.js";

/** Seconds and bytes of a unit, as far as a pilot tells them. */
export interface Cost {
  /** Infinity where no pilot could tell. */
  readonly seconds: number;
  /** Bytes of the stored result. */
  readonly disk: number;
  /** Bytes that the unit keeps in memory beyond what the pilot kept. */
  readonly beyond: number;
}

/** Computes a task; whoever keeps it is asked after every step of a flow. */
export type Trial = (task: ResolvedRun, keeping?: Keeping) => RunResult;

/** The size of a result in a store. */
export const bytesOf = (result: RunResult): number => serialize(result).length;
