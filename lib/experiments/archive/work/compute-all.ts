import { availableParallelism, totalmem } from "node:os";
import type { RunResult } from "../../tasks/task.js";
import { memoryEstimate, sizesFrom } from "../../tasks/estimate.js";
import { affordableJobs } from "./affordable.js";
import { confinedReader } from "./confine.js";
import { isCached, readCached } from "./cache.js";
import { openPool } from "./pool.js";
import { orderOf, type Prepared, type Work } from "./prepare.js";
import type { Project } from "./project.js";
import type { Order } from "./worker.js";

export interface ComputeOptions {
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

/** What a thread takes before it has anything to do, in bytes. */
const BASE = 1e8;
/** The part of the machine's memory that units may take together. */
const SHARE = 0.8;

const REFRESH = 200;

const isWhole = (cache: string, key: string): boolean => isCached(cache, key) && readCached(cache, key) !== undefined;

/** Key -> what is to be computed for it: work with the same key is done once. */
function ordersOf(
  project: Project,
  experiments: readonly Prepared[],
  { cache, jobs, reuse, threads }: ComputeOptions,
): ReadonlyMap<string, Order> {
  const open = new Map<string, readonly [Prepared, Work]>();
  for (const experiment of experiments)
    for (const work of experiment.work) if (!reuse || !isWhole(cache, work.key)) open.set(work.key, [experiment, work]);
  const order = (key: string, experiment: Prepared, work: Work): Order => ({
    ...orderOf(project, experiment, work, threads ?? threadsPerJob(jobs, open.size)),
    keep: { folder: cache, key },
    anew: !reuse,
  });
  return new Map([...open].map(([key, [experiment, work]]) => [key, order(key, experiment, work)]));
}

/**
 * Computes what the experiments lack and calls `finished` for each of them, in their order, as soon as its work is
 * done, with the failures of its units. Results do not depend on the number of threads: each goes into the cache under
 * its key, and is read from there.
 */
export async function computeAll(
  project: Project,
  experiments: readonly Prepared[],
  options: ComputeOptions,
  finished: (experiment: Prepared, failures: Failures) => Promise<void>,
): Promise<void> {
  const orders = ordersOf(project, experiments, options);
  const fractions = new Float64Array(orders.size);
  const report = (): void =>
    options.progress(
      fractions.reduce((sum, fraction) => sum + fraction, 0),
      orders.size,
    );
  const progress = (i: number, fraction: number): void => {
    fractions[i] = fraction;
  };
  const bytes = [...orders.values()].map(
    ({ task, folder, project: root }) => BASE + memoryEstimate(task, sizesFrom(confinedReader(folder, root))),
  );
  const pool = await openPool({ least: 1, most: affordableJobs(options.jobs, bytes, SHARE * totalmem()) });
  const timer = setInterval(report, REFRESH);
  try {
    const outcomes = pool.run([...orders.values()], { progress }, options.signal);
    const outcomeOf = new Map([...orders.keys()].map((key, i) => [key, outcomes[i]]));
    for (const experiment of experiments) await finished(experiment, await failuresOf(experiment, outcomeOf));
    report();
  } finally {
    clearInterval(timer);
    await pool.close();
  }
}

async function failuresOf(
  { work }: Prepared,
  outcomes: ReadonlyMap<string, Promise<RunResult | undefined>>,
): Promise<Failures> {
  const pairs = await Promise.all(work.map(async ({ name, key }) => [name, await outcomes.get(key)] as const));
  return new Map(pairs.filter((pair): pair is [string, RunResult] => pair[1] !== undefined));
}
