import { type Command, EXIT, command } from "../command.js";
import { standards } from "../../lib/experiments/language/check/standards.js";
import { filesOfWords, loadAll, printProblems } from "../specs.js";
import { note } from "../terminal/print.js";

export const check: Command = command({
  command: "check <spec..>",
  describe: "check specs (files, folders, globs or ids): all problems at once",
  options: cli =>
    cli.positional("spec", { type: "string", array: true, demandOption: true }).option("strict", {
      type: "boolean",
      default: false,
      describe:
        "hold the claims against the standards, too: scales that are always 1, orders without rates, no control",
    }),
  run: async ({ spec, strict }, project) => {
    const files = filesOfWords(project, spec);
    const loaded = loadAll(project, files, true);
    if (!loaded) return EXIT.wrong;
    const short = strict ? loaded.flatMap(({ path, spec: checked }) => standards(checked, `${path}.json`)) : [];
    printProblems(short);
    if (short.length > 0) return EXIT.wrong;
    note(`${loaded.length} spec${loaded.length === 1 ? "" : "s"} checked: no problems`);
    return EXIT.done;
  },
});
