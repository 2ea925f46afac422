import { dirname, join } from "node:path";
import type { Experiment } from "../../language/types.generated.js";
import { fileReferences } from "../../language/file-references.js";
import { type Unit, unitKey, unitsOf } from "../../language/units.js";
import { sha256 } from "../hash.js";
import { type WorkKey, keyOf } from "./cache.js";
import type { ResolvedRun } from "../../tasks/task.js";
import type { CodeVersion } from "./code-version.js";
import { confinedReader } from "./confine.js";
import type { Project } from "./project.js";
import type { Order } from "./worker.js";

type Hashes = Readonly<Record<string, string>>;

/** A unit of work with the key of its result. */
export interface Work {
  readonly name: string;
  readonly unit: Unit;
  readonly key: string;
}

/** An experiment with its work laid out, before anything is computed. */
export interface Prepared {
  readonly path: string;
  readonly file: string;
  readonly spec: Experiment;
  readonly work: readonly Work[];
  /** Data file -> SHA-256. */
  readonly data: Hashes;
  readonly code: CodeVersion;
}

/** What a thread is asked to compute for a unit; the result is returned. */
export const orderOf = (project: Project, { file, spec }: Prepared, { unit }: Work, threads: number): Order => ({
  task: unit.task,
  seed: spec.seed,
  folder: dirname(file),
  project: project.root,
  threads,
  watched: false,
});

const filesNamedIn = (value: unknown): readonly string[] => [...new Set(fileReferences(value).map(({ path }) => path))];

/** SHA-256 of the data files that the units of a checked spec read. Refuses if one cannot be read. */
export function dataHashes(project: Project, file: string, spec: Experiment): Hashes {
  const read = confinedReader(dirname(file), project.root);
  const names = filesNamedIn(unitsOf(spec).map(({ task }) => task));
  return Object.fromEntries(names.map(name => [name, sha256(read(name))]));
}

/** A task without what its result does not depend on: how long it may take before it pauses. */
function withoutBudget(task: ResolvedRun): ResolvedRun {
  if (task.task !== "flow" || task.time.budget === undefined) return task;
  const { end, steps, records } = task.time;
  return { ...task, time: { end, steps, records } };
}

/** All that the result of a unit depends on. */
export function workKeyOf({ spec, data, code }: Pick<Prepared, "spec" | "data" | "code">, { task }: Unit): WorkKey {
  const own = Object.fromEntries(filesNamedIn(task).map(name => [name, data[name]]));
  return { task: withoutBudget(task), seed: spec.seed, data: own, code: code.hash };
}

/** Lays out the units of a checked spec. Refuses if a data file cannot be read. */
export function prepare(project: Project, path: string, file: string, spec: Experiment, code: CodeVersion): Prepared {
  const data = dataHashes(project, file, spec);
  const work = unitsOf(spec).map(unit => ({
    name: unitKey(unit),
    unit,
    key: keyOf(workKeyOf({ spec, data, code }, unit)),
  }));
  return { path, file, spec, work, data, code };
}

/** Where results of units are kept. */
export const unitFolder = (project: Project): string => join(project.cache, "units");
