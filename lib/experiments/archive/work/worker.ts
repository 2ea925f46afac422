/** Runs in a worker thread: one unit of work, from the order to a file of the cache. */
import { useThreads } from "../../../compute/index.js";
import { attempt, withoutResult } from "../../tasks/attempt.js";
import type { ResolvedRun, RunResult } from "../../tasks/task.js";
import { explain } from "../explain.js";
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

/**
 * Computes and stores. Nothing is thrown: a refusal is a result like any other; of a run that failed, which says
 * nothing about the next time, or whose result cannot be stored, the failure is returned.
 */
export function runUnit(order: Order): RunResult | undefined {
  const { key, task, seed, specFolder, project, cache, fractions, slot } = order;
  useThreads(order.threads);
  const result = attempt(task, {
    seed,
    readFile: path => confinedReader(specFolder, project)(path),
    progress: fraction => {
      fractions[slot] = fraction;
    },
  });
  fractions[slot] = 1;
  if (result.status === "failed") return result;
  try {
    writeCached(cache, key, result);
    return undefined;
  } catch (error) {
    return withoutResult("failed", explain(error).reason);
  }
}
