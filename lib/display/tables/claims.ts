import type { ClaimResult } from "../../experiments/language/result.js";
import type { Published } from "../../experiments/language/types.generated.js";
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

/** "0.031 ± 0.024", and nothing where nothing is published. */
export const publishedNumber = (published: Published | undefined): string =>
  published === undefined
    ? ""
    : `${number(published.value)}${published.spread === undefined ? "" : ` ± ${number(published.spread)}`}`;

/** Where published numbers stand, and how our set-up differs: one line for each. */
export const publishedSources = (claims: readonly ClaimResult[]): readonly string[] =>
  claims.flatMap(({ name, published }) =>
    published === undefined
      ? []
      : [
          `${name}: published ${publishedNumber(published)} (${published.source})${published.differs === undefined ? "" : `; ours differs: ${published.differs}`}`,
        ],
  );

const row = (claim: ClaimResult, compared: boolean): readonly string[] => [
  verdict(claim),
  claim.name,
  number(claim.measured),
  ...(compared ? [publishedNumber(claim.published)] : []),
  `${RELATION[claim.claim]}${number(claim.expected)}`,
  claim.claim === "ends" ? "" : number(claim.tolerance),
  placeOf(claim),
  claim.because,
];

/** Whether a published number stands beside any of them. */
const isCompared = (claims: readonly ClaimResult[]): boolean => claims.some(({ published }) => published !== undefined);

/** Every claim with the numbers that decide it, at the worst place; published numbers where there are any. */
export const claimsTable = (claims: readonly ClaimResult[]): Table => {
  const compared = isCompared(claims);
  const published = compared ? ["published"] : [];
  return {
    columns: ["", "claim", "measured", ...published, "expected", "tolerance", "worst at", "because"],
    rows: claims.map(claim => row(claim, compared)),
  };
};

/** "7 of 7 claims hold" */
export const tally = (claims: readonly ClaimResult[]): string =>
  `${claims.filter(({ holds }) => holds).length} of ${claims.length} claims hold`;
