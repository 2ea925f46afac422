import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Project } from "./project.js";
import { isCached, readCached } from "./cache.js";
import type { Prepared, Work } from "./prepare.js";
import type { RunResult } from "../../tasks/task.js";
import { failure, withoutResult } from "../../tasks/attempt.js";
import type { Order } from "./worker.js";

export interface PoolOptions {
  /** Units that are computed at a time, each in a worker thread. */
  readonly jobs: number;
  /** Threads for large kernel sums within each of them; by default the cores that the jobs leave. */
  readonly threads?: number;
  /** The folder of results. */
  readonly cache: string;
  /** Whether results in the cache are used. */
  readonly reuse: boolean;
  /** Ends the work at once; what is finished stays in the cache. */
  readonly signal: AbortSignal;
  /**
   * Called a few times a second with the number of finished units, fractions of running ones included, and of all
   * units.
   */
  progress(done: number, total: number): void;
}

/** Unit -> what it left instead of a result in the cache. */
export type Failures = ReadonlyMap<string, RunResult>;

/** One thread per core. */
export const defaultJobs: number = availableParallelism();

/** The cores that are left to each of the jobs that have something to do. */
const threadsPerJob = (jobs: number, units: number): number =>
  Math.max(1, Math.floor(defaultJobs / Math.max(1, Math.min(jobs, units))));

const REFRESH = 200;

/** Work with the same key is done once. */
function ordersOf(project: Project, experiments: readonly Prepared[], options: PoolOptions): readonly Order[] {
  const open = new Map<string, readonly [Prepared, Work]>();
  for (const experiment of experiments)
    for (const work of experiment.work)
      if (!options.reuse || !isWhole(options.cache, work.key)) open.set(work.key, [experiment, work]);
  const fractions = new Float64Array(new SharedArrayBuffer(8 * open.size));
  const threads = options.threads ?? threadsPerJob(options.jobs, open.size);
  return [...open.values()].map(([{ file, spec }, { unit, key }], slot) => ({
    key,
    task: unit.task,
    seed: spec.seed,
    specFolder: dirname(file),
    project: project.root,
    cache: options.cache,
    fractions,
    slot,
    threads,
  }));
}

const isWhole = (cache: string, key: string): boolean => isCached(cache, key) && readCached(cache, key) !== undefined;

/** Ends threads at once when the signal comes, and always at the end. */
async function withPool<T>(
  { jobs, signal }: PoolOptions,
  work: (pool: Piscina<Order, RunResult | undefined>) => Promise<T>,
): Promise<T> {
  const filename = fileURLToPath(new URL("./worker.js", import.meta.url));
  const pool = new Piscina<Order, RunResult | undefined>({
    filename,
    name: "runUnit",
    minThreads: 1,
    maxThreads: jobs,
  });
  const stop = (): void => void pool.destroy();
  signal.addEventListener("abort", stop);
  try {
    return await work(pool);
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.destroy();
  }
}

/**
 * Computes what the experiments lack and calls `finished` for each of them, in their order, as soon as its work is
 * done, with the failures of its units. Results do not depend on the number of threads: each goes into the cache under
 * its key, and is read from there.
 */
export async function computeAll(
  project: Project,
  experiments: readonly Prepared[],
  options: PoolOptions,
  finished: (experiment: Prepared, failures: Failures) => Promise<void>,
): Promise<void> {
  const orders = ordersOf(project, experiments, options);
  const total = orders.length;
  const report = (): void =>
    options.progress(
      orders.reduce((sum, { fractions, slot }) => sum + fractions[slot], 0),
      total,
    );
  await withPool(options, async pool => {
    const outcomes = new Map(orders.map(order => [order.key, runIn(pool, order, options.signal)]));
    for (const outcome of outcomes.values()) outcome.catch(() => undefined);
    const timer = setInterval(report, REFRESH);
    try {
      for (const experiment of experiments) await finished(experiment, await failuresOf(experiment, outcomes));
      report();
    } finally {
      clearInterval(timer);
    }
  });
}

/** A thread that dies, of a lack of memory for instance, is a failure of its unit and of no other. */
const runIn = (
  pool: Piscina<Order, RunResult | undefined>,
  order: Order,
  signal: AbortSignal,
): Promise<RunResult | undefined> =>
  pool.run(order).catch((error: Error) => {
    if (signal.aborted) throw error;
    return withoutResult("failed", failure(error));
  });

async function failuresOf(
  { work }: Prepared,
  outcomes: ReadonlyMap<string, Promise<RunResult | undefined>>,
): Promise<Failures> {
  const pairs = await Promise.all(work.map(async ({ name, key }) => [name, await outcomes.get(key)] as const));
  return new Map(pairs.filter((pair): pair is [string, RunResult] => pair[1] !== undefined));
}
