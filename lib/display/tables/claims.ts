import type { ClaimResult, ExperimentResult } from "../../experiments/language/result.js";
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
          `${name}: published ${publishedNumber(published)} ` +
            `(${published.source})${published.differs === undefined ? "" : `; ours differs: ${published.differs}`}`,
        ],
  );

/** A claim that was judged, with the sentence in which its spec says it, if it does. */
export type SaidClaim = ClaimResult & { readonly says?: string };

/** The claims of a result, each with its sentence. */
export const saidClaims = ({ claims, spec }: Pick<ExperimentResult, "claims" | "spec">): readonly SaidClaim[] =>
  claims.map(claim => ({ ...claim, says: spec.claims[claim.name]?.says }));

/** The columns that a table has only where a claim has something for them. */
interface Columns {
  readonly says: boolean;
  readonly published: boolean;
}

const row = (claim: SaidClaim, { says, published }: Columns): readonly string[] => [
  verdict(claim),
  claim.name,
  ...(says ? [claim.says ?? ""] : []),
  number(claim.measured),
  ...(published ? [publishedNumber(claim.published)] : []),
  `${RELATION[claim.claim]}${number(claim.expected)}`,
  claim.claim === "ends" ? "" : number(claim.tolerance),
  placeOf(claim),
  claim.because,
];

/**
 * Every claim with the numbers that decide it, at the worst place; what it says and published numbers where there are
 * any.
 */
export const claimsTable = (claims: readonly SaidClaim[]): Table => {
  const columns: Columns = {
    says: claims.some(({ says }) => says !== undefined),
    published: claims.some(({ published }) => published !== undefined),
  };
  const [says, published] = [columns.says ? ["says"] : [], columns.published ? ["published"] : []];
  return {
    columns: ["", "claim", ...says, "measured", ...published, "expected", "tolerance", "worst at", "because"],
    rows: claims.map(claim => row(claim, columns)),
  };
};

/** "7 of 7 claims hold" */
export const tally = (claims: readonly ClaimResult[]): string =>
  `${claims.filter(({ holds }) => holds).length} of ${claims.length} claims hold`;
