import { checkWords, refuseProblems } from "./check.js";
import { runTask as computed } from "./tasks/index.js";
import type { ResolvedRun, RunContext, RunResult } from "./tasks/task.js";

const ONLY = "/runs/task";

/**
 * Computes one run. Throws a refusal before anything is computed where the run has mistakes, all of them at once, or
 * makes no sense; numerical failure is a status, and so is a result against which something speaks.
 *
 * ```ts
 * const show = (task: Parameters<typeof runTask>[0]): string =>
 *   runTask(task, { seed: 1, readFile: () => new Uint8Array(), progress: () => undefined }).status;
 * ```
 */
export function runTask(task: ResolvedRun, context: RunContext): RunResult {
  const problems = checkWords({ runs: { task } }, { files: path => context.readFile(path) });
  refuseProblems(problems.map(problem => ({ ...problem, pointer: problem.pointer.replace(ONLY, "") })));
  return computed(task, context);
}
