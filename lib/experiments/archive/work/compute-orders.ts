import { join } from "node:path";
import { refuse } from "../../../arithmetic/refusal.js";
import { sha256 } from "../hash.js";
import { readCached } from "./cache.js";
import { confinedReader } from "./confine.js";
import { openPool } from "./pool.js";
import type { Project } from "./project.js";
import { HEARTBEAT, type StoredOrder, forgetFailed, mark, readOrder, writeFailed } from "./store.js";
import type { Order } from "./worker.js";

/** A unit that was asked for, with its key. */
export interface Asked {
  readonly key: string;
  readonly order: StoredOrder;
}

/**
 * The unit with a key, if it can be computed here to the same bits: written down whole, for this code, with the same
 * data. Refuses otherwise.
 */
export function askedOf(project: Project, store: string, key: string, code: string): Asked {
  const order = readOrder(store, key) ?? refuse(`no unit ${key} is written down in ${store}: \`flows plan\` writes it`);
  const { work, folder, name } = order;
  if (work.code !== code)
    refuse(`${name} (${key.slice(0, 12)}) was planned for another version of the code: plan again with this one`);
  const read = confinedReader(join(project.root, folder), project.root);
  for (const [file, hash] of Object.entries(work.data))
    if (sha256(read(file)) !== hash) refuse(`${file}, which ${name} reads, is not the file it was planned with`);
  return { key, order };
}

export interface OrdersOptions {
  readonly project: Project;
  readonly store: string;
  readonly jobs: number;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Called with estimated seconds done, and of all. */
  progress(done: number, total: number): void;
}

/** How a unit ended that left no result. */
export interface Unfinished {
  readonly name: string;
  readonly reason: string;
}

/** Computes the units that the store lacks, says in the store that it does, and why those that failed did. */
export async function computeOrders(asked: readonly Asked[], options: OrdersOptions): Promise<readonly Unfinished[]> {
  const { project, store, jobs, threads, signal } = options;
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
  const orders = open.map(({ key, order: { work, folder } }): Order => ({
    task: work.task,
    seed: work.seed,
    folder: join(project.root, folder),
    project: project.root,
    keep: { folder: store, key },
    threads,
    watched: false,
  }));
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
