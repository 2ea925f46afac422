import { type Command, EXIT, command } from "../command.js";
import { filesOfWords, loadAll } from "../specs.js";
import { note } from "../terminal/print.js";

export const check: Command = command({
  command: "check <spec..>",
  describe: "check specs (files, folders, globs or ids): all problems at once",
  options: cli => cli.positional("spec", { type: "string", array: true, demandOption: true }),
  run: async ({ spec }, project) => {
    const files = filesOfWords(project, spec);
    const loaded = loadAll(project, files, true);
    if (!loaded) return EXIT.wrong;
    note(`${loaded.length} spec${loaded.length === 1 ? "" : "s"} checked: no problems`);
    return EXIT.done;
  },
});
