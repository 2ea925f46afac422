import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Statement } from "../../lib/experiments/archive/manifest-record.js";
import { type Project, readCatalogue } from "../../lib/experiments/archive/work/project.js";
import type { Experiment } from "../../lib/experiments/language/types.generated.js";
import { type Command, EXIT, command } from "../command.js";
import { type Archived, archivedClaims, archivedExperiments } from "../archived.js";
import { print, printJson, table } from "../terminal/print.js";
import { jsonOption } from "./options.js";

/** A row of `flows coverage --json`. */
export interface CoverageRow {
  readonly id: string;
  readonly source: string;
  /** Ids of the experiments that illustrate the statement. */
  readonly experiments: readonly string[];
  /** Claims that speak for it. */
  readonly claims: { readonly held: number; readonly total: number };
  /** Notebooks that mention it. */
  readonly notebooks: readonly string[];
}

interface Notebook {
  readonly name: string;
  readonly text: string;
}

function notebooksOf(project: Project): readonly Notebook[] {
  const folder = join(project.root, "notebooks");
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith(".ipynb"))
        .sort()
    : [];
  return names.map(name => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Whether the id stands in the text as a word: is not mentioned by A-2.1e or. */
const mentions = (text: string, id: string): boolean =>
  new RegExp(`(?<![\\w.-])${id.replaceAll(".", "\\.")}(?![\\w-]|\\.\\d)`).test(text);

const claimsFor = (spec: Experiment, id: string): readonly string[] =>
  Object.entries(spec.claims)
    .filter(([, claim]) => (claim?.for ?? spec.illustrates).some(statement => statement === id))
    .map(([name]) => name);

function rowOf(
  { id, source }: Statement,
  experiments: readonly Archived[],
  notebooks: readonly Notebook[],
): CoverageRow {
  const illustrating = experiments.filter(({ spec }) => spec.illustrates.some(statement => statement === id));
  const claims = illustrating.flatMap(experiment =>
    claimsFor(experiment.spec, id).map(name => archivedClaims(experiment).get(name)),
  );
  return {
    id,
    source,
    experiments: illustrating.map(({ spec }) => spec.id),
    claims: { held: claims.filter(claim => claim?.holds).length, total: claims.length },
    notebooks: notebooks.filter(({ text }) => mentions(text, id)).map(({ name }) => name),
  };
}

/** One row per statement of the catalogue. */
function coverageRows(project: Project): readonly CoverageRow[] {
  const experiments = archivedExperiments(project);
  const notebooks = notebooksOf(project);
  return readCatalogue(project).map(statement => rowOf(statement, experiments, notebooks));
}

const cells = ({ id, source, experiments, claims, notebooks }: CoverageRow): readonly string[] => [
  id,
  source,
  `${claims.held}/${claims.total}`,
  experiments.join(" ") || "-",
  notebooks.join(" ") || "-",
];

export const coverage: Command = command({
  command: "coverage",
  describe: "all statements of the sources: which experiments illustrate them, which notebooks show them",
  options: cli => cli.options({ json: jsonOption }),
  run: async ({ json }, project) => {
    const rows = coverageRows(project);
    const covered = rows.filter(({ experiments }) => experiments.length > 0).length;
    if (json) printJson(rows);
    else
      print(
        `${table([["id", "source", "claims", "experiments", "notebooks"], ...rows.map(cells)])}\n\n${covered} of ` +
          `${rows.length} statements illustrated`,
      );
    return EXIT.done;
  },
});
