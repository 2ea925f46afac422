import type { Vec } from "../types.js";
import { exp, log } from "../numerics/functions.js";
import { zeros } from "../numerics/vectors.js";
import { requireEqualMass } from "./exact.js";
import { couplingCost, couplingOf } from "./coupling.js";

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

/** γ_ij = a_i b_j exp((f_i + g_j - C_ij)/ε) with its potentials. */
export interface EntropicPlan {
  readonly status: "completed" | "not-converged";
  readonly plan: Vec;
  readonly source: Vec;
  readonly target: Vec;
  /** ∫ C dγ */
  readonly cost: number;
  /** Optimal value of the entropic problem ∫ C dγ + ε KL(γ|a⊗b) (+ penalties), by duality. */
  readonly value: number;
  /** L¹ distance of the first marginal from where it belongs. */
  readonly marginalError: number;
}

/** One level ε, with γ held as potentials (f, g) times scalings, so that inner sweeps are two matrix-vector products. */
interface Level {
  readonly a: Vec;
  readonly b: Vec;
  readonly cost: Vec;
  readonly epsilon: number;
  readonly relaxation: number;
}

/** -ε log Σ_j b_j exp((g_j - C_ij)/ε), damped by ρ/(ρ+ε); `transposed` sums over i instead. */
function softMinimum({ a, b, cost, epsilon, relaxation }: Level, potential: Vec, transposed: boolean): Vec {
  const m = b.length, weights = transposed ? a : b, out = zeros(transposed ? m : a.length);
  const damping = relaxation === Infinity ? 1 : relaxation / (relaxation + epsilon);
  const exponent = (k: number, l: number): number => (potential[l] - cost[transposed ? l * m + k : k * m + l]) / epsilon;
  for (let k = 0; k < out.length; k++) {
    let top = -Infinity, total = 0;
    for (let l = 0; l < weights.length; l++) if (weights[l] > 0) top = Math.max(top, exponent(k, l));
    for (let l = 0; l < weights.length; l++) if (weights[l] > 0 && top > -Infinity) total += weights[l] * exp(exponent(k, l) - top);
    out[k] = top === -Infinity ? Infinity : -epsilon * damping * (top + log(total));
  }
  return out;
}

/** γ_ij; 0 where C_ij = ∞. */
function gibbsPlan({ a, b, cost, epsilon }: Level, f: Vec, g: Vec): Vec {
  const m = b.length, plan = zeros(cost.length);
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < m; j++)
      if (a[i] > 0 && b[j] > 0 && cost[i * m + j] < Infinity) plan[i * m + j] = a[i] * b[j] * exp((f[i] + g[j] - cost[i * m + j]) / epsilon);
  return plan;
}

/** K v and Kᵀ u. */
function applyRows(plan: Vec, v: Vec, n: number): Vec {
  const m = v.length, out = zeros(n);
  for (let i = 0; i < n; i++) {
    let s = 0;
    for (let j = 0; j < m; j++) s += plan[i * m + j] * v[j];
    out[i] = s;
  }
  return out;
}
function applyColumns(plan: Vec, u: Vec, m: number): Vec {
  const out = zeros(m);
  for (let i = 0; i < u.length; i++) for (let j = 0; j < m; j++) out[j] += plan[i * m + j] * u[i];
  return out;
}

/** (a/(Kv))^κ exp(-f/(ρ+ε)), κ = ρ/(ρ+ε): the factor that makes the first optimality condition hold. */
function scaling(level: Level, mass: Vec, reached: Vec, potential: Vec): Vec {
  const { epsilon, relaxation } = level;
  if (relaxation === Infinity) return mass.map((v, i) => (reached[i] > 0 ? v / reached[i] : 1));
  const damping = relaxation / (relaxation + epsilon);
  return mass.map((v, i) => (v > 0 && reached[i] > 0 ? exp(damping * log(v / reached[i]) - potential[i] / (relaxation + epsilon)) : 1));
}

const tame = (x: Vec): boolean => x.every(v => v > 1e-100 && v < 1e100);
const absorb = (potential: Vec, epsilon: number, factor: Vec): Vec => potential.map((v, i) => v + epsilon * log(factor[i]));

/** Sweeps until the plan changes by less than `tolerance`; potentials are rebuilt in the log domain whenever a scaling grows out of range. */
function relax(level: Level, start: Vec, tolerance: number, sweeps: number): { f: Vec; g: Vec; error: number } {
  const { a, b, epsilon } = level;
  let f = softMinimum(level, start, false), g = softMinimum(level, f, true), error = Infinity;
  for (let done = 0; done < sweeps && error > tolerance; ) {
    const plan = gibbsPlan(level, f, g);
    let u: Vec = a.map(() => 1), v: Vec = b.map(() => 1);
    while (done < sweeps && error > tolerance && tame(u) && tame(v)) {
      const reached = applyRows(plan, v, a.length), next = scaling(level, a, reached, f);
      error = reached.reduce((s, r, i) => s + r * Math.abs(next[i] - u[i]), 0);
      u = next;
      v = scaling(level, b, applyColumns(plan, u, b.length), g);
      done++;
    }
    f = absorb(f, epsilon, u);
    g = absorb(g, epsilon, v);
  }
  return { f, g, error };
}

/** Where annealing starts: the largest finite cost, or the strength of the penalties. */
const coarsest = (cost: Vec, relaxation: number): number =>
  cost.reduce((s, c) => (c < Infinity ? Math.max(s, c) : s), relaxation === Infinity ? 0 : relaxation);

/** Σ a φ(f) with φ(f) = f, or ρ(1 - e^{-f/ρ}) where marginals are relaxed. */
function dualTerm(mass: Vec, potential: Vec, relaxation: number): number {
  if (relaxation === Infinity) return mass.reduce((s, w, i) => s + (w > 0 ? w * potential[i] : 0), 0);
  return mass.reduce((s, w, i) => s + w * relaxation * (1 - exp(-potential[i] / relaxation)), 0);
}

/**
 * Entropic transport min ∫ C dγ + ε KL(γ | a⊗b) over plans with marginals a, b, or with the penalties ρ KL(γ_1|a) + ρ KL(γ_2|b):
 * alternating projections in the log domain, ε halved from the largest cost down to its final value. I-7.
 */
export function sinkhorn(a: Vec, b: Vec, cost: Vec, options: SinkhornOptions): EntropicPlan {
  const { epsilon, relaxation = Infinity, tolerance = 1e-9, sweeps = 20000 } = options, mass = a.reduce((s, v) => s + v, 0);
  if (relaxation === Infinity) requireEqualMass(a, b);
  const level = (e: number): Level => ({ a, b, cost, epsilon: e, relaxation });
  let g = zeros(b.length);
  for (let e = coarsest(cost, relaxation); e > epsilon; e /= 2) g = relax(level(e), g, 1e-3 * mass, 20).g;
  const last = relax(level(epsilon), g, tolerance * mass, sweeps), plan = gibbsPlan(level(epsilon), last.f, last.g);
  const total = plan.reduce((s, v) => s + v, 0), priors = a.reduce((s, v) => s + v, 0) * b.reduce((s, v) => s + v, 0);
  return {
    status: last.error <= tolerance * mass ? "completed" : "not-converged",
    plan, source: last.f, target: last.g,
    cost: couplingCost(couplingOf(plan, b.length), cost, b.length),
    value: dualTerm(a, last.f, relaxation) + dualTerm(b, last.g, relaxation) - epsilon * (total - priors),
    marginalError: last.error,
  };
}

/** S_ε = OT_ε(a, b) - ½OT_ε(a, a) - ½OT_ε(b, b) ≥ 0 from the three costs; 0 exactly when a = b. */
export function sinkhornDivergence(a: Vec, b: Vec, costs: { readonly ab: Vec; readonly aa: Vec; readonly bb: Vec }, options: SinkhornOptions): number {
  const value = (x: Vec, y: Vec, cost: Vec): number => sinkhorn(x, y, cost, options).value;
  return value(a, b, costs.ab) - 0.5 * (value(a, a, costs.aa) + value(b, b, costs.bb));
}
