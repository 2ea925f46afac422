import { type Evidence, flaws, numbersOutside, sentenceOf } from "../../dynamics/evidence.js";
import type { RunResult, TaskResult } from "./task.js";

/** Whether anything is claimed of the numbers of a result: a failure says already that they are not to be trusted. */
const CLAIMED: ReadonlySet<RunResult["status"]> = new Set(["completed", "stopped"]);

/** What must be true of every result, whatever the task: its outputs are numbers. */
const ofOutputs = ({ outputs, ranges = {} }: TaskResult): readonly Evidence[] =>
  Object.entries(outputs).map(([name, array]) => numbersOutside(name, array, ranges[name]));

/**
 * The one rule, for all tasks: a result that reached its end and against which something speaks is `uncertified`. Its
 * reason names the numbers and what to do; its outputs stay what they are.
 */
export function judged({ evidence, ranges, ...result }: TaskResult): RunResult {
  if (!CLAIMED.has(result.status)) return result;
  const found = flaws([...ofOutputs({ ...result, evidence, ranges }), ...evidence]);
  if (found.length === 0) return result;
  return { ...result, status: "uncertified", reason: `${result.reason}, but ${sentenceOf(found)}` };
}
