import type { ClaimResult } from "../../experiments/language/result.js";
import { placeOf } from "../../display/claim-place.js";
import { htmlTable, type Table, textTable } from "./table.js";

const DIGITS = 5;

const number = (value: number | string): string =>
  typeof value === "number" ? String(Number(value.toPrecision(DIGITS))) : value;

const RELATION: { readonly [C in ClaimResult["claim"]]: string } = {
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
const tableOf = (claims: readonly ClaimResult[]): Table => ({
  columns: ["", "claim", "measured", "expected", "tolerance", "worst at", "because"],
  rows: claims.map(row),
});

const summary = (claims: readonly ClaimResult[]): string =>
  `${claims.filter(({ holds }) => holds).length} of ${claims.length} claims hold`;

export const claimsHtml = (claims: readonly ClaimResult[]): string =>
  `<p>${summary(claims)}</p>\n${htmlTable(tableOf(claims))}`;

export const claimsText = (claims: readonly ClaimResult[]): string =>
  `${summary(claims)}\n${textTable(tableOf(claims))}`;
