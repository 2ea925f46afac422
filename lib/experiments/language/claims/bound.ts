import type { Evaluator } from "../formula/evaluate.js";
import type { AtLeastClaim, AtMostClaim, Experiment } from "../types.generated.js";
import { placeName, worst, type Verdict } from "./worst.js";

/** measured <= bound + slack, or measured >= bound - slack. */
export function bound(claim: AtMostClaim | AtLeastClaim, evaluate: Evaluator, spec: Experiment): Verdict {
  const sign = claim.claim === "at-most" ? 1 : -1;
  const formulas = [claim.measured, claim.bound, String(claim.slack ?? 0)];
  const parts = formulas.map(formula => evaluate(formula, formulas));
  const { values, excess, finite, index } = worst(parts, (m, b, slack) => sign * (m - b) - slack);
  const [measured, expected, tolerance] = values;
  return {
    satisfied: excess <= 0,
    finite,
    measured,
    expected,
    tolerance,
    deviation: excess,
    at: placeName(index, parts, spec),
  };
}
