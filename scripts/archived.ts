import { type Archive, readArchive } from "../lib/experiments/archive/archive.js";
import type { Manifest } from "../lib/experiments/archive/manifest-record.js";
import { loadSpec } from "../lib/experiments/archive/work/load.js";
import { type Project, resultFolder, specFiles } from "../lib/experiments/archive/work/project.js";
import { refuse } from "../lib/arithmetic/refusal.js";
import type { ClaimResult, ExperimentResult } from "../lib/experiments/language/result.js";
import { canonical } from "../lib/experiments/archive/json.js";
import { type CheckedSpec, specNamed } from "./specs.js";

/** An experiment of the project with its archive, if that is whole and of this very spec. */
export interface Archived extends CheckedSpec {
  readonly archive: { readonly manifest: Manifest; readonly result: ExperimentResult } | undefined;
}

const current = (archive: Archive, spec: unknown): Archived["archive"] =>
  archive.state === "whole" && canonical(archive.result.spec) === canonical(spec) ? archive : undefined;

/** All experiments whose specs are right, in the order of their paths. */
export const archivedExperiments = (project: Project): readonly Archived[] =>
  specFiles(project).flatMap(({ path, file }) => {
    const loaded = loadSpec(project, file);
    if ("problems" in loaded) return [];
    return [
      { path, file, spec: loaded.spec, archive: current(readArchive(resultFolder(project, path), path), loaded.spec) },
    ];
  });

/** Name -> result of the claims that the archive decides. */
export const archivedClaims = ({ archive }: Archived): ReadonlyMap<string, ClaimResult> =>
  new Map(archive?.result.claims.map(claim => [claim.name, claim]));

/** The archived result of an experiment. Refuses if there is none to be trusted. */
export function archivedResult(project: Project, id: string): ExperimentResult {
  const { path } = specNamed(project, id);
  const archive = readArchive(resultFolder(project, path), path);
  if (archive.state === "whole") return archive.result;
  const reason =
    archive.state === "missing" ? "is not archived" : `has a damaged archive (${archive.problems.join("; ")})`;
  return refuse(`${path} ${reason}; run \`flows reproduce --only ${path}\``);
}
