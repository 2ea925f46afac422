import { dirname, join } from "node:path";
import type { Experiment } from "../../language/types.generated.js";
import { type Unit, unitKey, unitsOf } from "../../language/units.js";
import { sha256 } from "../hash.js";
import { keyOf } from "./cache.js";
import type { CodeVersion } from "./code-version.js";
import { confinedReader } from "./confine.js";
import type { Project } from "./project.js";

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

/** The data files that a value names: every `{"name": "file", "path": …}` in it. */
function dataFiles(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  const own = value as { readonly name?: unknown; readonly path?: unknown };
  return [
    ...(own.name === "file" && typeof own.path === "string" ? [own.path] : []),
    ...Object.values(value).flatMap(dataFiles),
  ];
}

/** Lays out the units of a checked spec. Refuses if a data file cannot be read. */
export function prepare(project: Project, path: string, file: string, spec: Experiment, code: CodeVersion): Prepared {
  const read = confinedReader(dirname(file), project.root);
  const known = new Map<string, string>();
  const hashOfFile = (name: string): string => {
    if (!known.has(name)) known.set(name, sha256(read(name)));
    return known.get(name)!;
  };
  const work = unitsOf(spec).map(unit => {
    const data = Object.fromEntries(dataFiles(unit.task).map(name => [name, hashOfFile(name)]));
    return { name: unitKey(unit), unit, key: keyOf({ task: unit.task, seed: spec.seed, data, code: code.hash }) };
  });
  return { path, file, spec, work, data: Object.fromEntries(known), code };
}

/** Where results of units are kept. */
export const unitFolder = (project: Project): string => join(project.cache, "units");
