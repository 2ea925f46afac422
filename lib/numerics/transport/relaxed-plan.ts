import type { Vec } from "../../arithmetic/vec.js";
import { sum, tabulate } from "../../arithmetic/vectors.js";
import { sourceTransform } from "./cost.js";
import { type Coupling, couplingCost } from "./coupling.js";
import type { Forest, Relaxed } from "./forest.js";
import { penalty, relaxedBound } from "./relaxation.js";
import type { Iterate } from "./relaxed-descent.js";

/** A plan of unbalanced transport with its dual certificate: value - dualValue ≥ 0 bounds the error of both. */
export interface RelaxedPlan {
  readonly coupling: Coupling;
  /** ∫ C dγ + ρ KL(γ_1|a) + ρ KL(γ_2|b) */
  readonly value: number;
  /** Σ a ρ(1 - e^{-f/ρ}) + Σ b ρ(1 - e^{-g/ρ}) at potentials with f_i + g_j ≤ C_ij. */
  readonly dualValue: number;
  /** f and g. */
  readonly source: Vec;
  readonly target: Vec;
}

/** Potentials of the sources, also of those that carry nothing: the largest that the sinks which carry allow. */
function sourcePotentials({ sources, cost }: Relaxed, potentials: Vec): Vec {
  const target = potentials.subarray(sources).map(g => (g === Infinity ? -Infinity : g));
  const largest = sourceTransform(cost, target);
  return tabulate(sources, i => (potentials[i] === Infinity ? largest[i] : potentials[i]));
}

/** The arcs that carry something, by source and sink. */
function couplingOf({ ends, flow, sources }: Forest): Coupling {
  const arcs = Array.from(flow.keys())
    .filter(k => ends[2 * k] >= 0 && flow[k] > 0)
    .sort((k, l) => ends[2 * k] - ends[2 * l] || ends[2 * k + 1] - ends[2 * l + 1]);
  return {
    sources: Int32Array.from(arcs, k => ends[2 * k]),
    targets: Int32Array.from(arcs, k => ends[2 * k + 1] - sources),
    masses: Float64Array.from(arcs, k => flow[k]),
  };
}

/** The plan with its value and its bound. */
export function certified(problem: Relaxed, { forest, potentials }: Iterate, b: Vec): RelaxedPlan {
  const { masses, sources, cost, weight } = problem;
  const coupling = couplingOf(forest);
  const penalties = sum(masses.map((m, v) => (m > 0 ? m * weight * penalty(potentials[v] / weight) : 0)));
  const bound = relaxedBound(masses.subarray(0, sources), b, cost, sourcePotentials(problem, potentials), weight);
  return {
    coupling,
    value: couplingCost(coupling, cost, b.length) + penalties,
    dualValue: bound.value,
    source: bound.f,
    target: bound.g,
  };
}
