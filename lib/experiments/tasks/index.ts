import { curve } from "./curve.js";
import { distance } from "./distance.js";
import { flow } from "./flow.js";
import { rate } from "./rate.js";
import { regression } from "./regression.js";
import { spectrum } from "./spectrum.js";
import { judged } from "./judge.js";
import type { ResolvedRun, RunContext, RunResult, TaskResult } from "./task.js";

type Tasks = {
  readonly [T in ResolvedRun["task"]]: (
    run: Extract<ResolvedRun, { readonly task: T }>,
    context: RunContext,
  ) => TaskResult;
};

const TASKS: Tasks = { flow, curve, rate, distance, spectrum, regression };

/**
 * Computes one run. Throws a refusal before anything is computed where the run makes no sense; numerical failure is a
 * status, and so is a result against which something speaks.
 */
export function runTask(run: ResolvedRun, context: RunContext): RunResult {
  const task = TASKS[run.task] as (run: ResolvedRun, context: RunContext) => TaskResult;
  return judged(task(run, context));
}
