import type { Evaluator } from "../formula/evaluate.js";
import type { AtLeastClaim, AtMostClaim, Experiment } from "../types.generated.js";
import { placeName, worst, type Verdict } from "./worst.js";

/** measured <= bound + slack, or measured >= bound - slack. */
export function bound(claim: AtMostClaim | AtLeastClaim, evaluate: Evaluator, spec: Experiment): Verdict {
  const sign = claim.claim === "at-most" ? 1 : -1;
  const tolerance = claim.slack ?? 0;
  const formulas = [claim.measured, claim.bound];
  const parts = formulas.map(formula => evaluate(formula, formulas));
  const { values, excess, finite, index } = worst(parts, (m, b) => sign * (m - b) - tolerance);
  return { satisfied: excess <= 0, finite, measured: values[0], expected: values[1], tolerance, deviation: excess, at: placeName(index, parts, spec) };
}
