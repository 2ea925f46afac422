/** Plans for the command line: made, written into a store, and said in a sentence. */
import { resolve } from "node:path";
import { planOf } from "../lib/experiments/archive/work/plan.js";
import { type Planned, totalOf } from "../lib/experiments/archive/work/planned.js";
import { type Prepared, unitFolder } from "../lib/experiments/archive/work/prepare.js";
import type { Project } from "../lib/experiments/archive/work/project.js";
import { writeOrder } from "../lib/experiments/archive/work/orders.js";
import { duration, size } from "./terminal/amounts.js";
import { interruption } from "./terminal/interrupt.js";
import { note } from "./terminal/print.js";
import { showProgress } from "./terminal/progress.js";

/** The store that is meant: by default that of the project. */
export const storeOf = (project: Project, store: string | undefined): string =>
  store === undefined ? unitFolder(project) : resolve(store);

/** Measures, and writes the units into the store so that `compute` finds them there. */
export async function makePlan(
  project: Project,
  experiments: readonly Prepared[],
  { store, threads = 1 }: { readonly store: string; readonly threads?: number },
): Promise<readonly Planned[]> {
  const progress = showProgress("shapes of work measured");
  try {
    const plan = await planOf(project, experiments, {
      store,
      threads,
      signal: interruption(),
      progress: progress.update,
    });
    for (const { order } of plan) writeOrder(store, order);
    return plan;
  } finally {
    progress.end();
  }
}

/** What is open: how long it takes on so many cores, and how much memory and disk. */
export function costSentence(plan: readonly Planned[], jobs: number): string {
  const { open, seconds, memory, disk } = totalOf(plan);
  if (open === 0) return `all ${plan.length} units are in the store`;
  return (
    `${open} of ${plan.length} units to do: about ${duration(seconds / Math.min(jobs, open))} with ${jobs} at a time ` +
    `(${duration(seconds)} on one core), up to ${size(memory)} of memory each, ${size(disk)} of disk`
  );
}

/** Says before a profile starts what it will take. */
export async function announce(project: Project, experiments: readonly Prepared[], jobs: number): Promise<void> {
  note("measuring what this profile will take …");
  note(costSentence(await makePlan(project, experiments, { store: unitFolder(project) }), jobs));
}
