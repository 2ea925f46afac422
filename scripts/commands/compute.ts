import { dirname } from "node:path";
import { isCached } from "../../lib/experiments/archive/work/cache.js";
import { confinedReader } from "../../lib/experiments/archive/work/confine.js";
import { longPlans } from "../../lib/experiments/archive/work/long-plans.js";
import { sizesFrom } from "../../lib/experiments/tasks/estimate.js";
import { duration } from "../terminal/amounts.js";
import { note } from "../terminal/print.js";
import { explain } from "../../lib/experiments/archive/explain.js";
import { finish } from "../../lib/experiments/archive/work/finish.js";
import { type Failures, computeAll, defaultJobs } from "../../lib/experiments/archive/work/compute-all.js";
import type { Prepared } from "../../lib/experiments/archive/work/prepare.js";
import type { Project } from "../../lib/experiments/archive/work/project.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { EXIT, type ExitCode } from "../command.js";
import { interruption } from "../terminal/interrupt.js";
import { type Progress, showProgress } from "../terminal/progress.js";

export interface Computation {
  readonly project: Project;
  readonly experiments: readonly Prepared[];
  readonly jobs?: number;
  readonly threads?: number;
  /** The folder of results of units, and whether those already there are used. */
  readonly cache: string;
  readonly reuse: boolean;
}

/** Says before the start which units will be silent for long. */
function foretell({ root }: Project, experiment: Prepared, cache: string, reuse: boolean): void {
  const work = experiment.work.filter(({ key }) => !reuse || !isCached(cache, key));
  const sizeOf = sizesFrom(confinedReader(dirname(experiment.file), root));
  for (const { run, seconds } of longPlans({ work }, sizeOf))
    note(
      `${experiment.path}: exact transport plans of run ${run} take about ${duration(seconds)}, ` +
        "without a sign of life: " +
        "fewer points or records, or the method `sinkhorn`, take less",
    );
}

/** What to do with each result as soon as it is there; the worst code of all is that of the command. */
export type Consumer = (experiment: Prepared, result: ExperimentResult, progress: Progress) => Promise<ExitCode>;

/** The code that says more. */
export const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);

/**
 * Computes what is missing on all cores, with progress; hands every result over; returns the exit code. Ctrl-C stops it
 * cleanly.
 */
export async function compute(
  { project, experiments, jobs = defaultJobs, threads, cache, reuse }: Computation,
  consume: Consumer,
): Promise<ExitCode> {
  const signal = interruption();
  const progress = showProgress();
  for (const experiment of experiments) foretell(project, experiment, cache, reuse);
  let code: ExitCode = EXIT.done;
  /** What cannot be finished or written of one experiment costs no other. */
  const settled = async (experiment: Prepared, failures: Failures): Promise<ExitCode> => {
    try {
      return await consume(experiment, finish(experiment, cache, failures), progress);
    } catch (error) {
      const { refused, reason } = explain(error);
      progress.line(`✗ ${experiment.path}: ${reason}`);
      return refused ? EXIT.wrong : EXIT.failed;
    }
  };
  try {
    await computeAll(
      project,
      experiments,
      { jobs, threads, cache, reuse, signal, progress: progress.update },
      async (experiment, failures) => {
        code = worse(code, await settled(experiment, failures));
      },
    );
  } catch (error) {
    if (!signal.aborted) throw error;
    code = EXIT.interrupted;
  } finally {
    progress.end();
  }
  return code;
}
