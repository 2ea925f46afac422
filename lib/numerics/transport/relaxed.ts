import { requireCosts } from "./preconditions.js";
import { nonNegative, positive } from "../../arithmetic/range.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat } from "../../arithmetic/vectors.js";
import type { Relaxed } from "./forest.js";
import { descend, descendAll, iterateOn, push } from "./relaxed-descent.js";
import { certified, type RelaxedPlan } from "./relaxed-plan.js";
import { pricing } from "./relaxed-pricing.js";
import { nearest } from "./relaxed-start.js";

/**
 * Unbalanced transport min ∫ C dγ + ρ KL(γ_1|a) + ρ KL(γ_2|b) over all plans γ ≥ 0, exact up to rounding, by active
 * sets: the plan lives on a forest, on which the optimum is explicit; an arc that would shorten the transport enters,
 * and arcs that this empties leave. Masses a, b ≥ 0 need not be equal; `cost` ≥ 0 is n × m row-major, ∞ where nothing
 * may be carried; `weight` is ρ > 0.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const a = Float64Array.of(1, 2);
 * const b = Float64Array.of(0.5, 0.5, 1);
 * const { value, dualValue } = transport.relaxedTransport(a, b, transport.costMatrix(x, y, 1, 2), 0.5);
 * ```
 */
export function relaxedTransport(a: Vec, b: Vec, cost: Vec, weight: number): RelaxedPlan {
  positive("the weight of the relaxed margins", weight);
  const masses = concat(a, b);
  masses.forEach((m, k) =>
    nonNegative(
      k < a.length ? `mass ${k + 1} of the first measure` : `mass ${k - a.length + 1} of the second measure`,
      m,
    ),
  );
  requireCosts(a, b, cost);
  const problem: Relaxed = { masses, sources: a.length, cost, weight };
  const price = pricing(problem);
  const barred = new Set<number>();
  const now = iterateOn(nearest(problem));
  descendAll(problem, now);
  for (let pivots = 0; pivots < 50 * masses.length * masses.length; pivots++) {
    const entering = price(now.potentials, barred);
    if (entering === undefined) break;
    const changed = push(now.forest, entering.i, a.length + entering.j);
    if (descend(problem, now, changed)) barred.clear();
    else barred.add(entering.i * b.length + entering.j);
  }
  descendAll(problem, now);
  return certified(problem, now, b);
}
