import { reasonsFor } from "../../lib/experiments/archive/work/history.js";
import { type Command, EXIT, command } from "../command.js";
import { specNamed } from "../../lib/experiments/archive/work/project.js";
import { currentCode, loadAll, prepareAll } from "../specs.js";
import { print } from "../terminal/print.js";

export const why: Command = command({
  command: "why <id>",
  describe: "what `reproduce` would run again of an experiment, and because of what",
  options: cli => cli.positional("id", { type: "string", demandOption: true }),
  run: async ({ id }, project) => {
    const specs = loadAll(project, [specNamed(project, id)]);
    if (!specs) return EXIT.wrong;
    const [prepared] = prepareAll(project, specs, currentCode());
    const { archive, open, units, because } = reasonsFor(project, prepared);
    print(`archive: ${archive}`);
    print(
      open.length === 0
        ? `nothing would be run again: all ${units} units are in the cache`
        : `${open.length} of ${units} units would be run:`,
    );
    for (const line of [...because, ...open]) print(`  ${line}`);
    return EXIT.done;
  },
});
