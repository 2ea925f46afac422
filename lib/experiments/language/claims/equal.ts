import type { Evaluator } from "../formula/evaluate.js";
import type { EqualClaim, Experiment } from "../types.generated.js";
import { placeName, worst, type Verdict } from "./worst.js";

/** |m - e|, or |m - e|/|e|. */
const difference = (relative: boolean | undefined, m: number, e: number): number =>
  relative && m !== e ? Math.abs(m - e) / Math.abs(e) : Math.abs(m - e);

/** |measured - expected| <= tolerance, divided by |expected| where `relative`. */
export function equal(claim: EqualClaim, evaluate: Evaluator, spec: Experiment): Verdict {
  const formulas = [claim.measured, claim.expected, String(claim.tolerance)];
  const parts = formulas.map(formula => evaluate(formula, formulas));
  const { values, excess, finite, index } = worst(
    parts,
    (m, e, tolerance) => difference(claim.relative, m, e) - tolerance,
  );
  const [measured, expected, tolerance] = values;
  return {
    satisfied: excess <= 0,
    finite,
    measured,
    expected,
    tolerance,
    deviation: difference(claim.relative, measured, expected),
    at: placeName(index, parts, spec),
  };
}
