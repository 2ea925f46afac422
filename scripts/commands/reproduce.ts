import { relative } from "node:path";
import { recoverAll } from "../../lib/experiments/archive/folder.js";
import { listed } from "../../lib/experiments/archive/own.js";
import { provenanceOf } from "../../lib/experiments/archive/provenance.js";
import { prune } from "../../lib/experiments/archive/work/cache.js";
import { remember } from "../../lib/experiments/archive/work/history.js";
import { defaultJobs } from "../../lib/experiments/archive/work/compute-all.js";
import { type Prepared, unitFolder } from "../../lib/experiments/archive/work/prepare.js";
import { type Project, orphans, resultFolder } from "../../lib/experiments/archive/work/project.js";
import { type Standing, sentencesOf, settle, standingOf } from "../../lib/experiments/archive/work/settle.js";
import { secondsOf } from "../../lib/experiments/archive/work/took.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { type Command, EXIT, type ExitCode, command } from "../command.js";
import { exclusively } from "../exclusively.js";
import { refreshNotebooks } from "../notebooks.js";
import { writeSite } from "../site.js";
import { checkSize } from "../size.js";
import { announce } from "../planning.js";
import { currentCode, loadRight, packageRoot, prepareAll, selectSpecs } from "../specs.js";
import { heldOf } from "../terminal/claims.js";
import { failureLines } from "../terminal/runs.js";
import { note } from "../terminal/print.js";
import type { Progress } from "../terminal/progress.js";
import { type Computation, compute, worse } from "./compute.js";
import { jobsOption, onlyOption, profileOption, threadsOption } from "./options.js";

interface Archiving {
  readonly project: Project;
  readonly accept: boolean;
  readonly cache: string;
}

const verdicts: {
  readonly [S in Standing["standing"]]: (standing: Extract<Standing, { standing: S }>, written: boolean) => string;
} = {
  equal: () => "equal to the archive, bit for bit",
  new: ({ reason }) => `archived (${reason})`,
  damaged: ({ problems }, written) =>
    written ? "archived anew: the archive was damaged" : `the archive is damaged: ${problems.join("; ")}`,
  barred: ({ strangers }) =>
    `not archived, in its folder are files that are not of it: ${listed(strangers)}; move them away`,
  different: ({ differences }, written) =>
    `${written ? "accepted" : "differs from the archive"}:\n    ${sentencesOf(differences).join("\n    ")}`,
};

const sentence = (standing: Standing, written: boolean): string =>
  verdicts[standing.standing](standing as never, written);

const isSettled = (standing: Standing, written: boolean): boolean => written || standing.standing === "equal";

/** Judges one result: writes it where it is new, compares it where it is not, prints a line. */
async function archive(
  { project, accept, cache }: Archiving,
  experiment: Prepared,
  result: ExperimentResult,
  progress: Progress,
): Promise<ExitCode> {
  const failures = failureLines(result);
  if (failures.length > 0) {
    progress.line(`✗ ${experiment.path}: not archived, since no claim expects this:`);
    for (const line of failures) progress.line(`    ${line}`);
    return EXIT.failed;
  }
  const folder = resultFolder(project, experiment.path);
  const standing = standingOf(folder, experiment, result);
  const provenance = provenanceOf(packageRoot, experiment.code.hash, secondsOf(cache, experiment.work));
  const written = settle(folder, experiment, result, standing, { accept, provenance });
  remember(project, experiment);
  const held = heldOf(result.claims);
  const fine = held === result.claims.length && isSettled(standing, written);
  progress.line(
    `${fine ? "✓" : "✗"} ${experiment.path}: ${held} of ${result.claims.length} claims hold; ` +
      `${sentence(standing, written)}`,
  );
  for (const claim of result.claims.filter(({ holds }) => !holds))
    progress.line(
      `    claim ${claim.name}${claim.control ? " (control)" : ""}: ` +
        `measured ${claim.measured}, expected ${claim.expected}`,
    );
  return fine ? EXIT.done : EXIT.failed;
}

/** Days for which results of earlier specs and code stay in the cache. */
const KEPT = 14;

interface Wishes {
  readonly accept: boolean;
  readonly figures: boolean;
  readonly notebooks: boolean;
}

/** Computes what is missing, judges and archives every experiment, then the pages and the notebooks. */
export async function reproduceAll(
  project: Project,
  work: Omit<Computation, "project">,
  { accept, figures, notebooks }: Wishes,
): Promise<ExitCode> {
  recoverAll(project.results);
  const archiving = { project, accept, cache: work.cache };
  const code = await compute({ project, ...work }, (...finished) => archive(archiving, ...finished));
  if (code === EXIT.interrupted) return code;
  prune(work.cache, new Set(work.experiments.flatMap(experiment => experiment.work.map(({ key }) => key))), KEPT);
  for (const path of orphans(project)) note(`results/${path} belongs to no experiment any more: remove it`);
  const jobs = work.jobs ?? defaultJobs;
  const drawn = !figures || (await draw(project, jobs));
  const shown = !notebooks || code !== EXIT.done || (await refreshNotebooks(project, jobs));
  return drawn && shown && checkSize(project) ? code : worse(code, EXIT.failed);
}

/** Draws all figures, writes the pages; says where they are, what could not be drawn, and whether all went well. */
async function draw(project: Project, jobs: number): Promise<boolean> {
  note("drawing the figures …");
  const { page, problems } = await writeSite(project, jobs);
  for (const problem of problems) note(`✗ ${problem}`);
  note(`figures and claims of all experiments: ${relative(process.cwd(), page)}`);
  return problems.length === 0;
}

export const reproduce: Command = command({
  command: "reproduce",
  describe:
    "run every experiment that changed, judge its claims, compare with the archive, write results/index.html, " +
    "run the notebooks",
  options: cli =>
    cli.options({
      only: onlyOption,
      profile: profileOption,
      jobs: jobsOption,
      threads: threadsOption,
      force: { type: "boolean", default: false, describe: "compute everything anew, also what is in the cache" },
      accept: { type: "boolean", default: false, describe: "let numbers that differ replace the archive" },
      figures: {
        type: "boolean",
        default: true,
        describe: "draw the figures and write the pages (--no-figures: not now)",
      },
      notebooks: {
        type: "boolean",
        default: true,
        describe: "run the notebooks that changed (--no-notebooks, --only: not now)",
      },
    }),
  run: async ({ only, profile, jobs, threads, force, accept, figures, notebooks }, project) => {
    const { specs, code: right } = loadRight(project, selectSpecs(project, only), profile);
    if (specs.length === 0 && right !== EXIT.done) return right;
    const experiments = prepareAll(project, specs, currentCode());
    if (profile !== undefined) await announce(project, experiments, jobs);
    const work = { experiments, jobs, threads, cache: unitFolder(project), reuse: !force };
    const code = await exclusively(project, () =>
      reproduceAll(project, work, {
        accept,
        figures,
        notebooks: notebooks && only === undefined && profile === undefined,
      }),
    );
    return worse(right, code);
  },
});
