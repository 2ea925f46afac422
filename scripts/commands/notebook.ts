import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { compareNotebooks } from "../../lib/notebook/runner/compare.js";
import type { CellEnd } from "../../lib/notebook/runner/execute.js";
import { isCode, type Notebook, readNotebook, writeNotebook } from "../../lib/notebook/runner/notebook.js";
import { refuse } from "../../lib/refusal.js";
import type { Project } from "../../lib/results/work/project.js";
import { type Command, EXIT, command } from "../command.js";
import { note } from "../terminal/print.js";
import { jobsOption } from "./options.js";

const ACTIONS = ["run", "check"] as const;

type Action = (typeof ACTIONS)[number];

/** The notebooks of the project, in the order of their names. */
function notebooksOf({ root }: Project): readonly string[] {
  const folder = join(root, "notebooks");
  return existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith(".ipynb")).sort().map(name => join(folder, name)) : [];
}

/** "00-start-here 3/10 cell [3] 0.4 s". */
function report(name: string, notebook: Notebook, { index, cell, seconds, failure }: CellEnd): void {
  const cells = notebook.cells.flatMap((each, i) => (isCode(each) ? [i] : [])), number = cells.indexOf(index) + 1;
  note(`${name} ${number}/${cells.length} ${seconds.toFixed(1)} s${failure === undefined ? "" : `\n${name}, cell [${cell.execution_count ?? number}] (${cell.id}) failed:\n${failure}`}`);
}

interface Work {
  readonly limit: number;
}

/** Runs a notebook and gives each state of it to `keep`; whether all cells did well. */
async function execute(file: string, { limit }: Work, keep: (sofar: Notebook) => void): Promise<boolean> {
  const notebook = readNotebook(file), name = basename(file, ".ipynb");
  let well = true;
  const ended = (end: CellEnd, sofar: Notebook): void => {
    report(name, notebook, end);
    well &&= end.failure === undefined;
    keep(sofar);
  };
  const { executeNotebook } = await import("../../lib/notebook/runner/execute.js");
  keep(await executeNotebook(notebook, { file, limit, ended }));
  return well;
}

/** What an action does with one notebook; whether it went well. */
const ACT: { readonly [A in Action]: (file: string, work: Work) => Promise<boolean> } = {
  run: (file, work) => execute(file, work, sofar => writeNotebook(file, sofar)),
  check: async (file, work) => {
    let now = readNotebook(file);
    const before = now, well = await execute(file, work, sofar => { now = sofar; });
    const differences = compareNotebooks(before, now);
    for (const { cell, what } of differences) note(`${basename(file)}, cell ${cell}: ${what}`);
    if (well && differences.length === 0) note(`${basename(file)} is as committed`);
    return well && differences.length === 0;
  },
};

/** Does it for all files, several at once; each has a kernel of its own. */
async function forAll(files: readonly string[], jobs: number, act: (file: string) => Promise<boolean>): Promise<boolean> {
  const left = [...files];
  let well = true;
  const work = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) well = (await act(file)) && well;
  };
  await Promise.all(Array.from({ length: Math.min(jobs, files.length) }, work));
  return well;
}

const LIMIT = 300;

/** Runs all notebooks of the project in place; whether all their cells did well. */
export const runNotebooks = (project: Project, jobs: number): Promise<boolean> =>
  forAll(notebooksOf(project), jobs, file => ACT.run(file, { limit: LIMIT }));

export const notebook: Command = command({
  command: "notebook <action> [files..]",
  describe: "run notebooks in place, or check that running them again gives what is committed; without Python",
  options: cli => cli.positional("action", { choices: ACTIONS, demandOption: true })
    .positional("files", { type: "string", array: true, describe: "default: all notebooks of the project" }).options({
      limit: { type: "number", default: LIMIT, describe: "longest time of a cell, in seconds" },
      jobs: jobsOption,
    }),
  run: async ({ action, files, limit, jobs }, project) => {
    const chosen = files && files.length > 0 ? files.map(file => resolve(file)) : notebooksOf(project);
    for (const file of chosen) if (!existsSync(file)) refuse(`there is no notebook ${file}`);
    return (await forAll(chosen, jobs, file => ACT[action](file, { limit }))) ? EXIT.done : EXIT.failed;
  },
});

