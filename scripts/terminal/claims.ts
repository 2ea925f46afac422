import { placeOf } from "../../lib/display/claim-place.js";
import type { ClaimResult, ExperimentResult } from "../../lib/experiments/language/result.js";
import { table } from "./print.js";

const DIGITS = 4;

const text = (value: number | string): string =>
  typeof value === "string" || Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(DIGITS)));

const verdict = ({ holds, control }: ClaimResult): string =>
  control ? (holds ? "✓ fails, as a control must" : "✗ control does not fail") : holds ? "✓ holds" : "✗ FAILS";

/** The claims of an experiment as a table: measured, expected, tolerance, verdict and the worst place. */
export function claimsTable({ claims }: Pick<ExperimentResult, "claims">): string {
  const rows = claims.map(claim => [
    claim.name,
    claim.claim,
    text(claim.measured),
    text(claim.expected),
    text(claim.tolerance),
    verdict(claim),
    placeOf(claim),
  ]);
  return table([["claim", "kind", "measured", "expected", "tolerance", "verdict", "worst at"], ...rows]);
}

/** How many of the claims hold. */
export const heldOf = (claims: readonly ClaimResult[]): number => claims.filter(({ holds }) => holds).length;
