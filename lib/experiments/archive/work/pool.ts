/** The threads that compute units of work, for the command line and for notebooks alike. */
import { fileURLToPath } from "node:url";
import { failure, withoutResult } from "../../tasks/attempt.js";
import type { RunResult } from "../../tasks/task.js";
import type { Cost } from "./cost.js";
import type { Numbered, Order, Report } from "./worker.js";

/** What is heard of order number `i` while it is computed. */
export interface Listener {
  /** The fraction done, in [0, 1]. */
  progress(i: number, fraction: number): void;
  sofar?(i: number, result: RunResult): void;
}

export interface Pool {
  /**
   * The outcomes of the orders, which begin in their order: a result, or undefined where it was kept in the cache. A
   * thread that dies, of a lack of memory for instance, is a failure of its unit and of no other. When the signal comes
   * all threads are ended at once, and what is not done rejects.
   */
  run(orders: readonly Order[], listener: Listener, signal: AbortSignal): readonly Promise<RunResult | undefined>[];
  /** What an order would cost, by a pilot of it; `sofar` hears what it knows before its end. */
  pilot(order: Order, sofar: (cost: Cost) => void): Promise<Cost>;
  /** Ends the threads; those that are wanted after that are started anew. */
  close(): Promise<void>;
}

/** Starts the `least` threads that are kept though they have nothing to do; there are never more than `most`. */
export async function openPool({ least, most }: { readonly least: number; readonly most: number }): Promise<Pool> {
  /** Loaded with the first threads: most commands want none, and a kernel answers before it has any. */
  const { Piscina } = await import("piscina");
  const listeners = new Map<number, (report: Report) => void>();
  const start = (): InstanceType<typeof Piscina<Numbered, RunResult | undefined>> =>
    new Piscina<Numbered, RunResult | undefined>({
      filename: fileURLToPath(new URL("./thread.js", import.meta.url)),
      name: "runUnit",
      minThreads: least,
      maxThreads: most,
      stricterFIFO: true,
    }).on("message", (report: Report) => listeners.get(report.id)?.(report));
  let threads: ReturnType<typeof start> | undefined = start();
  let issued = 0;

  let ended: Promise<unknown> = Promise.resolve();

  async function close(): Promise<void> {
    ended = Promise.all([ended, threads?.destroy()]);
    threads = undefined;
    await ended;
  }

  async function runOne(
    order: Order,
    hear: (report: Report) => void,
    signal: AbortSignal,
  ): Promise<RunResult | undefined> {
    const id = issued++;
    listeners.set(id, hear);
    try {
      signal.throwIfAborted();
      return await (threads ??= start()).run({ ...order, id });
    } catch (error) {
      if (signal.aborted) throw new Error("interrupted", { cause: error });
      return withoutResult("failed", failure(error as Error));
    } finally {
      listeners.delete(id);
    }
  }

  return {
    run(orders, { progress, sofar }, signal) {
      const stop = (): void => void close();
      signal.addEventListener("abort", stop);
      const outcomes = orders.map(async (order, i) => {
        const hear = (report: Report): void => {
          if (report.kind === "progress") progress(i, report.fraction);
          if (report.kind === "so far") sofar?.(i, report.result);
        };
        const outcome = await runOne(order, hear, signal);
        progress(i, 1);
        return outcome;
      });
      void Promise.allSettled(outcomes).then(() => signal.removeEventListener("abort", stop));
      return outcomes;
    },
    pilot(order, sofar) {
      const id = issued++;
      listeners.set(id, report => (report.kind === "cost" ? sofar(report.cost) : undefined));
      const threadsNow = (threads ??= start()) as unknown as {
        run(order: Numbered, how: { name: string }): Promise<Cost>;
      };
      return threadsNow.run({ ...order, id }, { name: "pilotUnit" }).finally(() => listeners.delete(id));
    },
    close,
  };
}
