/** What the terminal says of a result, in letters: mathematics of titles, claims and labels is no TeX there. */
import { inLetters } from "../../lib/display/figures/plain-text.js";
import { publishedSources, type SaidClaim, saidClaims } from "../../lib/display/tables/claims.js";
import { textTable } from "../../lib/display/tables/table.js";
import { valuesTable } from "../../lib/display/tables/values.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { claimsTable } from "./claims.js";
import { runsReport } from "./runs.js";

const paragraphs = (parts: readonly string[]): string => parts.filter(part => part !== "").join("\n\n");

/** What a claim says and, below it, why its tolerance is what it is. */
const reason = ({ name, says, because }: SaidClaim): string =>
  `${name}: ${says === undefined ? "" : `${inLetters(says)}\n  `}${inLetters(because)}`;

/** The claims of a result: the table, a line for each, and where published numbers stand. */
export const claimsReport = (result: ExperimentResult): string =>
  paragraphs([
    inLetters(result.spec.title),
    claimsTable(result),
    saidClaims(result).map(reason).join("\n"),
    publishedSources(result.claims).map(inLetters).join("\n"),
  ]);

/** A result just computed: its few numbers, its claims, what its runs say, and where it lies. */
export function resultReport(result: ExperimentResult, where: string): string {
  const values = valuesTable(result);
  const numbers = values.rows.length === 0 ? "" : textTable(values);
  return paragraphs([inLetters(result.spec.title), numbers, claimsTable(result), runsReport(result), where]);
}
