import { type Piece, copyInto, holdings, piecesOf } from "../../lib/experiments/archive/work/gather.js";
import { recheck, sampled } from "../../lib/experiments/archive/work/recheck.js";
import { type Prepared, unitFolder } from "../../lib/experiments/archive/work/prepare.js";
import { type Project, specFiles } from "../../lib/experiments/archive/work/project.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { type Command, EXIT, type ExitCode, command } from "../command.js";
import { exclusively } from "../exclusively.js";
import { storeOf } from "../planning.js";
import { currentCode, filesOfWords, loadProfile, prepareAll } from "../specs.js";
import { interruption } from "../terminal/interrupt.js";
import { note } from "../terminal/print.js";
import { showProgress } from "../terminal/progress.js";
import { jobsOption, profileOption, storeOption } from "./options.js";
import { reproduceAll } from "./reproduce.js";
import { runInto } from "./run.js";

const nameOf = ({ experiment, work }: Piece): string => `${experiment.path}: ${work.name} (${work.key.slice(0, 12)})`;

const SHOWN = 5;

function list(pieces: readonly Piece[]): void {
  for (const piece of pieces.slice(0, SHOWN)) note(`    ${nameOf(piece)}`);
  if (pieces.length > SHOWN) note(`    and ${pieces.length - SHOWN} more`);
}

/** Units of a store from elsewhere that are computed anew: two in a hundred, and no fewer than three. */
const sampleSize = (n: number): number => Math.min(n, Math.max(3, Math.ceil(n / 50)));

/** Takes results from a store of which nothing is known; whether all that were tried are right. */
async function take(
  project: Project,
  store: string,
  held: readonly Piece[],
  count: number,
  jobs: number,
): Promise<boolean> {
  const chosen = sampled(store, held, count);
  note(`${held.length} units from ${store}; ${chosen.length} of them are computed anew`);
  const progress = showProgress("units computed anew");
  const wrong = await recheck(project, store, chosen, jobs, interruption(), progress.update).finally(progress.end);
  if (wrong.length > 0) {
    note(
      `✗ nothing is taken from ${store}: ${wrong.length} of ${chosen.length} results are other than these units give`,
    );
    list(wrong);
    return false;
  }
  copyInto(store, unitFolder(project), held);
  return true;
}

const countOf = (recheckWord: string | undefined, n: number): number => {
  if (recheckWord === undefined) return sampleSize(n);
  if (recheckWord === "all") return n;
  const count = Number(recheckWord);
  return Number.isInteger(count) && count >= 1
    ? count
    : refuse(`--recheck ${recheckWord}: give a whole number of at least 1, or \`all\``);
};

/** Archives what belongs to the project; of specs elsewhere, writes what `run` writes. */
function assemble(
  project: Project,
  experiments: readonly Prepared[],
  jobs: number,
  accept: boolean,
): Promise<ExitCode> {
  const own = new Set(specFiles(project).map(({ file }) => file));
  if (!experiments.every(({ file }) => own.has(file))) return runInto({ project, experiments, figures: true, jobs });
  const work = { experiments, jobs, cache: unitFolder(project), reuse: true };
  return exclusively(project, () => reproduceAll(project, work, { accept, figures: true, notebooks: false }));
}

export const collect: Command = command({
  command: "collect <spec..>",
  describe:
    "put the units of a store together: verify, judge the claims, archive; a store from elsewhere is not trusted",
  options: cli =>
    cli.positional("spec", { type: "string", array: true, demandOption: true }).options({
      profile: profileOption,
      store: storeOption,
      jobs: jobsOption,
      recheck: {
        type: "string",
        describe:
          "units of a store from elsewhere that are computed anew: a number, or `all` (default: 2 %, at least 3)",
      },
      accept: { type: "boolean", default: false, describe: "let numbers that differ replace the archive" },
    }),
  run: async ({ spec, profile, store, jobs, recheck: word, accept }, project) => {
    const specs = loadProfile(project, filesOfWords(project, spec), profile);
    if (!specs) return EXIT.wrong;
    const experiments = prepareAll(project, specs, currentCode());
    const [folder, own] = [storeOf(project, store), unitFolder(project)];
    const { held, lacking } = holdings(folder, piecesOf(experiments));
    if (lacking.length > 0) {
      note(
        `✗ ${lacking.length} of ${held.length + lacking.length} units are missing or damaged: \`flows compute\` them`,
      );
      list(lacking);
      return EXIT.failed;
    }
    if (folder !== own && !(await take(project, folder, held, countOf(word, held.length), jobs))) return EXIT.failed;
    return assemble(project, experiments, jobs, accept);
  },
});
