import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import yargs from "yargs";
import { refuse } from "../lib/arithmetic/refusal.js";
import { projectAt, specFiles } from "../lib/experiments/archive/work/project.js";
import { versionOf } from "../lib/experiments/archive/provenance.js";
import { explain } from "../lib/experiments/archive/explain.js";
import { type Command, EXIT, type ExitCode } from "./command.js";
import { catalogue } from "./commands/catalogue.js";
import { check } from "./commands/check.js";
import { claims } from "./commands/claims.js";
import { coverage } from "./commands/coverage.js";
import { exportWork } from "./commands/export.js";
import { figure } from "./commands/figure.js";
import { kernel } from "./commands/kernel.js";
import { lab } from "./commands/lab.js";
import { list } from "./commands/list.js";
import { create } from "./commands/new.js";
import { notebook } from "./commands/notebook.js";
import { reproduce } from "./commands/reproduce.js";
import { run } from "./commands/run.js";
import { verify } from "./commands/verify.js";
import { why } from "./commands/why.js";
import { collect } from "./commands/collect.js";
import { plan } from "./commands/plan.js";
import { status } from "./commands/status.js";
import { units } from "./commands/units.js";
import { packageRoot } from "./specs.js";
import { note } from "./terminal/print.js";

const commands: readonly Command[] = [
  run,
  reproduce,
  verify,
  check,
  list,
  why,
  plan,
  units,
  collect,
  exportWork,
  status,
  coverage,
  catalogue,
  figure,
  claims,
  create,
  notebook,
  kernel,
  lab,
];

/** One line, no stack, for a wrong command line, a refusal, the operating system, or a mistake of this program. */
function report(error: unknown): ExitCode {
  const { refused, reason } = explain(error);
  note(`flows: ${reason}`);
  return refused ? EXIT.wrong : EXIT.failed;
}

/** yargs gives either its own message about wrong words, or the error that a command threw. */
function fail(message: string | null, error: Error | undefined): never {
  if (error === undefined || error.name === "YError") refuse(message ?? error?.message ?? "wrong words");
  throw error;
}

/** A reader such as `head` has seen enough; a disk that takes standard output may be full. */
function closed(error: NodeJS.ErrnoException): void {
  error.path = "standard output";
  process.exit(error.code === "EPIPE" ? EXIT.done : report(error));
}

/** The project: this clone; where the package is installed, the folder of the user if it has experiments of its own. */
const home = (): string =>
  basename(dirname(packageRoot)) === "node_modules" && existsSync("experiments") ? process.cwd() : packageRoot;

/** Commands whose words are experiments. */
const NAMING = ["run", "check", "figure", "claims", "why"];

/** What a shell may put in the place of the last word: the ids of the project, or else what yargs knows. */
function suggest(
  current: string,
  { _: [, name], project }: { readonly _: readonly unknown[]; readonly project?: unknown },
  known: () => unknown,
  done: (words: string[]) => unknown,
): void {
  if (!NAMING.includes(String(name)) || current.startsWith("-")) return void known();
  const files = specFiles(projectAt(typeof project === "string" ? project : home()));
  const names = files.map(({ path }) => (current.includes("/") ? path : basename(path)));
  done(names.filter(each => each.startsWith(current)));
}

/** What yargs says of a word that it does not know, and of one that is nearly a command. */
const SENTENCES = {
  "Unknown argument: %s": {
    one: "there is no command or option %s: `flows --help` lists them",
    other: "there are no commands or options %s: `flows --help` lists them",
  },
  "Did you mean %s?": 'there is no such command: did you mean "%s"? `flows --help` lists all',
} as unknown as Record<string, string>;

/** Runs a command line; returns the exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  process.stdout.off("error", closed).on("error", closed);
  let code: ExitCode = EXIT.done;
  const cli = yargs()
    .scriptName("flows")
    .version(versionOf(packageRoot))
    .usage("$0 <command>: gradient flows from specs to verified figures")
    .option("project", {
      type: "string",
      default: home(),
      describe: "folder with experiments/ and results/",
      global: true,
    });
  const complete = commands.reduce(
    (line, add) =>
      add(line, exit => {
        code = exit;
      }),
    cli as ReturnType<typeof yargs>,
  );
  try {
    await complete
      .strict()
      .updateStrings(SENTENCES)
      .demandCommand(1, "a command is needed; `flows --help` lists them")
      .recommendCommands()
      .completion("completion", "print a script that lets the shell complete commands, options and ids", suggest)
      .wrap(120)
      .exitProcess(false)
      .fail(fail)
      .parseAsync(args);
    return code;
  } catch (error) {
    return report(error);
  }
}
