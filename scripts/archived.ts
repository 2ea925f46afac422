import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { refuse } from "../lib/arithmetic/refusal.js";
import { type Archive, readArchive } from "../lib/experiments/archive/archive.js";
import { specHash } from "../lib/experiments/archive/manifest.js";
import type { Manifest } from "../lib/experiments/archive/manifest-record.js";
import { changedPointers } from "../lib/experiments/archive/work/history.js";
import { type Loaded, loadSpec } from "../lib/experiments/archive/work/load.js";
import { dataHashes } from "../lib/experiments/archive/work/prepare.js";
import {
  type Project,
  type SpecFile,
  pathOfFile,
  profilePath,
  resultFolder,
  specFiles,
  specNamed,
} from "../lib/experiments/archive/work/project.js";
import type { ClaimResult, ExperimentResult } from "../lib/experiments/language/result.js";
import { insteadOf } from "../lib/arithmetic/suggest.js";
import type { Experiment } from "../lib/experiments/language/types.generated.js";
import { type CheckedSpec, printProblems } from "./specs.js";

/** An experiment of the project with its archive, if that is whole and of this very spec. */
export interface Archived extends CheckedSpec {
  readonly archive: { readonly manifest: Manifest; readonly result: ExperimentResult } | undefined;
  /** "yes", or why there is no archive of this spec. */
  readonly state: "yes" | "no" | "damaged" | "of another spec";
}

type Whole = Extract<Archive, { readonly state: "whole" }>;

/** Whether an archive is of this spec and of these data. */
const isOf = (project: Project, { manifest }: Whole, { file, spec }: CheckedSpec): boolean =>
  manifest.spec === specHash(spec, dataHashes(project, file, spec));

function archivedOf(project: Project, checked: CheckedSpec): Archived {
  const archive = readArchive(resultFolder(project, checked.path), checked.path);
  if (archive.state !== "whole")
    return { ...checked, archive: undefined, state: archive.state === "missing" ? "no" : "damaged" };
  return isOf(project, archive, checked)
    ? { ...checked, archive, state: "yes" }
    : { ...checked, archive: undefined, state: "of another spec" };
}

type Files = readonly (SpecFile & Extract<Loaded, { readonly spec: Experiment }>)[];

/** The specs that are right, in the order of their paths; the problems of the others are told. */
const rightSpecs = (project: Project, tell: typeof printProblems): Files =>
  specFiles(project).flatMap(entry => {
    const loaded = loadSpec(project, entry.file);
    if ("spec" in loaded) return [{ ...entry, ...loaded }];
    tell(loaded.problems);
    return [];
  });

/** All experiments whose specs are right, in the order of their paths, without profiles; other problems are printed. */
export const archivedExperiments = (project: Project): readonly Archived[] =>
  rightSpecs(project, printProblems).map(({ path, file, spec }) => archivedOf(project, { path, file, spec }));

/** The profiles of all experiments whose specs are right. */
export const archivedProfiles = (project: Project): readonly (Archived & { readonly profile: string })[] =>
  rightSpecs(project, () => undefined).flatMap(({ path, file, profiles }) =>
    [...profiles].map(([profile, spec]) => ({
      ...archivedOf(project, { path: profilePath(path, profile), file, spec }),
      profile,
    })),
  );

/** Name -> result of the claims that the archive decides. */
export const archivedClaims = ({ archive }: Archived): ReadonlyMap<string, ClaimResult> =>
  new Map(archive?.result.claims.map(claim => [claim.name, claim]));

/** What is archived in a folder. Refuses what is not to be trusted; `remedy` says what to do then. */
function wholeIn(folder: string, path: string, remedy: string): Whole {
  const archive = readArchive(folder, path);
  if (archive.state === "whole") return archive;
  const reason =
    archive.state === "missing"
      ? "is not archived; "
      : `has a damaged archive (${archive.problems.join("; ")}): restore it, or move it away and `;
  return refuse(`${path} ${reason}${remedy}`);
}

/** The result of a spec that is archived in `folder`. Refuses one of another spec or of other data under its name. */
function resultOfSpec(
  project: Project,
  { path, file }: SpecFile,
  folder: string,
  remedy: string,
  profile?: string,
): ExperimentResult {
  const archive = wholeIn(folder, path, remedy);
  const loaded = loadSpec(project, file);
  if ("problems" in loaded) {
    printProblems(loaded.problems);
    return refuse(`${path} has ${loaded.problems.length} problems, and its archive is of an earlier spec`);
  }
  const { profiles } = loaded;
  const spec =
    profile === undefined
      ? loaded.spec
      : (profiles.get(profile) ??
        refuse(`${path} has no profile "${profile}", ${insteadOf(profile, [...profiles.keys()])}`));
  if (isOf(project, archive, { path, file, spec })) return archive.result;
  const changed = changedPointers(archive.result.spec, spec).join(", ") || "its data";
  return refuse(`the archive of ${path} is of another spec (changed since: ${changed}); ${remedy}`);
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * The result that a word means: of an experiment of the project, by its id; of a spec of one's own, by its file; or
 * what `flows run` wrote, by its folder; in one of the profiles of the spec, if that is given. Refuses if there is none
 * to be trusted.
 */
export function archivedResult(project: Project, word: string, profile?: string): ExperimentResult {
  const place = resolve(word);
  if (existsSync(join(place, "manifest.json"))) return wholeIn(place, basename(place), "run its spec again").result;
  const [mark, option] = profile === undefined ? ["", ""] : [`.${profile}`, ` --profile ${profile}`];
  const own = place.replace(/\.json$/, `${mark}.results`);
  const isFile = word.endsWith(".json");
  const named = isFile ? { path: pathOfFile(project, place), file: place } : specNamed(project, word);
  const ours = specFiles(project).some(({ file }) => file === named.file);
  if (isFile && (isFolder(own) || !ours))
    return resultOfSpec(
      project,
      named,
      own,
      `run \`flows run ${word}${option}\`, or name its folder of results`,
      profile,
    );
  const folder = resultFolder(project, profile === undefined ? named.path : profilePath(named.path, profile));
  return resultOfSpec(project, named, folder, `run \`flows reproduce --only ${named.path}${option}\``, profile);
}
