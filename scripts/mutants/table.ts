import { type Mutant, NOTICES, type Outcome } from "./trial.js";

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`;

/** An expression in one line of a table. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}

const sourceOf = (file: string): string => file.replace(/^dist\//, "").replace(/\.js$/, ".ts");

/** What became of the mutants, as a page: the numbers, and every error that nobody noticed. */
export function tableOf(mutants: readonly Mutant[], outcomes: readonly Outcome[]): string {
  const total = mutants.length;
  const count = (notice: Outcome["notice"]): number => outcomes.filter(outcome => outcome.notice === notice).length;
  const unit = count("unit test");
  const missed = count(undefined);
  const rows = NOTICES.map(notice => `| ${notice} | ${count(notice)} |`);
  const survivors = mutants.flatMap(({ file, kind, before, after }, i) =>
    outcomes[i].notice
      ? []
      : [`| ${sourceOf(file)} | ${kind} | ${shown(before)} | ${shown(after)} | ${outcomes[i].asked} |`],
  );
  return [
    "# Errors on purpose",
    "",
    `Made by \`npm run test:mutants\`: ${total} errors of one letter (a sign, a factor, a term, a constant) at random places`,
    "of `lib/numerics`, `lib/systems` and `lib/dynamics`, one at a time. Each is given to all experiments that run the",
    "place, without the bits of the archive, and, if none notices it, to the unit tests.",
    "",
    `Experiments alone notice ${total - unit - missed} of ${total} (${percent(total - unit - missed, total)}), with the unit tests ${total - missed} (${percent(total - missed, total)}).`,
    "",
    "| noticed by | errors |",
    "|---|---|",
    ...rows,
    `| nobody | ${missed} |`,
    "",
    "## Not noticed",
    "",
    "| file | error | before | after | asked |",
    "|---|---|---|---|---|",
    ...survivors,
    "",
  ].join("\n");
}
