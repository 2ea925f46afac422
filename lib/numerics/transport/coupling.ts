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

/** γ, and its margins (Σ_j γ_ij, Σ_i γ_ij); the matrix of n × m numbers is made when it is asked for. */
export interface Plan {
  matrix(): Vec;
  margins(): readonly [Vec, Vec];
}

/** A plan with few entries. */
export const sparsePlan = (coupling: Coupling, n: number, m: number): Plan => ({
  matrix: () => planMatrix(coupling, n, m),
  margins: () => {
    const rows = zeros(n);
    const columns = zeros(m);
    coupling.masses.forEach((mass, k) => {
      rows[coupling.sources[k]] += mass;
      columns[coupling.targets[k]] += mass;
    });
    return [rows, columns];
  },
});

/** A plan of n rows that is a matrix already. */
export const densePlan = (gamma: Vec, n: number): Plan => ({
  matrix: () => gamma,
  margins: () => marginals(gamma, n),
});

/** Σ_j γ_ij and Σ_i γ_ij of a matrix with n rows. */
export function marginals(gamma: Vec, n: number): readonly [Vec, Vec] {
  const m = gamma.length / n;
  const rows = zeros(n);
  const columns = zeros(m);
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j < m; j++, at++) {
      rows[i] += gamma[at];
      columns[j] += gamma[at];
    }
  return [rows, columns];
}
