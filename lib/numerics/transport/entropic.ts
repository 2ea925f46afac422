import type { Vec } from "../../arithmetic/vec.js";
import { type Costs, matrixOf, MOST_COSTS } from "./point-costs.js";
import { selfTransport, symmetricCosts } from "./self-transport.js";
import { type EntropicPlan, type EntropicPotentials, sinkhorn, type SinkhornOptions } from "./sinkhorn.js";
import { sinkhornOnPoints } from "./sinkhorn-on-points.js";

/** Potentials, and the plan where it was kept. */
export type EntropicTransport = EntropicPotentials & Partial<Pick<EntropicPlan, "plan">>;

/**
 * Entropic transport with whatever costs there are: of points, and too many to be kept, they are made on the fly, and
 * there is no plan.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const [a, b] = [measures.equalWeights(2), measures.equalWeights(3)];
 * const { value } = transport.entropicTransport(a, b, transport.costMatrix(x, y, 1, 2), { epsilon: 0.01 });
 * ```
 */
export function entropicTransport(a: Vec, b: Vec, costs: Costs, options: SinkhornOptions): EntropicTransport {
  if (!("order" in costs)) return sinkhorn(a, b, costs, options);
  return a.length * b.length > MOST_COSTS
    ? sinkhornOnPoints(a, b, costs, options)
    : sinkhorn(a, b, matrixOf(costs), options);
}

/** S_ε, and how well the worst of its three problems was solved. */
export interface Divergence {
  readonly status: "completed" | "not-converged";
  readonly value: number;
  readonly marginalError: number;
  readonly resolution: number;
}

/**
 * S_ε = OT_ε(a, b) - ½OT_ε(a, a) - ½OT_ε(b, b) ≥ 0 from the three costs; 0 exactly when a = b.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const [a, b] = [measures.equalWeights(2), measures.equalWeights(3)];
 * const costs = {
 *   ab: transport.costMatrix(x, y, 1, 2),
 *   aa: transport.costMatrix(x, x, 1, 2),
 *   bb: transport.costMatrix(y, y, 1, 2),
 * };
 * const divergence = transport.sinkhornDivergence(a, b, costs, { epsilon: 0.01 });
 * ```
 */
export function sinkhornDivergence(
  a: Vec,
  b: Vec,
  costs: { readonly ab: Costs; readonly aa: Costs; readonly bb: Costs },
  options: SinkhornOptions,
): Divergence {
  const ab = entropicTransport(a, b, costs.ab, options);
  const aa = selfTransport(a, symmetricCosts(a, costs.aa), options);
  const bb = selfTransport(b, symmetricCosts(b, costs.bb), options);
  const all = [ab, aa, bb];
  return {
    status: all.every(({ status }) => status === "completed") ? "completed" : "not-converged",
    value: ab.value - 0.5 * (aa.value + bb.value),
    marginalError: Math.max(...all.map(({ marginalError }) => marginalError)),
    resolution: Math.max(...all.map(({ resolution }) => resolution)),
  };
}
