import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pack, writeArchive } from "../../lib/experiments/archive/archive.js";
import { provenanceOf } from "../../lib/experiments/archive/provenance.js";
import { type Prepared, unitFolder } from "../../lib/experiments/archive/work/prepare.js";
import { refine } from "../../lib/experiments/language/refine.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { unexpectedEndings } from "../../lib/experiments/language/endings.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { type Command, EXIT, type ExitCode, command } from "../command.js";
import { figureFiles } from "../pictures.js";
import { currentCode, filesOfWords, loadAll, packageRoot, prepareAll } from "../specs.js";
import { claimsTable, heldOf } from "../terminal/claims.js";
import { runsReport } from "../terminal/runs.js";
import { note, print } from "../terminal/print.js";
import { compute } from "./compute.js";
import { jobsOption, refineOption, threadsOption } from "./options.js";

/** `--out`, a folder of its own for each of several specs; beside the spec if it is not given. */
function outputFolder({ file, spec }: Prepared, out: string | undefined, several: boolean, factor: number): string {
  if (out === undefined) return join(dirname(file), `${spec.id}${factor === 1 ? "" : `.refined-${factor}`}.results`);
  return several ? join(resolve(out), spec.id) : resolve(out);
}

/** The folder will be replaced as a whole: that is only right for one that such a run has written. */
function refuseForeign(folder: string): void {
  const content = existsSync(folder) ? readdirSync(folder) : [];
  if (content.length > 0 && !content.includes("manifest.json"))
    refuse(`${folder} holds other files; give --out a folder that is empty or new`);
}

/** The archive of one result with its figures beside it, swapped in whole; then its claims on the terminal. */
async function writeOut(
  experiment: Prepared,
  result: ExperimentResult,
  folder: string,
  seconds: number,
): Promise<ExitCode> {
  const provenance = provenanceOf(packageRoot, experiment.code.hash, seconds);
  const { files } = pack(result, experiment.data, provenance);
  const figures = await figureFiles(result);
  writeArchive(folder, new Map([...files, ...figures.files]));
  for (const problem of figures.problems) note(problem);
  const where = `results and figures: ${relative(process.cwd(), folder) || "."}`;
  const parts = [result.spec.title, claimsTable(result), runsReport(result), where];
  print(parts.filter(part => part !== "").join("\n\n"));
  const fine = heldOf(result.claims) === result.claims.length && unexpectedEndings(result).length === 0;
  return fine && figures.problems.length === 0 ? EXIT.done : EXIT.failed;
}

export const run: Command = command({
  command: "run <spec..>",
  describe: "run specs of your own, anywhere on disk: claims on the terminal, results and figures in a folder",
  options: cli =>
    cli.positional("spec", { type: "string", array: true, demandOption: true }).options({
      out: { alias: "o", type: "string", describe: "folder of the results (default: <spec>.results beside the spec)" },
      refine: refineOption,
      jobs: jobsOption,
      threads: threadsOption,
    }),
  run: async ({ spec, out, refine: factor, jobs, threads }, project) => {
    const loaded = loadAll(project, filesOfWords(project, spec));
    if (!loaded) return EXIT.wrong;
    const specs = loaded.map(entry => ({ ...entry, spec: refine(entry.spec, factor) }));
    const experiments = prepareAll(project, specs, currentCode());
    const start = Date.now();
    const folderOf = (experiment: Prepared): string => outputFolder(experiment, out, specs.length > 1, factor);
    for (const experiment of experiments) refuseForeign(folderOf(experiment));
    return compute(
      { project, experiments, jobs, threads, cache: unitFolder(project), reuse: true },
      async (experiment, result, progress) => {
        progress.end();
        return writeOut(experiment, result, folderOf(experiment), (Date.now() - start) / 1000);
      },
    );
  },
});
