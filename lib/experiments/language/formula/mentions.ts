import type { Claim, Experiment } from "../types.generated.js";
import { parse } from "./parser.js";
import { quantitiesOf, type Quantities } from "./quantities.js";
import { children, isFormulaError, type Tree } from "./tree.js";

/** The formulas of a claim; a tolerance or slack may be one. */
export const formulasOf = (claim: Claim): readonly string[] =>
  (["measured", "expected", "bound", "tolerance", "slack"] as const).flatMap(part =>
    part in claim ? [String((claim as never)[part])] : [],
  );

function visit(tree: Tree, quantities: Quantities, runs: Set<string>, seen: Set<string>): void {
  if (tree.op === "output") runs.add(tree.run);
  if (tree.op === "name" && !seen.has(tree.name)) {
    seen.add(tree.name);
    const quantity = quantities.readable(tree.name);
    if (quantity !== undefined) visit(quantity, quantities, runs, seen);
  }
  children(tree).forEach(part => visit(part, quantities, runs, seen));
}

/** Names of the runs that a claim speaks of, itself or through quantities, in the order of the text. */
export function mentionedRuns(claim: Claim, spec: Experiment): readonly string[] {
  const runs = new Set<string>(claim.claim === "ends" ? [claim.run] : []);
  for (const formula of formulasOf(claim))
    try {
      visit(parse(formula), quantitiesOf(spec), runs, new Set());
    } catch (error) {
      if (!isFormulaError(error)) throw error;
    }
  return [...runs];
}
