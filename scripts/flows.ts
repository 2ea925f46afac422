import yargs from "yargs";
import { refuse } from "../lib/arithmetic/refusal.js";
import { explain } from "../lib/experiments/archive/explain.js";
import { type Command, EXIT, type ExitCode } from "./command.js";
import { catalogue } from "./commands/catalogue.js";
import { check } from "./commands/check.js";
import { claims } from "./commands/claims.js";
import { coverage } from "./commands/coverage.js";
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
import { packageRoot } from "./specs.js";
import { note } from "./terminal/print.js";

const commands: readonly Command[] = [
  run,
  reproduce,
  verify,
  check,
  list,
  why,
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

/** Runs a command line; returns the exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  process.stdout.on("error", closed);
  let code: ExitCode = EXIT.done;
  const cli = yargs()
    .scriptName("flows")
    .usage("$0 <command>: gradient flows from specs to verified figures")
    .option("project", {
      type: "string",
      default: packageRoot,
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
      .demandCommand(1, "a command is needed; `flows --help` lists them")
      .recommendCommands()
      .wrap(120)
      .exitProcess(false)
      .fail(fail)
      .parseAsync(args);
    return code;
  } catch (error) {
    return report(error);
  }
}
