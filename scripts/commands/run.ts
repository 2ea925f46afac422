import { dirname, join, relative, resolve } from "node:path";
import { pack, writeArchive } from "../../lib/experiments/archive/archive.js";
import { provenanceOf } from "../../lib/experiments/archive/provenance.js";
import { type Prepared, unitFolder } from "../../lib/experiments/archive/work/prepare.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { type Project, pathOfFile } from "../../lib/experiments/archive/work/project.js";
import { refine } from "../../lib/experiments/language/refine.js";
import { secondsOf } from "../../lib/experiments/archive/work/took.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { unexpectedEndings } from "../../lib/experiments/language/endings.js";
import { type Command, EXIT, type ExitCode, command } from "../command.js";
import { refuseFolder, refuseShared } from "../outputs.js";
import { writeFigures } from "../pictures.js";
import { announce } from "../planning.js";
import { type CheckedSpec, currentCode, filesOfWords, loadRight, packageRoot, prepareAll } from "../specs.js";
import { heldOf } from "../terminal/claims.js";
import { resultReport } from "../terminal/reports.js";
import { failureLines } from "../terminal/runs.js";
import { note, print } from "../terminal/print.js";
import { compute, worse } from "./compute.js";
import { jobsOption, profileOption, refineOption, reseedOption, threadsOption } from "./options.js";
import { runReseeded } from "./reseed.js";

/** The specs with smaller steps; says which claims are left out, and why. */
function refinedSpecs(specs: readonly CheckedSpec[], factor: number): readonly CheckedSpec[] {
  return specs.map(entry => {
    const { spec, apart } = refine(entry.spec, factor);
    for (const [claim, reason] of Object.entries(apart))
      note(`– ${entry.path}: claim ${claim} is not comparable with ${factor} times as many steps: ${reason}`);
    return { ...entry, spec };
  });
}

/** `--out`, a folder of its own for each of several specs; beside the spec if it is not given. */
function outputFolder(
  project: Project,
  { path, file, spec }: Prepared,
  out: string | undefined,
  several: boolean,
  factor: number,
): string {
  const profile = path === pathOfFile(project, file) ? "" : `.${path.split("/")[1]}`;
  if (out === undefined)
    return join(dirname(file), `${spec.id}${profile}${factor === 1 ? "" : `.refined-${factor}`}.results`);
  return several ? join(resolve(out), spec.id) : resolve(out);
}

/** The archive of one result, then its claims on the terminal, then its figures: what fails last costs least. */
async function writeOut(
  experiment: Prepared,
  result: ExperimentResult,
  { folder, figures, cache }: { readonly folder: string; readonly figures: boolean; readonly cache: string },
): Promise<ExitCode> {
  const provenance = provenanceOf(packageRoot, experiment.code.hash, secondsOf(cache, experiment.work));
  refuseFolder(folder, result.spec.id);
  writeArchive(folder, pack(result, experiment.data, provenance).files);
  const where = `results${figures ? " and figures" : ""}: ${relative(process.cwd(), folder) || "."}`;
  print(resultReport(result, where));
  if (unexpectedEndings(result).some(({ status }) => status === "paused")) failureLines(result).forEach(note);
  const problems = figures ? await writeFigures(result, join(folder, "figures")) : [];
  for (const problem of problems) note(problem);
  const fine = heldOf(result.claims) === result.claims.length && unexpectedEndings(result).length === 0;
  return fine && problems.length === 0 ? EXIT.done : EXIT.failed;
}

interface Writing {
  readonly project: Project;
  readonly experiments: readonly Prepared[];
  readonly out?: string;
  /** Whether `out` has a folder for each of several specs; default: if there are several. */
  readonly several?: boolean;
  readonly refined?: number;
  readonly figures: boolean;
  readonly jobs?: number;
  readonly threads?: number;
}

/** Runs what is not in the cache, and writes the results of each experiment into a folder of its own. */
export async function runInto({
  project,
  experiments,
  out,
  several = experiments.length > 1,
  refined = 1,
  figures,
  jobs,
  threads,
}: Writing): Promise<ExitCode> {
  const cache = unitFolder(project);
  const folderOf = (experiment: Prepared): string => outputFolder(project, experiment, out, several, refined);
  refuseShared(experiments.map(folderOf));
  for (const experiment of experiments) refuseFolder(folderOf(experiment), experiment.spec.id);
  return compute({ project, experiments, jobs, threads, cache, reuse: true }, async (experiment, result, progress) => {
    progress.end();
    return writeOut(experiment, result, { folder: folderOf(experiment), figures, cache });
  });
}

export const run: Command = command({
  command: "run <spec..>",
  describe: "run specs of your own, anywhere on disk: claims on the terminal, results and figures in a folder",
  options: cli =>
    cli.positional("spec", { type: "string", array: true, demandOption: true }).options({
      out: { alias: "o", type: "string", describe: "folder of the results (default: <spec>.results beside the spec)" },
      profile: profileOption,
      refine: refineOption,
      reseed: reseedOption,
      jobs: jobsOption,
      threads: threadsOption,
      figures: { type: "boolean", default: true, describe: "draw the figures (--no-figures: numbers only)" },
    }),
  run: async ({ spec, out, profile, refine: factor, reseed: repetitions, jobs, threads, figures }, project) => {
    const files = filesOfWords(project, spec);
    const { specs: right, code } = loadRight(project, files, profile);
    if (right.length === 0) return code;
    const specs = refinedSpecs(right, factor);
    if (repetitions !== undefined) {
      if (out !== undefined) refuse("--reseed writes no results: leave out --out");
      const computation = { project, jobs, threads, cache: unitFolder(project), reuse: true };
      return worse(code, await runReseeded(specs, repetitions, computation));
    }
    const experiments = prepareAll(project, specs, currentCode());
    if (profile !== undefined) await announce(project, experiments, jobs);
    return worse(
      code,
      await runInto({ project, experiments, out, several: files.length > 1, refined: factor, figures, jobs, threads }),
    );
  },
});
