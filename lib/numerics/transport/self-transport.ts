import type { Vec } from "../../arithmetic/vec.js";
import { exp, log } from "../../arithmetic/functions.js";
import { sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import { gibbs, softMinimum } from "../../compute/index.js";
import { type Costs, matrixOf, MOST_COSTS, type PointCosts } from "./point-costs.js";
import { coarsest, present, resolutionOf, type SinkhornOptions, statusOf } from "./sinkhorn.js";
import { costTerm, largestCost } from "./sinkhorn-on-points.js";

/** OT_ε(a, a), whose two potentials are one. */
export interface SelfTransport {
  readonly status: "completed" | "not-converged";
  /** min ∫ C dγ + ε KL(γ | a⊗a) over plans with both marginals a, by duality. */
  readonly value: number;
  readonly potential: Vec;
  /** L¹ distance of the marginals from where they belong. */
  readonly marginalError: number;
  readonly resolution: number;
  /** Sweeps at the last ε. */
  readonly sweeps: number;
}

/** f ↦ -ε log Σ_j a_j exp((f_j - C_ij)/ε) for symmetric costs, and the largest of them. */
interface SymmetricCosts {
  softMinimum(f: Vec, epsilon: number): Vec;
  readonly largest: number;
}

/** From a matrix, p × p. */
function matrixCosts(a: Vec, cost: Vec): SymmetricCosts {
  const matrix = gibbs(cost, a.length);
  return {
    largest: coarsest(cost, Infinity),
    softMinimum: (f, epsilon) => {
      const sums = matrix.softRows(present(f, a), a, 1 / epsilon);
      return tabulate(a.length, i => -epsilon * (sums[2 * i] + log(sums[2 * i + 1])));
    },
  };
}

/** Of points, made on the fly. */
const pointsCosts = (a: Vec, points: PointCosts): SymmetricCosts => ({
  largest: largestCost(points),
  softMinimum: (f, epsilon) => softMinimum(costTerm(points), points.x, points.x, points.dim, present(f, a), a, epsilon),
});

/** Costs as they are given; too many of points are not kept. */
export function symmetricCosts(a: Vec, costs: Costs): SymmetricCosts {
  if (!("order" in costs)) return matrixCosts(a, costs);
  return a.length * a.length > MOST_COSTS ? pointsCosts(a, costs) : matrixCosts(a, matrixOf(costs));
}

/** Sweeps per ε on the way down. */
const COARSE = 5;

/**
 * The symmetric problem by f ← ½(f + softmin f), which converges where alternating sweeps f ↔ g only circle around
 * their mean, in some 30 sweeps at any ε (Feydy et al. 2019); ε is halved from the largest cost.
 */
export function selfTransport(
  a: Vec,
  { softMinimum: next, largest }: SymmetricCosts,
  o: SinkhornOptions,
): SelfTransport {
  const { epsilon, tolerance = 1e-9, sweeps: most = 20000 } = o;
  const mass = sum(a);
  let f: Vec = zeros(a.length);
  const relax = (e: number, sweeps: number): { readonly error: number; readonly done: number } => {
    let error = Infinity;
    let done = 0;
    for (; done < sweeps && error > tolerance * mass; done++) {
      const best = next(f, e);
      error = a.reduce((s, w, i) => s + (w > 0 ? w * Math.abs(exp((f[i] - best[i]) / e) - 1) : 0), 0);
      f = tabulate(a.length, i => 0.5 * (f[i] + best[i]));
    }
    return { error, done };
  };
  for (let e = largest; e > epsilon; e /= 2) relax(e, COARSE);
  const { error, done } = relax(epsilon, most);
  const resolution = resolutionOf([f, a]);
  const best = next(f, epsilon);
  const over = (of: (i: number) => number): number => a.reduce((s, w, i) => s + (w > 0 ? w * of(i) : 0), 0);
  const reached = over(i => exp((f[i] - best[i]) / epsilon));
  return {
    status: statusOf(error, tolerance * mass, resolution, epsilon),
    value: 2 * over(i => f[i]) - epsilon * (reached - mass * mass),
    potential: f,
    marginalError: error,
    resolution,
    sweeps: done,
  };
}
