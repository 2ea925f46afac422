import { inLetters } from "../../lib/display/figures/plain-text.js";
import type { Project } from "../../lib/experiments/archive/work/project.js";
import { type Command, EXIT, command } from "../command.js";
import { type Archived, archivedClaims, archivedExperiments, archivedProfiles } from "../archived.js";
import { print, printJson, table } from "../terminal/print.js";
import { jsonOption } from "./options.js";

/** A row of `flows list --json`. */
export interface ListRow {
  readonly id: string;
  readonly title: string;
  /** The profile that the row is of; without it, the experiment itself. */
  readonly profile?: string;
  readonly illustrates: readonly string[];
  /** Number of runs. */
  readonly runs: number;
  readonly claims: { readonly held: number; readonly total: number };
  /** Whether there is a whole archive of the spec as it is. */
  readonly archived: boolean;
  /** The same in words: "yes", "no", "damaged", "of another spec". */
  readonly archive: Archived["state"];
}

function rowOf(experiment: Archived & { readonly profile?: string }): ListRow {
  const { spec, archive, state, profile } = experiment;
  const held = [...archivedClaims(experiment).values()].filter(({ holds }) => holds).length;
  const { id, title, illustrates, runs = {}, claims } = spec;
  const total = Object.keys(claims).length;
  return {
    id,
    title,
    ...(profile !== undefined && { profile }),
    illustrates,
    runs: Object.keys(runs).length,
    claims: { held, total },
    archived: archive !== undefined,
    archive: state,
  };
}

/** One row per experiment of the project, then one per profile. */
export const listRows = (project: Project): readonly ListRow[] =>
  [...archivedExperiments(project), ...archivedProfiles(project)].map(rowOf);

const cells = ({ id, title, profile, illustrates, runs, claims, archive }: ListRow): readonly string[] => [
  profile === undefined ? id : `${id} --profile ${profile}`,
  illustrates.join(" "),
  String(runs),
  `${claims.held}/${claims.total}`,
  archive,
  inLetters(title),
];

/** The rows as the terminal shows them. */
export const listText = (project: Project): string =>
  table([["id", "illustrates", "runs", "claims", "archived", "title"], ...listRows(project).map(cells)]);

export const list: Command = command({
  command: "list",
  describe: "all experiments: what they illustrate, how many claims hold, whether they are archived",
  options: cli => cli.options({ json: jsonOption }),
  run: async ({ json }, project) => {
    if (json) printJson(listRows(project));
    else print(listText(project));
    return EXIT.done;
  },
});
