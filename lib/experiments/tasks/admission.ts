import { complaintsOf, isRefusal } from "../../arithmetic/refusal.js";
import { keptFew } from "../../arithmetic/kept-few.js";
import type { Cloud } from "../../systems/measures/cloud.js";
import type { Admission } from "../language/check/runnable.js";
import { pointsOf } from "./estimate.js";
import { prepareTask } from "./index.js";
import type { ResolvedRun, RunContext } from "./task.js";

/**
 * Points up to which a run without time is computed by the checker: its solvers look at their arguments as they begin.
 */
const FEW = 64;

/** Whether computing a run takes no longer than building it: one evaluation, and no steps, over a few points. */
const isLight = (task: ResolvedRun): boolean =>
  task.task !== "flow" && task.task !== "curve" && pointsOf(task.space) <= FEW;

/** Draws of runs before that are kept: comparisons start from the same points, and go to the same ones. */
const KEPT = 4;

/**
 * The reasons why a run would be refused before its first step: everything that it needs is built. A mistake in the
 * program that building meets is a reason too, so that no spec stops another.
 */
export function admissionOf(readFile: RunContext["readFile"]): Admission {
  const draws = keptFew<Cloud>(KEPT);
  return (task, seed) => {
    try {
      const compute = prepareTask(task, { seed, readFile, draws, progress: () => undefined });
      if (isLight(task)) compute();
      return [];
    } catch (error) {
      return isRefusal(error) ? complaintsOf(error) : [{ reason: `it cannot be built: ${(error as Error).message}` }];
    }
  };
}
