import type { ResolvedRun } from "../../tasks/task.js";
import { memoryEstimate } from "../../tasks/estimate.js";
import { claimsOf } from "../claims.js";
import { escape } from "../pointer.js";
import { listed } from "../suggest.js";
import type { Experiment } from "../types.generated.js";
import { unitsOf, type Unit } from "../units.js";
import { checkLimits, DEFAULT_MEMORY, type MemoryEstimate } from "./limits.js";
import { type Finding } from "./problem.js";

/** Why a run would be refused before its first step; undefined if it would not. */
export type Admission = (task: ResolvedRun, seed: number) => string | undefined;

/** What is known of what can be computed. */
export interface Means {
  /** Default: nothing is built. */
  readonly admit?: Admission;
  /** Memory of one unit in bytes; default: the estimate of the tasks. */
  readonly estimate?: MemoryEstimate;
  /** Largest memory granted to one unit, in bytes; default 4 GB. */
  readonly memory?: number;
}

const placeOf = ({ run, point }: Unit): string =>
  [run, ...Object.entries(point).map(([axis, label]) => `${axis}=${label}`)].join(" at ");

/** Every unit is built as if it were to be run; a reason that several give is said once. */
function checkAdmission(spec: Experiment, units: readonly Unit[], admit: Admission): readonly Finding[] {
  const refused = new Map<string, Unit[]>();
  for (const unit of units) {
    const reason = admit(unit.task, spec.seed);
    if (reason !== undefined) refused.set(reason, [...(refused.get(reason) ?? []), unit]);
  }
  const of = (run: string): number => units.filter(unit => unit.run === run).length;
  return [...refused].map(([reason, [first, ...others]]) => {
    const everywhere = [first, ...others].length === of(first.run) && others.every(({ run }) => run === first.run);
    const also = others.length === 0 ? "" : `; also ${listed(others.map(placeOf))}`;
    return {
      pointer: `/runs/${escape(first.run)}`,
      message: everywhere ? reason : `${placeOf(first)}: ${reason}${also}`,
    };
  });
}

/**
 * What `run` would refuse before its first step: units that are too many or too large, or that make no sense, unless a
 * claim expects just that.
 */
export function checkRunnable(
  spec: Experiment,
  { admit, estimate = memoryEstimate, memory = DEFAULT_MEMORY }: Means,
): readonly Finding[] {
  const limits = checkLimits(spec, estimate, memory);
  if (admit === undefined || limits.some(({ pointer }) => pointer === "/axes")) return limits;
  const expected = new Set(
    Object.values(claimsOf(spec)).flatMap(claim =>
      claim.claim === "ends" && claim.status === "refused" ? [claim.run] : [],
    ),
  );
  const tried = unitsOf(spec).filter(({ run, task }) => estimate(task) <= memory && !expected.has(run));
  return [...limits, ...checkAdmission(spec, tried, admit)];
}
