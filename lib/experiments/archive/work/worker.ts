/** Runs in a worker thread: one unit of work after the other, with how far it is and what it has so far. */
import { parentPort } from "node:worker_threads";
import { useThreads } from "../../../compute/index.js";
import { attempt, withoutResult } from "../../tasks/attempt.js";
import type { Keeping, ResolvedRun, RunResult } from "../../tasks/task.js";
import { explain } from "../explain.js";
import { writeCached } from "./cache.js";
import { confinedReader } from "./confine.js";
import { forgetCheckpoint, keepingIn } from "./keeping.js";
import type { Cost } from "./cost.js";
import { costOf } from "./pilot.js";
import { workClock } from "./stopwatch.js";
import { writeTook } from "./took.js";

export interface Order {
  readonly task: ResolvedRun;
  readonly seed: number;
  /** Where data files are looked for, and the project beside it. */
  readonly folder: string;
  readonly project: string;
  /** The folder of the cache that takes the result, and its key there; default: the result is returned. */
  readonly keep?: { readonly folder: string; readonly key: string };
  /** Whether it begins at its beginning, whatever was kept of it. */
  readonly anew?: boolean;
  /** Threads for large kernel sums within the unit. */
  readonly threads: number;
  /** Whether somebody wants to see what it has so far. */
  readonly watched: boolean;
}

/** An order with the number under which the thread reports on it. */
export type Numbered = Order & { readonly id: number };

/** What the thread reports while it computes: the fraction done, the result so far, or what a pilot knows so far. */
export type Report = { readonly id: number } & (
  | { readonly kind: "progress"; readonly fraction: number }
  | { readonly kind: "so far"; readonly result: RunResult }
  | { readonly kind: "cost"; readonly cost: Cost }
);

/** Least time (ms) between two progress reports, and between two results so far. */
const PAUSE = { progress: 100, sofar: 400 } as const;

/** Calls at most once in `pause` ms, and not before these have passed. */
function throttled(pause: number): (work: () => void) => void {
  let last = performance.now();
  return work => {
    if (performance.now() - last < pause) return;
    work();
    last = performance.now();
  };
}

const keepingOf = ({ keep, task }: Numbered): Keeping =>
  keepingIn(keep, task.task === "flow" ? task.time.budget : undefined);

function compute(order: Numbered, keeping: Keeping = keepingOf(order)): RunResult {
  const { id, task, seed, folder, project, watched } = order;
  const report = (what: Report): void => parentPort?.postMessage(what);
  const atProgress = throttled(PAUSE.progress);
  const atResult = throttled(PAUSE.sofar);
  return attempt(task, {
    seed,
    readFile: path => confinedReader(folder, project)(path),
    progress: fraction => atProgress(() => report({ id, kind: "progress", fraction })),
    keeping,
    ...(watched && { watch: sofar => atResult(() => report({ id, kind: "so far", result: sofar() })) }),
  });
}

/** What the unit of an order would cost, by a pilot of it, which reports what it knows so far; nothing is kept. */
export function pilotUnit(order: Numbered): Cost {
  useThreads(order.threads);
  return costOf(
    order.task,
    workClock(),
    (task, keeping) => compute({ ...order, task, keep: undefined }, keeping),
    cost => parentPort?.postMessage({ id: order.id, kind: "cost", cost } satisfies Report),
  );
}

/**
 * Computes, and stores or returns. Nothing is thrown: a refusal is a result like any other; of a run that failed, which
 * says nothing about the next time, that is paused, or whose result cannot be stored, the failure is returned.
 */
export function runUnit(order: Numbered): RunResult | undefined {
  useThreads(order.threads);
  if (order.keep && order.anew) forgetCheckpoint(order.keep);
  const start = performance.now();
  const result = compute(order);
  const seconds = (performance.now() - start) / 1000;
  if (order.keep === undefined || result.status === "failed" || result.status === "paused") return result;
  try {
    writeCached(order.keep.folder, order.keep.key, result);
    writeTook(order.keep, seconds);
    forgetCheckpoint(order.keep);
    return undefined;
  } catch (error) {
    return withoutResult("failed", explain(error).reason);
  }
}
