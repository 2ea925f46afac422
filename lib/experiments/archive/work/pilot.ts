/**
 * What a unit of work costs, from a pilot of it: a flow is run until the time of a step is known, and again with some
 * records; anything else is run once as it is, or with fewer points where that would take too long.
 */
import type { FlowRun } from "../../language/types.generated.js";
import { memoryEstimate, recordedBytes } from "../../tasks/estimate.js";
import type { ResolvedRun, RunResult } from "../../tasks/task.js";
import { bySizes } from "./by-sizes.js";
import { bytesOf, type Cost, type Trial } from "./cost.js";
import { type Clock, type Mark, type Watch, watchSteps } from "./stopwatch.js";

/**
 * Seconds of stepping from which the time of a step is taken, its second half: in the first one the code is still being
 * compiled. Of a flow that takes as long as `long` for its first steps it is told at once what they say; one that takes
 * as long as `most` is not watched any longer.
 */
const STEPPING = { enough: 1, long: 10, most: 60 } as const;

/** Records of the second pilot, and seconds that its steps may take. */
const RECORDING = { records: 32, seconds: 2 } as const;

/** The same flow with steps of the same size, k of them, every one recorded. */
const dense = (run: FlowRun, k: number): FlowRun => ({
  ...run,
  time: { end: (run.time.end * k) / run.time.steps, steps: k, records: k },
});

/** What a watched flow did: its result, when it was stopped, and the seconds in which it made its result then. */
interface Watched extends Watch {
  readonly result: RunResult;
  readonly seconds: number;
  readonly after: number;
}

function watched(run: FlowRun, clock: Clock, trial: Trial, enough: (marks: readonly Mark[]) => boolean): Watched {
  const start = clock();
  const watch = watchSteps(clock, enough);
  const result = trial(run, watch.keeping);
  const seconds = clock() - start;
  return { ...watch, result, seconds, after: seconds - ((watch.marks.at(-1)?.at ?? clock()) - start) };
}

/** Seconds of a step, over the second half of the time. */
function rateOf(marks: readonly Mark[]): number {
  const last = marks[marks.length - 1];
  const half = (marks[0].at + last.at) / 2;
  const from = marks.filter(({ at }) => at <= half).at(-1) ?? marks[0];
  return last.step > from.step ? (last.at - from.at) / (last.step - from.step) : 0;
}

/** Seconds and bytes of one record. */
interface OfRecord {
  readonly seconds: number;
  readonly bytes: number;
}

/** Of a flow with r records, stopped behind the last; warm at the second time. */
function recordOf(run: FlowRun, r: number, clock: Clock, trial: Trial): OfRecord {
  const once = (): Watched => watched(dense(run, 2 * r), clock, trial, marks => marks[marks.length - 1].step >= r);
  const cold = once();
  const { after, result } = cold.after > RECORDING.seconds / 2 ? cold : once();
  return { seconds: after / (r + 1), bytes: bytesOf(result) / (r + 1) };
}

/** Whoever wants to know what is known of a cost so far. */
export type Tell = (cost: Cost) => void;

/** Seconds of a flow without its records, from the marks of its first steps. */
function stepping(
  run: FlowRun,
  marks: readonly Mark[],
  start: number,
): { readonly step: number; readonly all: number } {
  const last = marks[marks.length - 1];
  const step = marks.length > 1 ? rateOf(marks) : (last.at - start) / last.step;
  return { step, all: last.at - start + (run.time.steps - last.step) * step };
}

/**
 * What a record takes, and of how many of them that is the mean. A first result that took long says enough: it holds
 * one record. Otherwise records are made behind few steps.
 */
function recording(
  run: FlowRun,
  pilot: Watched,
  step: number,
  clock: Clock,
  trial: Trial,
): { readonly record: OfRecord; readonly of: number } {
  if (pilot.result.status === "paused" && pilot.after > RECORDING.seconds)
    return { record: { seconds: pilot.after, bytes: bytesOf(pilot.result) }, of: 1 };
  const most = Math.max(1, Math.min(run.time.records, RECORDING.records, Math.floor(RECORDING.seconds / step)));
  const one = recordOf(run, 1, clock, trial);
  return most > 1 && one.seconds * most < RECORDING.seconds
    ? { record: recordOf(run, most, clock, trial), of: most }
    : { record: one, of: 1 };
}

/**
 * T = T(k steps) + (steps - k) step + (records + 1) record. What recorders and the certificate take is spent when the
 * result is made: steps are watched without records. What is known already is told before anything begins that may take
 * longer than whoever asked waits.
 */
function ofFlow(run: FlowRun, clock: Clock, trial: Trial, tell: Tell): Cost {
  const { steps, records } = run.time;
  const start = clock();
  const first = { ...run, time: { ...run.time, records: 1 } };
  const beyond = memoryEstimate(run) - memoryEstimate(first);
  const known = (seconds: number): void => tell({ seconds, disk: recordedBytes(run), beyond });
  const enough = (marks: readonly Mark[]): boolean => {
    const last = marks[marks.length - 1];
    const suffices = last.at - marks[0].at > STEPPING.enough || last.at - start > STEPPING.most;
    if (suffices || last.at - start > STEPPING.long) known(stepping(run, marks, start).all);
    return suffices;
  };
  const pilot = watched(first, clock, trial, enough);
  const marks = pilot.marks.length > 0 ? pilot.marks : [{ step: steps, at: start + pilot.seconds }];
  const { step, all } = stepping(run, marks, start);
  const withRecords = (record: number): number =>
    pilot.result.status === "paused" ? all + (records + 1) * record : pilot.seconds + (records - 1) * record;
  known(withRecords(pilot.after));
  const { record, of } = recording(run, pilot, step, clock, trial);
  return {
    seconds: withRecords(record.seconds),
    disk: (records + 1) * record.bytes,
    beyond: Math.max(0, memoryEstimate(run) - memoryEstimate(dense(run, of))),
  };
}

/** The cost of a unit by a clock that counts seconds of work; `tell` hears before the end what is known so far. */
export const costOf = (task: ResolvedRun, clock: Clock, trial: Trial, tell: Tell = () => undefined): Cost =>
  task.task === "flow" ? ofFlow(task, clock, trial, tell) : bySizes(task, clock, trial);

/** Numbers that decide how long a method takes. */
const DECISIVE: ReadonlySet<string> = new Set(["epsilon", "tolerance"]);

/** A task without what its cost hardly depends on: seeds, and numbers that neither count nor decide when to end. */
export function shapeOf(value: unknown, key = ""): unknown {
  if (typeof value === "number") return Number.isInteger(value) || DECISIVE.has(key) ? value : "number";
  if (Array.isArray(value)) return value.map(each => shapeOf(each));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "seed")
      .map(([name, child]) => [name, shapeOf(child, name)]),
  );
}
