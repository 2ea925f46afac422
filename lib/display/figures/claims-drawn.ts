/** Claims at the point of the axes that a figure draws, so that its badges speak of what is seen. */
import { parse } from "../../experiments/language/formula/parser.js";
import { children, type Selection, type Tree } from "../../experiments/language/formula/tree.js";
import { claimsOf, judge } from "../../experiments/language/claims.js";
import type { ClaimResult } from "../../experiments/language/result.js";
import type { Claim } from "../../experiments/language/types.generated.js";
import type { Source } from "./plotly-figure.js";

/** What of a binding says which point is drawn: `at`, and the selections in the formulas of its series. */
type Drawn = { readonly at?: Readonly<Record<string, string | number | undefined>> } & Readonly<
  Record<string, unknown>
>;

const selections = (tree: Tree): readonly Selection[] => [
  ...(tree.op === "select" ? [tree.selection] : []),
  ...children(tree).flatMap(selections),
];

/** The formulas of all series of a binding. */
const formulasIn = (value: unknown): readonly string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, part]) =>
        key === "of" && typeof part === "string" ? [part] : formulasIn(part),
      );

/** Dimension -> the one label that a figure draws, where it draws only one. */
function pointDrawn(binding: Drawn): ReadonlyMap<string, string> {
  const chosen = [
    ...Object.entries(binding.at ?? {}).map(([dim, label]) => [dim, String(label)] as const),
    ...formulasIn(binding).flatMap(formula => selections(parse(formula)).map(s => [s.dim, s.label] as const)),
  ];
  const labels = (dim: string): ReadonlySet<string> => new Set(chosen.filter(([d]) => d === dim).map(([, l]) => l));
  return new Map(chosen.filter(([dim]) => labels(dim).size === 1));
}

const FORMULAS = ["measured", "expected", "bound", "tolerance", "slack"] as const;

/** The claim with every formula taken at a point, as far as it depends on that. */
function restricted(source: Source, claim: Claim, point: ReadonlyMap<string, string>): Claim {
  const formulas = FORMULAS.flatMap(key => {
    const formula = (claim as unknown as Readonly<Record<string, unknown>>)[key];
    return typeof formula === "string" ? [[key, formula] as const] : [];
  });
  const beside = formulas.map(([, formula]) => formula);
  const at = (formula: string): string => {
    const { dims } = source.evaluate(formula, beside);
    const chosen = [...point].filter(([dim]) => dims.includes(dim)).map(([dim, label]) => `${dim}=${label}`);
    return chosen.length === 0 ? formula : `(${formula})[${chosen.join(",")}]`;
  };
  return { ...claim, ...Object.fromEntries(formulas.map(([key, formula]) => [key, at(formula)])) };
}

/** The result of a claim at the point that is drawn: as it is unless its worst place is elsewhere. */
export function claimDrawn(source: Source, binding: object, result: ClaimResult): ClaimResult {
  const drawn = pointDrawn(binding as Drawn);
  const away = new Map([...drawn].filter(([dim, label]) => dim in result.at && result.at[dim] !== label));
  const claim = claimsOf(source.result.spec)[result.name];
  if (away.size === 0 || claim === undefined || claim.claim === "ends") return result;
  const { spec, runs } = source.result;
  const here = { ...spec, claims: { ...spec.claims, [result.name]: restricted(source, claim, away) } };
  const there = judge(here, runs).find(({ name }) => name === result.name);
  return { ...result, ...there, holds: result.holds, satisfied: result.satisfied };
}
