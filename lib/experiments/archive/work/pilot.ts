/**
 * What a unit of work costs, from a pilot of it: a flow is run over few of its steps and records, anything else once as
 * it is.
 */
import { serialize } from "node:v8";
import { memoryEstimate } from "../../tasks/estimate.js";
import type { FlowRun } from "../../language/types.generated.js";
import type { ResolvedRun, RunResult } from "../../tasks/task.js";

/** Seconds and bytes of a unit, as far as a pilot tells them. */
export interface Cost {
  readonly seconds: number;
  /** Bytes of the stored result. */
  readonly disk: number;
  /** Bytes that the unit keeps in memory beyond what the pilot kept. */
  readonly beyond: number;
}

/** Computes a task and says how long that took. */
export type Trial = (task: ResolvedRun) => { readonly seconds: number; readonly result: RunResult };

/** Least time (s) that the steps of a pilot take: far above what a clock and a garbage collector blur. */
const ENOUGH = 0.1;

/** The same flow over k of its steps of the same size, with r records. */
const shortened = (run: FlowRun, k: number, r: number): FlowRun => ({
  ...run,
  time: { end: (run.time.end * k) / run.time.steps, steps: k, records: r },
});

const bytesOf = (result: RunResult): number => serialize(result).length;

/** (b - a)/n, no less than 0. */
const rate = (a: number, b: number, n: number): number => (n > 0 ? Math.max(0, b - a) / n : 0);

/** T(k, r) = T(1, 1) + (k - 1) step + (r - 1) record, from three pilots; the first of all warms up. */
function ofFlow(run: FlowRun, trial: Trial): Cost {
  const { steps, records } = run.time;
  const at = (k: number, r: number): ReturnType<Trial> => trial(shortened(run, k, r));
  at(1, 1);
  const first = at(1, 1);
  let k = Math.min(steps, first.seconds > 1 ? 2 : 8);
  let long = at(k, 1);
  while (long.seconds - first.seconds < ENOUGH && k < steps) long = at((k = Math.min(steps, 4 * k)), 1);
  let r = 1;
  while (2 * r <= records && k % (2 * r) === 0 && 2 * r <= 64) r *= 2;
  const dense = r > 1 ? at(k, r) : long;
  const step = rate(first.seconds, long.seconds, k - 1);
  const record = rate(long.seconds, dense.seconds, r - 1);
  const [small, large] = [bytesOf(long.result), bytesOf(dense.result)];
  return {
    seconds: first.seconds + (steps - 1) * step + (records - 1) * record,
    disk: small + (records - 1) * rate(small, large, r - 1),
    beyond: Math.max(0, memoryEstimate(run) - memoryEstimate(shortened(run, k, r))),
  };
}

/** The cost of a unit. */
export function costOf(task: ResolvedRun, trial: Trial): Cost {
  if (task.task === "flow") return ofFlow(task, trial);
  const { seconds, result } = trial(task);
  return { seconds, disk: bytesOf(result), beyond: 0 };
}

/** A task without what its cost does not depend on: seeds, and numbers that count nothing. */
export function shapeOf(value: unknown): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? value : "number";
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "seed")
      .map(([key, child]) => [key, shapeOf(child)]),
  );
}
