import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { compareNotebooks } from "../../lib/notebook/runner/compare.js";
import { readNotebook } from "../../lib/notebook/runner/notebook.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { type Command, EXIT, command } from "../command.js";
import { type Allowance, execute, forAll, LIMIT, notebooksOf, runInPlace } from "../notebooks.js";
import { note } from "../terminal/print.js";
import { jobsOption } from "./options.js";

const ACTIONS = ["run", "check"] as const;

type Action = (typeof ACTIONS)[number];

/** Runs a copy and says where it differs from the file; whether it does not. */
async function check(file: string, allowance: Allowance): Promise<boolean> {
  const before = readNotebook(file);
  let now = before;
  const well = await execute(file, allowance, sofar => {
    now = sofar;
  });
  const differences = compareNotebooks(before, now);
  for (const { cell, what } of differences) note(`${basename(file)}, cell ${cell}: ${what}`);
  if (well && differences.length === 0) note(`${basename(file)} is as committed`);
  return well && differences.length === 0;
}

/** What an action does with one notebook; whether it went well. */
const ACT: { readonly [A in Action]: (file: string, allowance: Allowance) => Promise<boolean> } = {
  run: runInPlace,
  check,
};

export const notebook: Command = command({
  command: "notebook <action> [files..]",
  describe: "run notebooks in place, or check that running them again gives what is committed; without Python",
  options: cli =>
    cli
      .positional("action", { choices: ACTIONS, demandOption: true })
      .positional("files", { type: "string", array: true, describe: "default: all notebooks of the project" })
      .options({
        limit: { type: "number", default: LIMIT, describe: "longest time of a cell, in seconds" },
        jobs: jobsOption,
      }),
  run: async ({ action, files, limit, jobs }, project) => {
    const chosen = files && files.length > 0 ? files.map(file => resolve(file)) : notebooksOf(project);
    for (const file of chosen) if (!existsSync(file)) refuse(`there is no notebook ${file}`);
    return (await forAll(chosen, { jobs, limit }, ACT[action])) ? EXIT.done : EXIT.failed;
  },
});
