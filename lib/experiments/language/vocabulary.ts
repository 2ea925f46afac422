import { oncePer } from "../../arithmetic/once.js";
import type { ResolvedRun } from "../tasks/task.js";
import { own } from "./own.js";
import { SCHEMAS } from "./schemas.generated.js";
import type { Curve, Recorder } from "./types.generated.js";

/** Dimensions that outputs have of themselves. All but t are counted from 1 in selections. */
export const OUTPUT_DIMENSIONS: readonly string[] = ["t", "node", "node2", "mode", "particle", "coordinate"];

/** Constants of formulas. */
export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

type Outputs = Readonly<Record<string, readonly string[]>>;

/** What the certificate of every flow holds: `flow.energy` needs no recorder. */
const CERTIFICATE: Outputs = {
  energy: ["t"],
  dual: ["t"],
  primal: ["t"],
  mass: ["t"],
  positivity: ["t"],
  ess: ["t"],
  massless: ["t"],
  balanceDefect: [],
  balanceUncertainty: [],
};

const branch = (file: string, tag: string): { readonly dims?: readonly string[]; readonly outputs?: Outputs } =>
  own(SCHEMAS[file].$defs ?? {}, tag) ?? {};

const recorded = (task: ResolvedRun): Readonly<Record<string, Recorder>> =>
  "record" in task ? (task.record as Readonly<Record<string, Recorder>>) : {};

/** Whether a task has one of the outputs of its kind: a plan only where it is asked for. */
const given =
  (task: ResolvedRun) =>
  ([name]: readonly [string, unknown]): boolean =>
    name !== "plan" || (task.task === "distance" && task.plan === true);

/**
 * The outputs of a task and their own dimensions: fixed ones, the certificate of a flow, and the recorders, which win.
 */
export const outputsOf: (task: ResolvedRun) => Outputs = oncePer(task => {
  const recorders = Object.entries(recorded(task)).map(([name, recorder]) => [
    name,
    branch("recorder.schema.json", recorder.name).dims ?? [],
  ]);
  return {
    ...(task.task === "flow" && CERTIFICATE),
    ...Object.fromEntries(Object.entries(branch("task.schema.json", task.task).outputs ?? {}).filter(given(task))),
    ...Object.fromEntries(recorders),
  } as Outputs;
});

/** How long a curve takes: 1, but for those that are released, or come back. */
const lengthOf = (by: Curve): number =>
  by.name === "release" ? by.end : by.name === "noise-to-target" && by.back === true ? 2 : 1;

/** The recorded times of a task: `records` equal intervals from 0 to `end`; undefined where nothing runs in time. */
export function timesOf(task: ResolvedRun): { readonly end: number; readonly records: number } | undefined {
  if (task.task === "flow") return task.time;
  if (task.task === "curve") return { end: lengthOf(task.by), records: task.records };
  return undefined;
}
