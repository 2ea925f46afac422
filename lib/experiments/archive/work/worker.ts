/** Runs in a worker thread: one unit of work, from the order to a file of the cache. */
import { useThreads } from "../../../compute/index.js";
import { runTask } from "../../tasks/index.js";
import type { ResolvedRun } from "../../tasks/task.js";
import { writeCached } from "./cache.js";
import { confinedReader } from "./confine.js";

export interface Order {
  readonly key: string;
  readonly task: ResolvedRun;
  readonly seed: number;
  readonly specFolder: string;
  readonly project: string;
  /** The folder that takes the result. */
  readonly cache: string;
  /** Shared with the main thread: the fraction done of every order; this one writes at `slot`. */
  readonly fractions: Float64Array;
  readonly slot: number;
  /** Threads for large kernel sums within the unit. */
  readonly threads: number;
}

/** Why there is no result; undefined if it is in the cache. */
export type Failure = { readonly refused: boolean; readonly reason: string } | undefined;

/** Computes and stores. A refusal, and any other exception, is a reason: nothing is thrown. */
export function runUnit(order: Order): Failure {
  const { key, task, seed, specFolder, project, cache, fractions, slot } = order;
  try {
    useThreads(order.threads);
    const progress = (fraction: number): void => {
      fractions[slot] = fraction;
    };
    writeCached(cache, key, runTask(task, { seed, readFile: confinedReader(specFolder, project), progress }));
    progress(1);
    return undefined;
  } catch (error) {
    const { message, stack } = error as Error;
    const refused = message.startsWith("refused: ");
    return { refused, reason: refused ? message : `internal error: ${message} ${stack?.split("\n")[1]?.trim() ?? ""}` };
  }
}
