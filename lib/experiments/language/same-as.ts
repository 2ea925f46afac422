import { refuse } from "../../arithmetic/refusal.js";
import type { ResolvedRun } from "../tasks/task.js";
import { own } from "./own.js";
import { steps, write, type Json } from "./pointer.js";
import type { Experiment, Task } from "./types.generated.js";

/** The runs of an experiment under their names. */
export const runsOf = (spec: Experiment): Readonly<Record<string, Task>> =>
  (spec.runs ?? {}) as Readonly<Record<string, Task>>;

function resolve(runs: Readonly<Record<string, Task>>, name: string, under: readonly string[]): ResolvedRun {
  if (under.includes(name))
    refuse(`run "${name}" is the same as itself; give one of ${under.join(", ")} a task of its own`);
  const run = own(runs, name) ?? refuse(`there is no run "${name}"; runs: ${Object.keys(runs).join(", ")}`);
  if (run.task !== "same-as") return run;
  const changes = Object.entries(run.but) as [string, Json][];
  const base = resolve(runs, run.run, [...under, name]) as unknown as Json;
  return changes.reduce((task, [pointer, value]) => write(task, steps(pointer), value), base) as unknown as ResolvedRun;
}

/** Every run with `same-as` expanded: the other run with the named places changed. Refuses circles and unknown runs. */
export function resolveRuns(spec: Experiment): Readonly<Record<string, ResolvedRun>> {
  const runs = runsOf(spec);
  return Object.fromEntries(Object.keys(runs).map(name => [name, resolve(runs, name, [])]));
}
