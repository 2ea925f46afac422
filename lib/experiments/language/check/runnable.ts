import type { ResolvedRun } from "../../tasks/task.js";
import { memoryEstimate } from "../../tasks/estimate.js";
import { type Complaint, sentenceOf } from "../../../arithmetic/refusal.js";
import { axesOf, labelsOf } from "../axes.js";
import { claimsOf } from "../claims.js";
import type { Json } from "../pointer.js";
import { listed } from "../../../arithmetic/suggest.js";
import type { Experiment } from "../types.generated.js";
import { unitsOf, type Unit } from "../units.js";
import { checkLimits, DEFAULT_MEMORY, type MemoryEstimate } from "./limits.js";
import { type Finding } from "./problem.js";
import { writtenAt } from "./written.js";

/** Why a run would be refused before its first step, at pointers into the run; [] if it would not. */
export type Admission = (task: ResolvedRun, seed: number) => readonly Complaint[];

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

/** Whether a unit is the first of its repetitions: the others are the same problem with other draws. */
const isFirst = (spec: Experiment, { point }: Unit): boolean =>
  Object.entries(point).every(([name, label]) => {
    const axis = axesOf(spec)[name];
    return axis.axis !== "seeds" || label === labelsOf(axis)[0];
  });

/** Every unit is built as if it were to be run; a reason that several give is said once. */
function checkAdmission(json: Json, spec: Experiment, units: readonly Unit[], admit: Admission): readonly Finding[] {
  const refused = new Map<string, { readonly complaint: Complaint; readonly units: Unit[] }>();
  for (const unit of units)
    for (const complaint of admit(unit.task, spec.seed)) {
      const known = refused.get(sentenceOf(complaint)) ?? { complaint, units: [] };
      known.units.push(unit);
      refused.set(sentenceOf(complaint), known);
    }
  const of = (run: string): number => units.filter(unit => unit.run === run).length;
  return [...refused.values()].map(({ complaint: { reason, place = "" }, units: [first, ...others] }) => {
    const everywhere = [first, ...others].length === of(first.run) && others.every(({ run }) => run === first.run);
    const also = others.length === 0 ? "" : `; also ${listed(others.map(placeOf))}`;
    return {
      pointer: writtenAt(json, spec, first, place),
      message: everywhere ? reason : `${placeOf(first)}: ${reason}${also}`,
    };
  });
}

/**
 * What `run` would refuse of a spec and where that was written in `json` before its first step: units that are too many
 * or too large, or that make no sense, unless a claim expects just that. Of repetitions with other seeds one is built.
 */
export function checkRunnable(
  json: Json,
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
  const tried = unitsOf(spec).filter(
    unit => estimate(unit.task) <= memory && !expected.has(unit.run) && isFirst(spec, unit),
  );
  return [...limits, ...checkAdmission(json, spec, tried, admit)];
}
