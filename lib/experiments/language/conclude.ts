import type { RunResult } from "../tasks/task.js";
import { assemble } from "./assemble.js";
import { judge } from "./claims.js";
import type { ExperimentResult } from "./result.js";
import type { Experiment } from "./types.generated.js";

/**
 * The result of an experiment from the results of its units: runs put together in the order of the spec, claims judged.
 */
export function conclude(path: string, spec: Experiment, results: ReadonlyMap<string, RunResult>): ExperimentResult {
  const runs = assemble(spec, results);
  return { path, spec, runs, claims: judge(spec, runs) };
}
