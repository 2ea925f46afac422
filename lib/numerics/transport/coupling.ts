import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";

/** A plan γ = Σ_k masses_k δ_(sources_k, targets_k) with few entries: an optimal one needs at most n + m - 1. */
export interface Coupling {
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly masses: Vec;
}

/** γ as a matrix, n × m row-major. */
export function planMatrix({ sources, targets, masses }: Coupling, n: number, m: number): Vec {
  const plan = zeros(n * m);
  masses.forEach((mass, k) => {
    plan[sources[k] * m + targets[k]] += mass;
  });
  return plan;
}

/** ∫ C dγ for a cost matrix with m columns. */
export const couplingCost = ({ sources, targets, masses }: Coupling, cost: Vec, m: number): number =>
  masses.reduce((s, mass, k) => s + mass * cost[sources[k] * m + targets[k]], 0);
