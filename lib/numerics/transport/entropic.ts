import type { Vec } from "../../arithmetic/vec.js";
import { costMatrix } from "./cost.js";
import type { PointCosts } from "./point-costs.js";
import { type EntropicPlan, type EntropicPotentials, sinkhorn, type SinkhornOptions } from "./sinkhorn.js";
import { sinkhornOnPoints } from "./sinkhorn-on-points.js";

/** Costs as a matrix, n × m row-major, or of points. */
export type Costs = Vec | PointCosts;

/** Most costs that are kept: 256 MB, of which the iteration takes a few. */
export const MOST_COSTS: number = 1 << 25;

/** Potentials, and the plan where it was kept. */
export type EntropicTransport = EntropicPotentials & Partial<Pick<EntropicPlan, "plan">>;

/**
 * Entropic transport with whatever costs there are: of points, and too many to be kept, they are made on the fly, and
 * there is no plan.
 */
export function entropicTransport(a: Vec, b: Vec, costs: Costs, options: SinkhornOptions): EntropicTransport {
  if (!("order" in costs)) return sinkhorn(a, b, costs, options);
  if (a.length * b.length > MOST_COSTS) return sinkhornOnPoints(a, b, costs, options);
  return sinkhorn(a, b, costMatrix(costs.x, costs.y, costs.dim, costs.order), options);
}

/** S_ε = OT_ε(a, b) - ½OT_ε(a, a) - ½OT_ε(b, b) ≥ 0 from the three costs; 0 exactly when a = b. */
export function sinkhornDivergence(
  a: Vec,
  b: Vec,
  costs: { readonly ab: Costs; readonly aa: Costs; readonly bb: Costs },
  options: SinkhornOptions,
): number {
  const value = (x: Vec, y: Vec, cost: Costs): number => entropicTransport(x, y, cost, options).value;
  return value(a, b, costs.ab) - 0.5 * (value(a, a, costs.aa) + value(b, b, costs.bb));
}
