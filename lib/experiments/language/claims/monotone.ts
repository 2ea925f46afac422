import type { Evaluator } from "../formula/evaluate.js";
import { lengthOf, mapLines, type Field } from "../formula/field.js";
import { formulaError } from "../formula/tree.js";
import type { Experiment, MonotoneClaim } from "../types.generated.js";
import { placeName, worst, type Verdict } from "./worst.js";

/**
 * All entries along a dimension but the first (`from` 1) or the last (`from` 0); their coordinates no longer fit and
 * go.
 */
function neighbours(x: Field, dim: string, from: 0 | 1): Field {
  const n = lengthOf(x, dim) - 1;
  const coordinates = new Map([...x.coordinates].filter(([d]) => d !== dim));
  return { ...mapLines(x, dim, n, line => line.slice(from, from + n)), coordinates };
}

/** The first (0) or last (-1) entry of every line along a dimension. */
const endOf = (x: Field, dim: string, end: 0 | -1): Field => ({
  ...mapLines(x, dim, 1, line => Float64Array.of(line.at(end) ?? NaN)),
  coordinates: new Map([...x.coordinates].filter(([d]) => d !== dim)),
});

/**
 * x_{i+1} >= x_i - slack along a dimension (increasing), or x_{i+1} <= x_i + slack; expected is the entry before. A
 * line that ends where it began is not monotone: a constant shows nothing, and is what a wrong binding looks like.
 */
export function monotone(claim: MonotoneClaim, evaluate: Evaluator, spec: Experiment): Verdict {
  const sign = claim.direction === "increasing" ? -1 : 1;
  const formulas = [claim.measured, String(claim.slack ?? 0)];
  const [field, slack] = formulas.map(formula => evaluate(formula, formulas));
  if (!field.dims.includes(claim.along)) formulaError(`there is no dimension "${claim.along}" here`, 0);
  if (lengthOf(field, claim.along) < 2) formulaError(`"${claim.along}" has one point only: nothing to compare`, 0);
  const ends = worst(
    [endOf(field, claim.along, -1), endOf(field, claim.along, 0)],
    (last, first) => sign * (last - first),
  );
  if (ends.finite && ends.excess >= 0) {
    const [measured, expected] = ends.values;
    const at = placeName({ ...ends.index, [claim.along]: lengthOf(field, claim.along) - 1 }, [field], spec);
    return { satisfied: false, finite: true, measured, expected, tolerance: 0, deviation: ends.excess, at };
  }
  const parts = [neighbours(field, claim.along, 1), neighbours(field, claim.along, 0), slack];
  const { values, excess, finite, index } = worst(parts, (later, earlier, room) => sign * (later - earlier) - room);
  const [measured, expected, tolerance] = values;
  const at = placeName({ ...index, [claim.along]: index[claim.along] + 1 }, [field], spec);
  return { satisfied: excess <= 0, finite, measured, expected, tolerance, deviation: excess, at };
}
