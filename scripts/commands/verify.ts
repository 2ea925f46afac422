import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { listed } from "../../lib/experiments/archive/own.js";
import { copyInto, piecesOf } from "../../lib/experiments/archive/work/gather.js";
import { type Prepared, unitFolder } from "../../lib/experiments/archive/work/prepare.js";
import { type Project, orphans, resultFolder } from "../../lib/experiments/archive/work/project.js";
import { type Standing, sentencesOf, standingOf } from "../../lib/experiments/archive/work/settle.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { type Command, EXIT, type ExitCode, command } from "../command.js";
import { writePictures } from "../pictures.js";
import { exclusively } from "../exclusively.js";
import { currentCode, loadRight, prepareAll, selectSpecs } from "../specs.js";
import { heldOf } from "../terminal/claims.js";
import { failureLines } from "../terminal/runs.js";
import { note } from "../terminal/print.js";
import type { Progress } from "../terminal/progress.js";
import { compute, worse } from "./compute.js";
import { jobsOption, onlyOption, profileOption, threadsOption } from "./options.js";

const findings: {
  readonly [S in Standing["standing"]]: (standing: Extract<Standing, { standing: S }>) => readonly string[];
} = {
  equal: () => [],
  new: ({ reason }) => [`${reason}: \`flows reproduce\` archives it`],
  damaged: ({ problems }) => problems,
  barred: ({ strangers }) => [`in the folder of its archive are files that are not of it: ${listed(strangers)}`],
  different: ({ differences }) => sentencesOf(differences),
};

const findingsOf = (standing: Standing): readonly string[] => findings[standing.standing](standing as never);

async function pictureLine(project: Project, standing: Standing, result: ExperimentResult): Promise<readonly string[]> {
  if (standing.standing !== "different") return [];
  const { page, problems } = await writePictures(join(project.cache, "verify", result.path), standing.archived, result);
  return [...problems, `old and new pictures: ${relative(process.cwd(), page)}`];
}

async function compare(
  project: Project,
  experiment: Prepared,
  result: ExperimentResult,
  cache: string,
  progress: Progress,
): Promise<ExitCode> {
  const standing = standingOf(resultFolder(project, experiment.path), experiment, result);
  const held = heldOf(result.claims);
  if (standing.standing === "equal") copyInto(cache, unitFolder(project), piecesOf([experiment]));
  const lines = [...failureLines(result), ...findingsOf(standing), ...(await pictureLine(project, standing, result))];
  const fine = lines.length === 0 && held === result.claims.length;
  const equal = lines.length === 0 ? "equal bits" : "differs from the archive";
  progress.line(
    [`${fine ? "✓" : "✗"} ${experiment.path}: ${equal}; ${held} of ${result.claims.length} claims hold`, ...lines].join(
      "\n    ",
    ),
  );
  return fine ? EXIT.done : EXIT.failed;
}

export const verify: Command = command({
  command: "verify",
  describe:
    "run every experiment anew, without the cache, and compare with the archive bit for bit; " +
    "writes no archive, keeps units that are equal in the cache",
  options: cli => cli.options({ only: onlyOption, profile: profileOption, jobs: jobsOption, threads: threadsOption }),
  run: async ({ only, profile, jobs, threads }, project) => {
    const { specs, code: right } = loadRight(project, selectSpecs(project, only), profile);
    if (specs.length === 0 && right !== EXIT.done) return right;
    const experiments = prepareAll(project, specs, currentCode());
    const cache = join(project.cache, "verify-units");
    return exclusively(project, async () => {
      rmSync(cache, { recursive: true, force: true });
      const code = await compute(
        { project, experiments, jobs, threads, cache, reuse: false },
        (experiment, result, progress) => compare(project, experiment, result, cache, progress),
      );
      rmSync(cache, { recursive: true, force: true });
      const lost = orphans(project);
      for (const path of lost) note(`✗ results/${path} belongs to no experiment: remove it`);
      return worse(right, lost.length > 0 ? worse(code, EXIT.failed) : code);
    });
  },
});
