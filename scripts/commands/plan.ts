import type { Planned } from "../../lib/experiments/archive/work/planned.js";
import { type Command, EXIT, command } from "../command.js";
import { costSentence, makePlan, storeOf } from "../planning.js";
import { currentCode, filesOfWords, loadProfile, prepareAll } from "../specs.js";
import { duration, size } from "../terminal/amounts.js";
import { note, print, printJson, table } from "../terminal/print.js";
import { jobsOption, jsonOption, profileOption, storeOption, threadsOption } from "./options.js";

/** Units that a terminal shows; programs read all of them. */
const SHOWN = 40;

const row = ({ hash, seconds, memory, disk, done, experiment, unit }: Planned): readonly string[] => [
  hash.slice(0, 12),
  done ? "done" : duration(seconds),
  size(memory),
  size(disk),
  `${experiment}: ${unit}`,
];

function show(plan: readonly Planned[], jobs: number): void {
  print(table([["hash", "time", "memory", "disk", "unit"], ...plan.slice(0, SHOWN).map(row)]));
  if (plan.length > SHOWN) print(`and ${plan.length - SHOWN} more (--json shows all)`);
  print(`\n${costSentence(plan, jobs)}`);
}

export const plan: Command = command({
  command: "plan <spec..>",
  describe: "every unit of work with its hash, inputs, output, and what it will take, measured by short pilots",
  options: cli =>
    cli.positional("spec", { type: "string", array: true, demandOption: true }).options({
      profile: profileOption,
      store: storeOption,
      jobs: jobsOption,
      threads: threadsOption,
      json: jsonOption,
    }),
  run: async ({ spec, profile, store, jobs, threads, json }, project) => {
    const specs = loadProfile(project, filesOfWords(project, spec), profile);
    if (!specs) return EXIT.wrong;
    const folder = storeOf(project, store);
    const planned = await makePlan(project, prepareAll(project, specs, currentCode()), { store: folder, threads });
    if (json) printJson(planned.map(({ order: _, ...unit }) => unit));
    else show(planned, jobs);
    note(
      `the units are written down in ${folder}: ` +
        `\`flows compute HASH…\` does some, \`flows collect\` puts them together`,
    );
    return EXIT.done;
  },
});
