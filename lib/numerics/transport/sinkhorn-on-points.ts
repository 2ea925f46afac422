import { requireEpsilon, requireMasses } from "./preconditions.js";
import { gibbs, softMinimum } from "../../compute/index.js";
import { exp } from "../../arithmetic/functions.js";
import { dot, sum, zeros } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Term } from "../../compute/kernel-form.js";
import { requireEqualMass } from "./exact.js";
import { forCostRows, type PointCosts } from "./point-costs.js";
import {
  coarsest,
  type EntropicPotentials,
  paid,
  present,
  resolutionOf,
  type SinkhornOptions,
  statusOf,
} from "./sinkhorn.js";

/** |x - y|^p as a function of |x - y|². */
export const costTerm = ({ order }: PointCosts): Term => ({
  name: "power",
  factor: 1,
  offset: 0,
  rate: 1,
  exponent: order / 2,
});

interface Problem {
  readonly a: Vec;
  readonly b: Vec;
  readonly points: PointCosts;
}

/** f_i = -ε log Σ_j b_j exp((g_j - C_ij)/ε) */
const rowMinimum = ({ b, points }: Problem, g: Vec, epsilon: number): Vec =>
  softMinimum(costTerm(points), points.x, points.y, points.dim, present(g, b), b, epsilon);
/** g_j = -ε log Σ_i a_i exp((f_i - C_ij)/ε) */
const columnMinimum = ({ a, points }: Problem, f: Vec, epsilon: number): Vec =>
  softMinimum(costTerm(points), points.y, points.x, points.dim, present(f, a), a, epsilon);

/**
 * Σ_i |a_i e^{(f_i - f'_i)/ε} - a_i|: the first marginal of the plan of f and g is known from the next f' = soft
 * minimum of g.
 */
const marginalError = (a: Vec, f: Vec, next: Vec, epsilon: number): number =>
  a.reduce((s, mass, i) => s + (mass > 0 ? mass * Math.abs(exp((f[i] - next[i]) / epsilon) - 1) : 0), 0);

/** Sweeps in the log domain until the plan changes by less than `tolerance`. */
function relax(
  problem: Problem,
  epsilon: number,
  start: Vec,
  tolerance: number,
  sweeps: number,
): { f: Vec; g: Vec; error: number } {
  let g = start;
  let f = rowMinimum(problem, g, epsilon);
  let error = Infinity;
  for (let done = 0; done < sweeps && error > tolerance; done++) {
    g = columnMinimum(problem, f, epsilon);
    const next = rowMinimum(problem, g, epsilon);
    error = marginalError(problem.a, f, next, epsilon);
    f = next;
  }
  return { f, g, error };
}

/** ∫ C dγ and the mass of γ, some rows at a time. */
function plannedCost(
  { a, b, points }: Problem,
  f: Vec,
  g: Vec,
  epsilon: number,
): { readonly cost: number; readonly mass: number } {
  let cost = 0;
  let mass = 0;
  forCostRows(points, (first, rows) => {
    const end = first + rows.length / b.length;
    const own = a.subarray(first, end);
    const matrix = gibbs(rows, own.length);
    matrix.weigh({ a: own, b, f: present(f.subarray(first, end), own), g: present(g, b), rate: 1 / epsilon });
    const plan = matrix.plan();
    cost += paid(plan, rows);
    mass += sum(plan);
  });
  return { cost, mass };
}

/** The largest of all costs. */
export function largestCost(points: PointCosts): number {
  let largest = 0;
  forCostRows(points, (_, rows) => {
    largest = Math.max(largest, coarsest(rows, Infinity));
  });
  return largest;
}

/**
 * Entropic transport min ∫ C dγ + ε KL(γ | a⊗b) over plans with marginals a, b in memory O(n + m): half-steps in the
 * log domain with costs made on the fly, ε halved from the largest cost down to its final value. A sweep costs 2 n m
 * exponentials. I-7.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const [a, b] = [measures.equalWeights(2), measures.equalWeights(3)];
 * const { value } = transport.sinkhornOnPoints(a, b, { x, y, dim: 1, order: 2 }, { epsilon: 0.01 });
 * ```
 */
export function sinkhornOnPoints(
  a: Vec,
  b: Vec,
  points: PointCosts,
  options: Omit<SinkhornOptions, "relaxation">,
): EntropicPotentials {
  const { epsilon, tolerance = 1e-9, sweeps = 20000 } = options;
  const mass = sum(a);
  const problem: Problem = { a, b, points };
  requireEpsilon(epsilon);
  requireMasses(a, b);
  requireEqualMass(a, b);
  let g = zeros(b.length);
  for (let e = largestCost(points); e > epsilon; e /= 2) g = relax(problem, e, g, 1e-3 * mass, 20).g;
  const last = relax(problem, epsilon, g, tolerance * mass, sweeps);
  const planned = plannedCost(problem, last.f, last.g, epsilon);
  const resolution = resolutionOf([last.f, a], [last.g, b]);
  return {
    status: statusOf(last.error, tolerance * mass, resolution, epsilon),
    resolution,
    source: last.f,
    target: last.g,
    cost: planned.cost,
    value: dot(a, last.f) + dot(b, last.g) - epsilon * (planned.mass - mass * sum(b)),
    marginalError: last.error,
  };
}
