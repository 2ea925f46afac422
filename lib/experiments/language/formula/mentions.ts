import type { Claim, Experiment } from "../types.generated.js";
import { parse } from "./parser.js";
import { quantitiesOf, type Quantities } from "./quantities.js";
import { children, isFormulaError, type Tree } from "./tree.js";

/** The formulas of a claim; a tolerance or slack may be one. */
const formulasOf = (claim: Claim): readonly string[] =>
  (["measured", "expected", "bound", "tolerance", "slack"] as const).flatMap(part =>
    part in claim ? [String((claim as never)[part])] : [],
  );

/** All trees below one, those of the quantities that it names included. */
function* within(tree: Tree, quantities: Quantities, seen: Set<string>): Generator<Tree> {
  yield tree;
  if (tree.op === "name" && !seen.has(tree.name)) {
    seen.add(tree.name);
    const quantity = quantities.readable(tree.name);
    if (quantity !== undefined) yield* within(quantity, quantities, seen);
  }
  for (const part of children(tree)) yield* within(part, quantities, seen);
}

/** All trees of the formulas of a claim that can be read, in the order of the text. */
function treesOf(claim: Claim, spec: Experiment): readonly Tree[] {
  const quantities = quantitiesOf(spec);
  return formulasOf(claim).flatMap(formula => {
    try {
      return [...within(parse(formula), quantities, new Set())];
    } catch (error) {
      if (!isFormulaError(error)) throw error;
      return [];
    }
  });
}

/** Names of the runs that a claim speaks of, itself or through quantities, in the order of the text. */
export const mentionedRuns = (claim: Claim, spec: Experiment): readonly string[] => [
  ...new Set([
    ...(claim.claim === "ends" ? [claim.run] : []),
    ...treesOf(claim, spec).flatMap(tree => (tree.op === "output" ? [tree.run] : [])),
  ]),
];

/** The same of quantities, dimensions and axes. */
export const mentionedNames = (claim: Claim, spec: Experiment): readonly string[] => [
  ...new Set([
    ...(claim.claim === "monotone" ? [claim.along] : []),
    ...treesOf(claim, spec).flatMap(tree =>
      tree.op === "name" ? [tree.name] : tree.op === "select" ? [tree.selection.dim] : [],
    ),
  ]),
];
