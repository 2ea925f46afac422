/** Transport between weighted points: exact, entropic, unbalanced. */
export { costMatrix } from "./cost.js";
export { type Divergence, entropicTransport, type EntropicTransport, sinkhornDivergence } from "./entropic.js";
export type { Coupling, Plan } from "./coupling.js";
export { type OptimalPlan, optimalTransport } from "./exact.js";
export type { Costs, PointCosts } from "./point-costs.js";
export { type EntropicPlan, type EntropicPotentials, sinkhorn } from "./sinkhorn.js";
export { sinkhornOnPoints } from "./sinkhorn-on-points.js";
export { relaxedTransport } from "./relaxed.js";
export type { RelaxedPlan } from "./relaxed-plan.js";
export { sliced, sliceDirections } from "./sliced.js";
export { unbalancedTransport } from "./unbalanced.js";
