import { buildCompared } from "../language/builders/state.js";
import type { RobustRun } from "../language/types.generated.js";
import { begin } from "./begin.js";
import { ofFunction } from "./robust-function.js";
import { ofParameter } from "./robust-parameter.js";
import type { Prepared, RunContext } from "./task.js";

/**
 * Distributionally robust optimisation (B-18): the worst case of a function over a ball around the nominal measure, or
 * the parameter whose loss in the worst case is least, with the gap to the dual value.
 */
export function robust(run: RobustRun, context: RunContext): Prepared {
  const beginning = begin(run, run.measure, undefined, context, buildCompared);
  const { loss } = run;
  return loss.name === "function" ? ofFunction(run, loss, beginning) : ofParameter(run, loss, beginning);
}
