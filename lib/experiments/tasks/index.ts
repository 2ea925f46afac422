import { locate, within } from "../../arithmetic/place.js";
import { curve } from "./curve.js";
import { distance } from "./distance.js";
import { flow } from "./flow.js";
import { rate } from "./rate.js";
import { regression } from "./regression.js";
import { robust } from "./robust.js";
import { spectrum } from "./spectrum.js";
import { judged } from "./judge.js";
import type { Prepared, ResolvedRun, RunContext, RunResult } from "./task.js";

type Tasks = {
  readonly [T in ResolvedRun["task"]]: (
    run: Extract<ResolvedRun, { readonly task: T }>,
    context: RunContext,
  ) => Prepared;
};

const TASKS: Tasks = { flow, curve, rate, distance, spectrum, regression, robust };

/** Builds what a run needs. Throws a refusal where the run makes no sense: what `check` asks of every unit. */
export function prepareTask(run: ResolvedRun, context: RunContext): Prepared {
  locate(run);
  const prepare = TASKS[run.task] as (run: ResolvedRun, context: RunContext) => Prepared;
  const compute = within(run, () => prepare(run, context));
  return () => within(run, compute);
}

/**
 * Computes one run that the checker has seen. Throws a refusal before anything is computed where the run makes no
 * sense; numerical failure is a status, and so is a result against which something speaks.
 */
export const runTask = (run: ResolvedRun, context: RunContext): RunResult => judged(prepareTask(run, context)());
