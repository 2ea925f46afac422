import { basename, resolve } from "node:path";
import { existsSync, statSync } from "node:fs";
import { refuse } from "../lib/arithmetic/refusal.js";
import type { Experiment } from "../lib/experiments/language/types.generated.js";
import { insteadOf } from "../lib/arithmetic/suggest.js";
import type { Problem } from "../lib/experiments/language/validate.js";
import type { CodeVersion } from "../lib/experiments/archive/work/code-version.js";
import { type Loaded, loadSpec } from "../lib/experiments/archive/work/load.js";
import { globTest } from "../lib/experiments/archive/work/only.js";
import { type Prepared, prepare } from "../lib/experiments/archive/work/prepare.js";
import {
  type Project,
  type SpecFile,
  pathOfFile,
  profilePath,
  specFiles,
  specFilesBelow,
  specsNamed,
} from "../lib/experiments/archive/work/project.js";
import { EXIT, type ExitCode } from "./command.js";
import { note } from "./terminal/print.js";

export { packageRoot } from "../lib/experiments/archive/package-root.js";
export { currentCode } from "../lib/experiments/archive/work/code-version.js";

export interface CheckedSpec extends SpecFile {
  readonly spec: Experiment;
}

/** All problems of all files, one line each: file, JSON pointer, what is wrong. */
export function printProblems(problems: readonly Problem[]): void {
  for (const { file, pointer, message } of problems) note(`${file}${pointer === "" ? "" : `  ${pointer}`}  ${message}`);
}

type LoadedFile = SpecFile & Extract<Loaded, { readonly spec: Experiment }>;

/** The files that are right; the problems of the others are printed. */
function rightFiles(project: Project, files: readonly SpecFile[], build = false): readonly LoadedFile[] {
  const loaded = files.map(file => ({ ...file, ...loadSpec(project, file.file, build) }));
  printProblems(loaded.flatMap(entry => ("problems" in entry ? entry.problems : [])));
  return loaded.flatMap(entry => ("spec" in entry ? [entry] : []));
}

/** All files if all of them are right; otherwise all problems are printed. */
function allLoaded(project: Project, files: readonly SpecFile[], build = false): readonly LoadedFile[] | undefined {
  const right = rightFiles(project, files, build);
  return right.length < files.length ? undefined : right;
}

const asSpec = ({ path, file, spec }: LoadedFile): CheckedSpec => ({ path, file, spec });

/** The specs if all of them are right; otherwise all problems are printed. With `build`, every unit is built. */
export const loadAll = (
  project: Project,
  files: readonly SpecFile[],
  build = false,
): readonly CheckedSpec[] | undefined => allLoaded(project, files, build)?.map(asSpec);

/**
 * Files in one of their profiles, under paths of their own; those that do not have it are left out. Refuses a profile
 * that none of them has.
 */
function inProfile(loaded: readonly LoadedFile[], profile: string | undefined): readonly CheckedSpec[] {
  if (profile === undefined) return loaded.map(asSpec);
  const found = loaded.flatMap(({ path, file, profiles }) => {
    const spec = profiles.get(profile);
    return spec === undefined ? [] : [{ path: profilePath(path, profile), file, spec }];
  });
  if (found.length > 0 || loaded.length === 0) return found;
  const names = [...new Set(loaded.flatMap(({ profiles }) => [...profiles.keys()]))];
  return refuse(
    `no profile "${profile}" in ${loaded.map(({ path }) => path).join(", ")}, ${insteadOf(profile, names)}`,
  );
}

/** The specs in a profile, if all of them are right; otherwise all problems are printed. */
export function loadProfile(
  project: Project,
  files: readonly SpecFile[],
  profile: string | undefined,
): readonly CheckedSpec[] | undefined {
  const loaded = allLoaded(project, files);
  return loaded && inProfile(loaded, profile);
}

/** Specs that are right, and how a command ends that goes on without the others. */
export interface RightSpecs {
  readonly specs: readonly CheckedSpec[];
  readonly code: ExitCode;
}

/** The specs in a profile that are right: a mistake in one stops no other. All problems are printed. */
export function loadRight(project: Project, files: readonly SpecFile[], profile: string | undefined): RightSpecs {
  const loaded = rightFiles(project, files);
  const wrong = files.length - loaded.length;
  if (wrong > 0 && loaded.length > 0) note(`${wrong} of ${files.length} specs have problems and are left out`);
  return { specs: inProfile(loaded, profile), code: wrong > 0 ? EXIT.wrong : EXIT.done };
}

export const prepareAll = (project: Project, specs: readonly CheckedSpec[], code: CodeVersion): readonly Prepared[] =>
  specs.map(({ path, file, spec }) => prepare(project, path, file, spec, code));

/** The specs of the project whose path fits one of the globs, each of which fits something. */
export function selectSpecs(project: Project, only: readonly string[] | undefined): readonly SpecFile[] {
  const all = specFiles(project);
  const fitting = (glob: string): readonly SpecFile[] => all.filter(({ path }) => globTest(glob)(path));
  const vain = only?.find(glob => fitting(glob).length === 0);
  if (vain !== undefined) refuse(`no experiment fits "${vain}"; \`flows list\` shows all`);
  return only === undefined ? all : all.filter(({ path }) => only.some(glob => globTest(glob)(path)));
}

const wordTest = (project: Project, word: string): SpecFile[] => {
  const inside = globTest(pathOfFile(project, resolve(word)));
  return specFiles(project).filter(({ path }) => inside(path));
};

/** The files that a word of the command line means: a file, all specs in a folder, a glob, or an id of the project. */
function filesOfWord(project: Project, word: string): readonly SpecFile[] {
  const file = resolve(word);
  if (existsSync(file) && statSync(file).isDirectory()) {
    const below = specFilesBelow(project, file);
    return below.length > 0 ? below : refuse(`there is no spec in ${word}`);
  }
  if (existsSync(file) || word.endsWith(".json"))
    return basename(file) === "catalogue.json" ? [] : [{ path: pathOfFile(project, file), file }];
  const named = specsNamed(project, word);
  return named.length > 0 ? named : wordTest(project, word);
}

/** The files that the words mean, each once. Refuses a word that means nothing. */
export function filesOfWords(project: Project, words: readonly string[]): readonly SpecFile[] {
  const found = words.flatMap(word => {
    const files = filesOfWord(project, word);
    if (files.length === 0 && !existsSync(resolve(word)))
      refuse(`"${word}" is no spec file, no folder and no experiment; \`flows list\` shows all`);
    return files;
  });
  return [...new Map(found.map(entry => [entry.file, entry])).values()];
}
