import { availableParallelism } from "node:os";
import { type Listener, type Pool, openPool } from "../../experiments/archive/work/pool.js";
import type { Order } from "../../experiments/archive/work/worker.js";
import type { RunResult } from "../../experiments/tasks/task.js";

/** Threads that compute at a time. */
let most = availableParallelism();

/** Takes no more than this number of cores from now on. */
export const useThreads = (count: number): void => {
  most = count;
};

let pool: Promise<Pool> | undefined;

/** The threads of this notebook, all kept: starting one takes longer than a small run. */
const threads = (): Promise<Pool> => (pool ??= openPool({ least: most, most }));

/** Starts the threads, so that the first run need not wait for them. */
export const warmUp = (): void => void threads();

/** A run of a notebook, whose result is returned; its kernel sums get no cores but the one of its thread. */
export type Request = Omit<Order, "keep" | "threads">;

/** The results of the requests, in their order, failures among them. Rejects when the signal ends the work. */
export async function runAll(
  requests: readonly Request[],
  listener: Listener,
  signal: AbortSignal,
): Promise<readonly RunResult[]> {
  const orders = requests.map(request => ({ ...request, threads: 1 }));
  const results = await Promise.all((await threads()).run(orders, listener, signal));
  return results as readonly RunResult[];
}
