import type { ClaimResult } from "../../experiments/language/result.js";
import { placeOf } from "../claim-place.js";
import type { Table } from "./table.js";

/** Digits of the numbers in all tables. */
export const DIGITS = 5;

/** A number of a result with the digits of all tables; texts as they are. */
export const number = (value: number | string): string =>
  typeof value === "number" ? String(Number(value.toPrecision(DIGITS))) : value;

/** What stands before the expected value. */
export const RELATION: { readonly [C in ClaimResult["claim"]]: string } = {
  equal: "= ",
  "at-most": "≤ ",
  "at-least": "≥ ",
  monotone: "",
  ends: "",
};

const verdict = ({ holds, control }: ClaimResult): string =>
  control ? (holds ? "✓ fails, as a control must" : "✗ should fail") : holds ? "✓" : "✗";

const row = (claim: ClaimResult): readonly string[] => [
  verdict(claim),
  claim.name,
  number(claim.measured),
  `${RELATION[claim.claim]}${number(claim.expected)}`,
  claim.claim === "ends" ? "" : number(claim.tolerance),
  placeOf(claim),
  claim.because,
];

/** Every claim with the numbers that decide it, at the worst place. */
export const claimsTable = (claims: readonly ClaimResult[]): Table => ({
  columns: ["", "claim", "measured", "expected", "tolerance", "worst at", "because"],
  rows: claims.map(row),
});

/** "7 of 7 claims hold" */
export const tally = (claims: readonly ClaimResult[]): string =>
  `${claims.filter(({ holds }) => holds).length} of ${claims.length} claims hold`;
