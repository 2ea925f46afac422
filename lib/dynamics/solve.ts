import { type Admission, admitted, refused } from "../arithmetic/admission.js";
import { collectNotes, type Notes } from "../arithmetic/notes.js";
import { refuse } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { geometryRefusals } from "../systems/admissible.js";
import type { GradientSystem } from "../systems/system.js";
import type { Integrator, Problem, Solution, SolveOptions, Stepper } from "./integrator.js";
import { defect, guarded, needsPositivity } from "./integrators/guard.js";
import { failed } from "./integrators/outcome.js";
import { observed, stream } from "../arithmetic/random.js";

/** Whether negative masses end the run. */
const watched = ({ geometry }: GradientSystem, { cone }: SolveOptions): boolean =>
  cone ? cone === "watch" : needsPositivity(geometry);

/** The stepper of this problem, or why it cannot even start. */
function prepare({ system, initial }: Problem, integrator: Integrator, options: SolveOptions): Admission<Stepper> {
  const { steps, records = steps } = options;
  const { space, geometry } = system;
  const { prepared, reasons = [] } = integrator.admit(system);
  const against = [...geometryRefusals(space, geometry), ...reasons.map(r => `${integrator.name}: ${r}`)];
  if (!(Number.isInteger(steps) && steps >= 1)) against.push(`steps is ${steps}: take a whole number of at least 1`);
  if (!Number.isInteger(steps / records))
    against.push(`${records} records do not divide ${steps} steps: take a divisor`);
  if (initial.length !== system.space.size)
    return refused(...against, `the initial state has length ${initial.length}, not ${system.space.size}`);
  const flaw = defect(system, initial, watched(system, options));
  if (flaw) against.push(`the initial state is no state of this geometry: ${flaw.reason}`);
  return prepared && against.length === 0 ? admitted(prepared) : refused(...against);
}

/** Why this cannot even start; [] if it can. */
export const obstacles = (problem: Problem, integrator: Integrator, options: SolveOptions): readonly string[] =>
  prepare(problem, integrator, options).reasons ?? [];

/** The records of one run: times, states, and one row of records per recorded time. */
interface Log {
  readonly times: number[];
  readonly snapshots: Vec[];
  readonly rows: (number | Vec)[][];
  readonly notes: Notes;
}

function record({ system }: Problem, { recorders = [] }: SolveOptions, log: Log, t: number, u: Vec): void {
  log.times.push(t);
  log.snapshots.push(u);
  log.rows.push(recorders.map(r => r.record(system, t, u)));
}

/** One row after the other. */
const flatten = (rows: readonly (number | Vec)[]): Vec =>
  Float64Array.from(rows.flatMap(row => (typeof row === "number" ? [row] : [...row])));

function solution(
  log: Log,
  { recorders = [] }: SolveOptions,
  final: Vec,
  end: Pick<Solution, "status" | "reason" | "stochastic">,
): Solution {
  const series = Object.fromEntries(recorders.map((r, c) => [r.name, flatten(log.rows.map(row => row[c]))]));
  return { ...end, t: Float64Array.from(log.times), series, snapshots: log.snapshots, final, notes: log.notes };
}

/**
 * The only time loop: t_k = start + k·dt, recorders and states at `records` + 1 equally spaced times.
 * Refuses before the first step; numerical failure is a status, and the records then end at the last good recorded
 * time.
 */
export function solve(problem: Problem, integrator: Integrator, options: SolveOptions): Solution {
  const { prepared: stepper, reasons } = prepare(problem, integrator, options);
  if (!stepper) return refuse(reasons.join("; "));
  const { system, initial, start = 0, end } = problem;
  const { steps, records = steps, seed = 0 } = options;
  const dt = (end - start) / steps;
  const { note, notes } = collectNotes();
  const { rng, drawn } = observed(stream(seed, "integrator"));
  const step = guarded(system, stepper(dt, rng, note), watched(system, options));
  const log: Log = { times: [], snapshots: [], rows: [], notes };
  record(problem, options, log, start, initial);
  let u = initial;
  const ended = (status: Solution["status"], reason: string): Solution =>
    solution(log, options, u, { status, reason, stochastic: drawn() });
  for (let k = 1; k <= steps; k++) {
    const t = k === steps ? end : start + k * dt;
    const next = step(u, start + (k - 1) * dt);
    if (failed(next)) return ended(next.status, `in the step to t = ${t}: ${next.reason}`);
    u = next;
    if ((k * records) % steps === 0) {
      record(problem, options, log, t, u);
      options.progress?.(k / steps);
    }
    const enough = options.stop?.(t, u) ?? "";
    if (enough) return ended("stopped", `at t = ${t}: ${enough}`);
  }
  return ended("completed", `reached t = ${end}`);
}
