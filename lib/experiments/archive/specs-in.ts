/**
 * The specs of a folder of one's own, for users of the library, `import { specsIn } from "gradient-flows/files"`; needs
 * Node. The library itself, which also runs in a page, reads no files.
 */
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { refuse } from "../../arithmetic/refusal.js";
import { insteadOf } from "../../arithmetic/suggest.js";
import { refuseProblems } from "../check.js";
import type { ExperimentResult } from "../language/result.js";
import type { Problem } from "../language/validate.js";
import { type RunOptions, run } from "../run.js";
import { confinedReader } from "./work/confine.js";
import { type Loaded, loadSpec } from "./work/load.js";
import { type Project, projectAt, type SpecFile, specFilesBelow } from "./work/project.js";

/** A spec file of a folder. */
export interface FiledSpec {
  /** Its path below the folder, without ".json": "decay", "limits/ridge". */
  readonly path: string;
  readonly file: string;
  /** Everything that is wrong with it, as `flows check` says it; [] means that all runs can begin: none is computed. */
  check(): readonly Problem[];
  /**
   * Runs it in memory with the bits of `flows run`; data files are read beside it, or elsewhere in the folder. Refuses
   * a spec with mistakes, all of them at once.
   */
  run(options?: Pick<RunOptions, "profile" | "progress">): ExperimentResult;
}

const problemsOf = (loaded: Loaded): readonly Problem[] => ("problems" in loaded ? loaded.problems : []);

function runFile(
  project: Project,
  { path, file }: SpecFile,
  { profile, progress }: Pick<RunOptions, "profile" | "progress">,
): ExperimentResult {
  const loaded = loadSpec(project, file);
  refuseProblems(problemsOf(loaded));
  const { spec, profiles } = loaded as Exclude<Loaded, { readonly problems: unknown }>;
  const chosen = profile === undefined ? spec : profiles.get(profile);
  if (chosen === undefined) refuse(`no profile "${profile}" in ${path}, ${insteadOf(profile!, [...profiles.keys()])}`);
  return run(chosen!, { files: confinedReader(dirname(file), project.root), progress });
}

/**
 * The specs in a folder and below, in the order of their paths; what is hidden, archives, and folders named `data` or
 * `….results` are left out. Each is read when it is checked or run, so that a file with mistakes costs no other.
 * Refuses what is no folder.
 *
 * ```ts
 * for (const { path, check, run } of specsIn("experiments"))
 *   if (check().length === 0) console.log(path, run().claims.filter(claim => !claim.holds));
 * ```
 */
export function specsIn(folder: string): readonly FiledSpec[] {
  const root = resolve(folder);
  if (!existsSync(root) || !statSync(root).isDirectory()) refuse(`there is no folder ${folder}`);
  const project: Project = { ...projectAt(root), experiments: root };
  return specFilesBelow(project, root).map(found => ({
    ...found,
    check: () => problemsOf(loadSpec(project, found.file, true)),
    run: (options = {}) => runFile(project, found, options),
  }));
}
