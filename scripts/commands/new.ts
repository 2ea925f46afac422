import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { inLetters } from "../../lib/display/figures/plain-text.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { writeWhole } from "../../lib/experiments/archive/disk.js";
import { type Command, EXIT, command } from "../command.js";
import { packageRoot } from "../specs.js";
import { print } from "../terminal/print.js";

const folder = join(packageRoot, "scripts", "templates");

const templates = (): readonly string[] => readdirSync(folder).map(name => basename(name, ".json"));

const readTemplate = (name: string): { readonly title: string } =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as { readonly title: string };

/** Every template and what it is about. */
const contents = (): string =>
  templates()
    .map(name => `  ${name.padEnd(12)} ${inLetters(readTemplate(name).title)}`)
    .join("\n");

/** The template as a spec at `file`: its id is the name of the file, its `$schema` leads to the schemas from there. */
function instantiate(template: string, file: string): string {
  const schema = relative(dirname(file), join(packageRoot, "schemas", "experiment.schema.json")).replaceAll("\\", "/");
  return readFileSync(join(folder, `${template}.json`), "utf8")
    .replace("../../schemas/experiment.schema.json", schema)
    .replace(`"id": "${template}"`, `"id": ${JSON.stringify(basename(file, ".json"))}`);
}

export const create: Command = command({
  command: "new <template> [file]",
  describe: "write a spec to start from",
  options: cli =>
    cli
      .positional("template", { type: "string", demandOption: true, choices: templates() })
      .positional("file", { type: "string", describe: "default: <template>.json here" })
      .epilogue(`Templates:\n${contents()}`),
  run: async ({ template, file = `${template}.json` }) => {
    const target = resolve(file);
    if (existsSync(target)) refuse(`${file} exists already`);
    if (!/^[a-z0-9-]+\.json$/.test(basename(target)))
      refuse(`${basename(target)} must be small letters, digits and hyphens, and end with .json`);
    writeWhole(target, instantiate(template, target));
    print(`${file} written; \`flows run ${file}\` runs it, an editor that knows JSON Schema completes it`);
    return EXIT.done;
  },
});
