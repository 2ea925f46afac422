import { join } from "node:path";
import type { Asked } from "./asked.js";
import { readCached } from "./cache.js";
import { HEARTBEAT, mark } from "./marks.js";
import { openPool } from "./pool.js";
import type { Project } from "./project.js";
import { forgetFailed, writeFailed } from "./stands.js";
import type { Order } from "./worker.js";

export interface OrdersOptions {
  readonly project: Project;
  readonly store: string;
  readonly jobs: number;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Called with estimated seconds done, and of all. */
  progress(done: number, total: number): void;
}

const orderOf = ({ key, order: { work, folder } }: Asked, { project, store, threads }: OrdersOptions): Order => ({
  task: work.task,
  seed: work.seed,
  folder: join(project.root, folder),
  project: project.root,
  keep: { folder: store, key },
  threads,
  watched: false,
});

/** How a unit ended that left no result. */
export interface Unfinished {
  readonly name: string;
  readonly reason: string;
}

/** Computes the units that the store lacks, says in the store that it does, and why those that failed did. */
export async function computeOrders(asked: readonly Asked[], options: OrdersOptions): Promise<readonly Unfinished[]> {
  const { store, jobs, signal } = options;
  const open = asked.filter(({ key }) => readCached(store, key) === undefined);
  const left = new Set(open.map(({ key }) => key));
  const weights = open.map(({ order }) => (Number.isFinite(order.seconds) ? order.seconds : 60));
  const fractions = new Float64Array(open.length);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const report = (): void =>
    options.progress(
      fractions.reduce((sum, f, i) => sum + f * weights[i], 0),
      total,
    );
  const say = (): void => mark(store, [...left]);
  const orders = open.map(each => orderOf(each, options));
  const pool = await openPool({ least: 1, most: jobs });
  const timers = [setInterval(report, 200), setInterval(say, HEARTBEAT.every)];
  const unfinished: Unfinished[] = [];
  say();
  try {
    const outcomes = pool.run(orders, { progress: (i, f) => void (fractions[i] = f) }, signal);
    await Promise.all(
      outcomes.map(async (outcome, i) => {
        const { key, order } = open[i];
        const failure = await outcome;
        left.delete(key);
        if (failure === undefined) return forgetFailed(store, key);
        writeFailed(store, key, failure.reason);
        unfinished.push({ name: order.name, reason: failure.reason });
      }),
    );
  } finally {
    timers.forEach(clearInterval);
    mark(store, []);
    await pool.close();
  }
  return unfinished;
}
