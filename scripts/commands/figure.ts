import { writeFileSync } from "node:fs";
import { refuse } from "../../lib/arithmetic/refusal.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { archivedResult } from "../archived.js";
import { type Command, EXIT, command } from "../command.js";
import { FORMATS, figureNames, writeFigure } from "../pictures.js";
import { note } from "../terminal/print.js";

/** The figures asked for: the one of this name, or all. */
function chosen(result: ExperimentResult, name: string | undefined): readonly string[] {
  const names = figureNames(result);
  if (name === undefined) return names;
  return names.includes(name) ? [name] : refuse(`${result.spec.id} has no figure "${name}", only ${names.join(", ")}`);
}

export const figure: Command = command({
  command: "figure <id> [name]",
  describe: "draw the figures of an archived experiment, or the one of this name",
  options: cli =>
    cli
      .positional("id", { type: "string", demandOption: true })
      .positional("name", { type: "string" })
      .options({
        format: { choices: FORMATS, default: "html" as const, describe: "interactive page, picture, or plotly JSON" },
        dark: { type: "boolean", default: false, describe: "on dark paper (a page has both)" },
        output: { alias: "o", type: "string", describe: "file, or - for stdout; default: <id>-<figure>.<format> here" },
      }),
  run: async ({ id, name, format, dark, output }, project) => {
    const result = archivedResult(project, id);
    const names = chosen(result, name);
    if (output !== undefined && names.length > 1)
      refuse(`${result.spec.id} has several figures: name one of ${names.join(", ")}`);
    for (const each of names) {
      const bytes = await writeFigure(result, each, dark ? "dark" : "light", format);
      const file = output ?? `${result.spec.id}-${each}.${format}`;
      if (file === "-") process.stdout.write(bytes);
      else writeFileSync(file, bytes);
      if (file !== "-") note(file);
    }
    return EXIT.done;
  },
});
