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

const runOf = (tried: Tried): Tried => tried.filter(([, { experiments }]) => experiments > 0);

/** A claim does not hold: by its numbers, or as a run that it reads has none any more. */
const BY_CLAIMS: readonly Notice[] = ["claim", "refusal", "end"];
const BY_EXPERIMENTS: readonly Notice[] = NOTICES.filter(notice => notice !== "unit test");

/** Noticed by the numbers of claims, by claims, by experiments, by anybody. */
const noticed = (tried: Tried): readonly number[] =>
  [["claim"] as const, BY_CLAIMS, BY_EXPERIMENTS, NOTICES].map(notices => count(tried, notices));

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** Tried, run by experiments, and of these by whom they are noticed; and of all that are tried, by anybody. */
const counts = (tried: Tried): readonly number[] => [
  tried.length,
  runOf(tried).length,
  ...noticed(runOf(tried)),
  count(tried, NOTICES),
];

/** A sentence of how many, over all of them. */
function scoreOf(what: string, tried: Tried): string {
  const [numbers, claims, experiments, anybody] = noticed(tried).map(n => `${n} (${percent(n, tried.length)})`);
  return `${what}: ${tried.length}. Of these, claims alone notice ${claims}, ${numbers} by a number and the rest as a run that they read ends otherwise; with the certificate ${experiments}; with the unit tests ${anybody}.`;
}

const describedBy = ([mutant]: readonly [Mutant, Outcome]): readonly string[] => [
  sourceOf(mutant.file),
  mutant.kind,
  shown(mutant.before),
  shown(mutant.after),
];

/** What became of the errors, as a page: the numbers, by area, and every error that no claim notices. */
export function tableOf(mutants: readonly Mutant[], { outcomes, done }: Memory, all: number): string {
  const tried: Tried = mutants.flatMap((mutant, i) => (i in outcomes ? [[mutant, outcomes[i]] as const] : []));
  const areas = [...new Set(mutants.map(({ area }) => area))];
  const open = tried.filter(([, { notice }]) => !notice);
  const others = runOf(tried).filter(([, { notice }]) => notice && notice !== "claim");
  const harmless = open.filter(([mutant]) => whyHarmless(mutant));
  return [
    "# Errors on purpose",
    "",
    "Made by `npm run test:mutants`: errors of one letter (a sign, a factor, a term, a constant) in the compiled code, as",
    "many in every area of the mathematics, at places drawn by lot, one at a time. Each is given to the experiments that",
    "run the place at which it stands, the cheapest first, without the bits of the archive, until a claim notices it. What",
    "no experiment notices is given to the nearest unit tests. Unit tests are not asked about what an experiment notices.",
    "An error at a place that no experiment runs is none of theirs: their score is over those that they run.",
    "What survives is mended and asked again, so that the numbers of one draw flatter; `--seed` draws other places.",
    "",
    scoreOf("Run by experiments", runOf(tried)),
    "",
    scoreOf(
      "The same without those that cannot matter",
      runOf(tried).filter(pair => !harmless.includes(pair)),
    ),
    "",
    scoreOf(`Run by experiments or given to a unit test, of ${mutants.length} drawn`, tried),
    "",
    `Experiments asked so far: ${done.length} of ${all}.`,
    "",
    "| noticed by | errors |",
    "|---|---|",
    ...NOTICES.map(notice => row([notice, count(tried, [notice])])),
    row(["nobody so far, as it cannot matter", harmless.length]),
    row(["nobody so far", open.length - harmless.length]),
    "",
    "| area | tried | run by experiments | of these by numbers | by claims | by experiments | by anybody | of all by anybody |",
    "|---|---|---|---|---|---|---|---|",
    ...areas.map(area => row([area, ...counts(tried.filter(([mutant]) => mutant.area === area))])),
    "",
    "## Not noticed so far",
    "",
    "| file | error | before | after | experiments asked | files of tests asked | why it cannot matter |",
    "|---|---|---|---|---|---|---|",
    ...open.map(pair => row([...describedBy(pair), pair[1].experiments, pair[1].tests, whyHarmless(pair[0]) ?? ""])),
    "",
    "## Run by experiments, and not noticed by a number so far",
    "",
    "| file | error | before | after | experiments asked | noticed by |",
    "|---|---|---|---|---|---|",
    ...others.map(pair => row([...describedBy(pair), pair[1].experiments, pair[1].notice ?? ""])),
    "",
  ].join("\n");
}
