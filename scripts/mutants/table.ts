import { whyHarmless } from "./harmless.js";
import { type Memory, type Mutant, NOTICES, type Notice, type Outcome } from "./outcome.js";

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;

/** An expression in one line of a table. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}

const sourceOf = (file: string): string => file.replace(/^dist\//, "").replace(/\.js$/, ".ts");

type Tried = readonly (readonly [Mutant, Outcome])[];

const count = (tried: Tried, notices: readonly (Notice | undefined)[]): number =>
  tried.filter(([, { notice }]) => notices.includes(notice)).length;

const BY_EXPERIMENTS: readonly Notice[] = NOTICES.filter(notice => notice !== "unit test");

/** Tried, by claims, by experiments, by anybody. */
const counts = (tried: Tried): string =>
  [tried.length, count(tried, ["claim"]), count(tried, BY_EXPERIMENTS), count(tried, NOTICES)].join(" | ");

/** What became of the errors, as a page: the numbers, by area, and every error that nobody noticed. */
export function tableOf(mutants: readonly Mutant[], { outcomes, done }: Memory, all: number): string {
  const tried: Tried = mutants.flatMap((mutant, i) => (i in outcomes ? [[mutant, outcomes[i]] as const] : []));
  const areas = [...new Set(mutants.map(({ area }) => area))];
  const [claims, experiments, anybody] = [["claim"] as const, BY_EXPERIMENTS, NOTICES].map(list => count(tried, list));
  const share = (n: number): string => `${n} (${percent(n, tried.length)})`;
  const open = tried.filter(([, { notice }]) => !notice);
  const survivors = open.map(([mutant, { experiments: asked, tests }]) => {
    const { file, kind, before, after } = mutant;
    const cells = [sourceOf(file), kind, shown(before), shown(after), asked, tests, whyHarmless(mutant) ?? ""];
    return `| ${cells.join(" | ")} |`;
  });
  const harmless = open.filter(([mutant]) => whyHarmless(mutant)).length;
  return [
    "# Errors on purpose",
    "",
    "Made by `npm run test:mutants`: errors of one letter (a sign, a factor, a term, a constant) in the compiled code, as",
    "many in every area of the mathematics, at places drawn by lot, one at a time. Each is given to the experiments that",
    "run the function in which it stands, the cheapest first, without the bits of the archive, until one notices it, and",
    "otherwise to the nearest unit tests. Who is asked later is not asked at all: the columns are lower bounds. An error",
    "that is not noticed yet stays open until all experiments and tests that run it were asked.",
    "",
    `Run by an experiment or given to a test: ${tried.length} of ${mutants.length}. Of these, claims alone notice ${share(claims)}; with the certificate, refusals and other ends of runs ${share(experiments)}; with the unit tests ${share(anybody)}.`,
    `Experiments asked so far: ${done.length} of ${all}.`,
    "",
    "| noticed by | errors |",
    "|---|---|",
    ...NOTICES.map(notice => `| ${notice} | ${count(tried, [notice])} |`),
    `| nobody so far, as it cannot matter | ${harmless} |`,
    `| nobody so far | ${open.length - harmless} |`,
    "",
    "| area | tried | by claims | by experiments | by anybody |",
    "|---|---|---|---|---|",
    ...areas.map(area => `| ${area} | ${counts(tried.filter(([mutant]) => mutant.area === area))} |`),
    "",
    "## Not noticed so far",
    "",
    "| file | error | before | after | experiments asked | files of tests asked | why it cannot matter |",
    "|---|---|---|---|---|---|---|",
    ...survivors,
    "",
  ].join("\n");
}
