import { join } from "node:path";
import { refuse } from "../../lib/arithmetic/refusal.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { archivedResult } from "../archived.js";
import { type Command, EXIT, command } from "../command.js";
import { refuseFile, writeSigned } from "../outputs.js";
import { FORMATS, type Format, figureNames, interactivePage, writeFigure, writePlotly } from "../pictures.js";
import { note } from "../terminal/print.js";
import { profileOption } from "./options.js";

/** The figures asked for: the one of this name, or all. */
function chosen(result: ExperimentResult, name: string | undefined): readonly string[] {
  const names = figureNames(result);
  if (names.length === 0) return refuse(`${result.spec.id} has no figures`);
  if (name === undefined) return names;
  return names.includes(name) ? [name] : refuse(`${result.spec.id} has no figure "${name}", only ${names.join(", ")}`);
}

/** The format that the end of a file's name says; svg where it says none. */
const formatOf = (file: string = ""): Format =>
  FORMATS.find(format => file.toLowerCase().endsWith(`.${format}`)) ?? "svg";

/** How a figure is drawn. */
interface Style {
  readonly format: Format;
  readonly dark: boolean;
}

const drawn = (result: ExperimentResult, name: string, { format, dark }: Style): Promise<Uint8Array> =>
  writeFigure(result, name, dark ? "dark" : "light", format);

/** Into a folder of the experiment, whose pages share one plotly; returns the file. */
async function writeInFolder(result: ExperimentResult, name: string, style: Style): Promise<string> {
  const { id } = result.spec;
  const folder = `${id}.figures`;
  const file = join(folder, `${name}${style.dark && style.format !== "html" ? ".dark" : ""}.${style.format}`);
  refuseFile(file, id);
  const bytes =
    style.format === "html"
      ? Buffer.from(interactivePage(result, name, { from: "file", href: writePlotly(folder, id) }))
      : await drawn(result, name, style);
  writeSigned(file, style.format, bytes, id);
  return file;
}

export const figure: Command = command({
  command: "figure <id> [name]",
  describe:
    "draw the figures of an experiment, of a spec of your own or of a folder of results, or the one of this name",
  options: cli =>
    cli
      .positional("id", { type: "string", demandOption: true, describe: "id, spec file, or folder of `flows run`" })
      .positional("name", { type: "string" })
      .options({
        format: {
          choices: FORMATS,
          describe: "picture, interactive page, or plotly JSON (default: as -o ends, or svg)",
        },
        profile: profileOption,
        dark: { type: "boolean", default: false, describe: "on dark paper (a page has both)" },
        output: {
          alias: "o",
          type: "string",
          describe: "file, or - for stdout; default: <id>.figures/<figure>.<format> here",
        },
      }),
  run: async ({ id: word, name, profile, format: asked, dark, output }, project) => {
    const format = asked ?? formatOf(output);
    const result = archivedResult(project, word, profile);
    const { id } = result.spec;
    const names = chosen(result, name);
    if (output !== undefined && names.length > 1) refuse(`${id} has several figures: name one of ${names.join(", ")}`);
    if (output === "-") process.stdout.write(await drawn(result, names[0], { format, dark }));
    else if (output !== undefined) {
      refuseFile(output, id);
      writeSigned(output, format, await drawn(result, names[0], { format, dark }), id);
      note(output);
    } else for (const each of names) note(await writeInFolder(result, each, { format, dark }));
    return EXIT.done;
  },
});
