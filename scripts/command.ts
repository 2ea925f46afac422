import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Argv } from "yargs";
import { refuse } from "../lib/arithmetic/refusal.js";
import { type Project, projectAt } from "../lib/experiments/archive/work/project.js";

/**
 * 0: done, and all claims hold. 1: a claim fails or results differ. 2: wrong input, nothing written. 130: interrupted.
 */
export const EXIT = { done: 0, failed: 1, wrong: 2, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command of `flows`: its words for yargs, and what it does with them. */
export interface Definition<A> {
  readonly command: string;
  readonly describe: string;
  readonly options: (cli: Argv) => Argv<A>;
  readonly run: (args: A, project: Project) => Promise<ExitCode>;
}

/** What yargs says of too few words; y18n takes a sentence for one and for several. */
const TOO_FEW = "Not enough non-option arguments: got %s, need at least %s";

/** A command line that says which words a command wants where some are missing. */
function explained(cli: Argv, words: string): Argv {
  const sentence =
    `\`flows ${words}\`: given are %s words, at least %s needed; ` +
    `\`flows ${words.split(" ")[0]} --help\` explains them`;
  return cli.updateStrings({ [TOO_FEW]: { one: sentence, other: sentence } } as unknown as Record<string, string>);
}

/** Adds itself to a command line; `exit` receives its exit code. */
export type Command = (cli: Argv, exit: (code: ExitCode) => void) => Argv;

/** Options that take one value; given twice, yargs makes a list of them. */
function givenOnce(line: Argv, args: Readonly<Record<string, unknown>>): true {
  const { array } = (line as unknown as { getOptions(): { readonly array: readonly string[] } }).getOptions();
  const twice = Object.keys(args).find(name => name !== "_" && Array.isArray(args[name]) && !array.includes(name));
  return twice === undefined ? true : refuse(`--${twice} is given several times: give it once`);
}

/** A command whose arguments have the types that its options declare; `--project` is common to all. */
export const command =
  <A>({ command: words, describe, options, run }: Definition<A>): Command =>
  (cli, exit) =>
    cli.command(
      words,
      describe,
      line => options(explained(line, words)).check(args => givenOnce(line, args), false),
      async args => {
        const { project } = args as unknown as { readonly project: string };
        if (!statSync(resolve(project), { throwIfNoEntry: false })?.isDirectory())
          refuse(`there is no folder ${project}: give --project a folder with experiments/`);
        exit(await run(args as unknown as A, projectAt(resolve(project))));
      },
    );
