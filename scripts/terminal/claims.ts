import { claimsTable as claimsAsTable } from "../../lib/display/tables/claims.js";
import { type Table, textTable } from "../../lib/display/tables/table.js";
import type { ClaimResult, ExperimentResult } from "../../lib/experiments/language/result.js";

/** Letters of a cell that are shown: why a run failed stands with the run. */
const WIDEST = 48;

/** A table without its last column, for which a terminal has no room. */
const withoutLast = ({ columns, rows }: Table): Table => ({
  columns: columns.slice(0, -1),
  rows: rows.map(cells => cells.slice(0, -1)),
});

/**
 * The claims of an experiment as a table: verdict, measured, expected, tolerance and the worst place, without reasons.
 */
export const claimsTable = ({ claims }: Pick<ExperimentResult, "claims">): string =>
  textTable(withoutLast(claimsAsTable(claims)), WIDEST);

/** How many of the claims hold. */
export const heldOf = (claims: readonly ClaimResult[]): number => claims.filter(({ holds }) => holds).length;
