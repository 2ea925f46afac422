import { requireCosts, requireEpsilon, requireMasses } from "./preconditions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Gibbs, gibbs } from "../../compute/index.js";
import { exp, log } from "../../arithmetic/functions.js";
import { ones, sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import { requireEqualMass } from "./exact.js";
import { applyColumns, applyRows, sparseOf } from "./sparse-plan.js";

export interface SinkhornOptions {
  /** ε > 0 in units of the cost. */
  readonly epsilon: number;
  /** Weight ρ of the KL penalties on the marginals; Infinity (default): the marginals are met. */
  readonly relaxation?: number;
  /** Mass by which the last sweep may still change the plan, relative; default 1e-9. */
  readonly tolerance?: number;
  /** Sweeps at the last ε; default 20000. */
  readonly sweeps?: number;
}

/** Potentials f and g of a plan γ_ij = a_i b_j exp((f_i + g_j - C_ij)/ε). */
export interface EntropicPotentials {
  readonly status: "completed" | "not-converged";
  readonly source: Vec;
  readonly target: Vec;
  /** ∫ C dγ */
  readonly cost: number;
  /** Optimal value of the entropic problem ∫ C dγ + ε KL(γ|a⊗b) (+ penalties), by duality. */
  readonly value: number;
  /** L¹ distance of the first marginal from where it belongs. */
  readonly marginalError: number;
  /** Spacing of the doubles at the largest potential, by which every cost is blurred; above ε/1000 nothing is known. */
  readonly resolution: number;
}

/** The spacing of doubles at the largest finite potential where there is mass. */
export function resolutionOf(...parts: readonly (readonly [potential: Vec, mass: Vec])[]): number {
  let largest = 0;
  for (const [potential, mass] of parts)
    potential.forEach((v, i) => {
      if (mass[i] > 0 && Math.abs(v) < Infinity) largest = Math.max(largest, Math.abs(v));
    });
  return Number.EPSILON * largest;
}

/** Whether sweeps have come to rest, at potentials that resolve ε. */
export const statusOf = (error: number, tolerance: number, resolution: number, epsilon: number): Status =>
  error <= tolerance && resolution <= 1e-3 * epsilon ? "completed" : "not-converged";

type Status = EntropicPotentials["status"];

/** The potentials with γ itself, n × m. */
export interface EntropicPlan extends EntropicPotentials {
  readonly plan: Vec;
}

/**
 * One level ε, with γ held as potentials (f, g) times scalings, so that inner sweeps are two matrix-vector products.
 */
interface Level {
  readonly a: Vec;
  readonly b: Vec;
  readonly matrix: Gibbs;
  readonly epsilon: number;
  readonly relaxation: number;
}

/** Where the mass is 0 or nobody is in reach, the potential is -∞ and the entry drops out of the log-sum-exp. */
export const present = (potential: Vec, mass: Vec): Vec =>
  potential.map((v, i) => (mass[i] > 0 && v < Infinity ? v : -Infinity));

/**
 * -ε log Σ_j b_j exp((g_j - C_ij)/ε), damped by ρ/(ρ+ε), from largest exponents and sums without them; ∞ where nothing
 * is in reach.
 */
function softMinimum({ epsilon, relaxation }: Level, sums: Vec): Vec {
  const damping = relaxation === Infinity ? 1 : relaxation / (relaxation + epsilon);
  return tabulate(sums.length / 2, k =>
    sums[2 * k] === -Infinity ? Infinity : -epsilon * damping * (sums[2 * k] + log(sums[2 * k + 1])),
  );
}

const rowMinimum = (level: Level, g: Vec): Vec =>
  softMinimum(level, level.matrix.softRows(present(g, level.b), level.b, 1 / level.epsilon));
const columnMinimum = (level: Level, f: Vec): Vec =>
  softMinimum(level, level.matrix.softColumns(present(f, level.a), level.a, 1 / level.epsilon));

/** Makes γ_ij = a_i b_j exp((f_i + g_j - C_ij)/ε), and says how many entries are not 0. */
const weigh = ({ a, b, matrix, epsilon }: Level, f: Vec, g: Vec): number =>
  matrix.weigh({ a, b, f: present(f, a), g: present(g, b), rate: 1 / epsilon });

/** Where less than this part of γ is not 0, it is worth leaving the zeros out. */
const SPARSE = 0.1;

/** γᵀ u for u = scaling(γ v), with the γ that was made last. */
function sweepOf({ a, b, matrix }: Level, entries: number): Gibbs["sweep"] {
  if (entries > SPARSE * a.length * b.length) return matrix.sweep;
  const sparse = sparseOf(matrix.plan(), a.length, entries);
  return (v, scaling) => applyColumns(sparse, scaling(applyRows(sparse, v), 0), b.length);
}

/** (a/(Kv))^κ exp(-f/(ρ+ε)), κ = ρ/(ρ+ε): the factor that makes an optimality condition hold, from what was reached. */
function factors({ epsilon, relaxation }: Level, mass: Vec, reached: Vec, potential: Vec): Vec {
  if (relaxation === Infinity) return tabulate(mass.length, i => (reached[i] > 0 ? mass[i] / reached[i] : 1));
  const damping = relaxation / (relaxation + epsilon);
  return tabulate(mass.length, i =>
    mass[i] > 0 && reached[i] > 0
      ? exp(damping * log(mass[i] / reached[i]) - potential[i] / (relaxation + epsilon))
      : 1,
  );
}

const tame = (x: Vec): boolean => x.every(v => v > 1e-100 && v < 1e100);
const absorb = (potential: Vec, epsilon: number, factor: Vec): Vec =>
  tabulate(factor.length, i => potential[i] + epsilon * log(factor[i]));

/**
 * f + λ and g - λ give the same plan. Of all λ the dual Σ a ρ(1 - e^{-f/ρ}) + Σ b ρ(1 - e^{-g/ρ}) is largest at λ = ½ρ
 * log(Σ a e^{-f/ρ} / Σ b e^{-g/ρ}), to which plain sweeps creep by the factor (1 + ε/ρ)^{-2} (Séjourné, Vialard, Peyré
 * 2022). Factors u, v of f, g are counted in.
 */
function translation({ a, b, epsilon, relaxation }: Level, f: Vec, g: Vec, u: Vec, v: Vec): number {
  if (relaxation === Infinity) return 0;
  const logSum = (mass: Vec, potential: Vec, factor: Vec): number => {
    const exponents = tabulate(mass.length, i =>
      mass[i] > 0 && potential[i] < Infinity ? -(potential[i] + epsilon * log(factor[i])) / relaxation : -Infinity,
    );
    const top = exponents.reduce((t, x) => Math.max(t, x), -Infinity);
    return top === -Infinity ? top : top + log(exponents.reduce((s, x, i) => s + mass[i] * exp(x - top), 0));
  };
  const shift = 0.5 * relaxation * (logSum(a, f, u) - logSum(b, g, v));
  return Math.abs(shift) < Infinity ? shift : 0;
}

const shifted = (potential: Vec, by: number): Vec => (by === 0 ? potential : potential.map(v => v + by));

/**
 * Sweeps until the plan changes by less than `tolerance`; potentials are rebuilt in the log domain whenever a scaling
 * grows out of range. Where marginals are relaxed, every sweep ends with the best translation.
 */
function relax(level: Level, start: Vec, tolerance: number, sweeps: number): { f: Vec; g: Vec; error: number } {
  const { a, b, epsilon } = level;
  let f = rowMinimum(level, start);
  let g = columnMinimum(level, f);
  let error = Infinity;
  for (let done = 0; done < sweeps && error > tolerance;) {
    const sweep = sweepOf(level, weigh(level, f, g));
    const u: Vec = ones(a.length);
    let v: Vec = ones(b.length);
    const scaleRows = (reached: Vec, first: number): Vec => {
      const end = first + reached.length;
      const next = factors(level, a.subarray(first, end), reached, f.subarray(first, end));
      for (let k = 0; k < next.length; k++) error += reached[k] * Math.abs(next[k] - u[first + k]);
      u.set(next, first);
      return next;
    };
    while (done < sweeps && error > tolerance && tame(u) && tame(v)) {
      error = 0;
      v = factors(level, b, sweep(v, scaleRows), g);
      const by = translation(level, f, g, u, v);
      f = shifted(f, by);
      g = shifted(g, -by);
      done++;
    }
    f = absorb(f, epsilon, u);
    g = absorb(g, epsilon, v);
  }
  return { f, g, error };
}

/** Where annealing starts: the largest finite cost, or the strength of the penalties. */
export function coarsest(cost: Vec, relaxation: number): number {
  let largest = relaxation === Infinity ? 0 : relaxation;
  for (let k = 0; k < cost.length; k++) if (cost[k] < Infinity && cost[k] > largest) largest = cost[k];
  return largest;
}

/** ∫ C dγ, where nothing is carried at infinite cost. */
export function paid(plan: Vec, cost: Vec): number {
  let total = 0;
  for (let k = 0; k < plan.length; k++) if (plan[k] !== 0) total += plan[k] * cost[k];
  return total;
}

/** Σ a φ(f) with φ(f) = f, or ρ(1 - e^{-f/ρ}) where marginals are relaxed. */
function dualTerm(mass: Vec, potential: Vec, relaxation: number): number {
  if (relaxation === Infinity) return mass.reduce((s, w, i) => s + (w > 0 ? w * potential[i] : 0), 0);
  return mass.reduce((s, w, i) => s + (w > 0 ? w * relaxation * (1 - exp(-potential[i] / relaxation)) : 0), 0);
}

/**
 * Entropic transport min ∫ C dγ + ε KL(γ | a⊗b) over plans with marginals a, b, or with the penalties ρ KL(γ_1|a) + ρ
 * KL(γ_2|b): alternating projections in the log domain, ε halved from the largest cost down to its final value. I-7.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const [a, b] = [measures.equalWeights(2), measures.equalWeights(3)];
 * const { plan } = transport.sinkhorn(a, b, transport.costMatrix(x, y, 1, 2), { epsilon: 0.01 });
 * ```
 */
export function sinkhorn(a: Vec, b: Vec, cost: Vec, options: SinkhornOptions): EntropicPlan {
  const { epsilon, relaxation = Infinity, tolerance = 1e-9, sweeps = 20000 } = options;
  const mass = sum(a);
  requireEpsilon(epsilon);
  requireMasses(a, b);
  requireCosts(a, b, cost);
  if (relaxation === Infinity) requireEqualMass(a, b);
  const matrix = gibbs(cost, a.length);
  const level = (e: number): Level => ({ a, b, matrix, epsilon: e, relaxation });
  let g = zeros(b.length);
  for (let e = coarsest(cost, relaxation); e > epsilon; e /= 2) g = relax(level(e), g, 1e-3 * mass, 20).g;
  const last = relax(level(epsilon), g, tolerance * mass, sweeps);
  weigh(level(epsilon), last.f, last.g);
  const plan = matrix.plan();
  const resolution = resolutionOf([last.f, a], [last.g, b]);
  return {
    status: statusOf(last.error, tolerance * mass, resolution, epsilon),
    resolution,
    plan,
    source: last.f,
    target: last.g,
    cost: paid(plan, cost),
    value: dualTerm(a, last.f, relaxation) + dualTerm(b, last.g, relaxation) - epsilon * (sum(plan) - mass * sum(b)),
    marginalError: last.error,
  };
}
