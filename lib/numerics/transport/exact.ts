import { requireCosts, requireMasses } from "./preconditions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { refuse } from "../../arithmetic/refusal.js";
import { sum, tabulate } from "../../arithmetic/vectors.js";
import { type Coupling, couplingCost } from "./coupling.js";
import { sourceTransform, targetTransform } from "./cost.js";
import { networkSimplex, type OptimalTree } from "./network-simplex.js";
import { costOf, type SpanningTree } from "./spanning-tree.js";

/** A plan with its dual certificate: f_i + g_j ≤ C_ij, so that value - dualValue ≥ 0 bounds the error of both. */
export interface OptimalPlan {
  readonly coupling: Coupling;
  /** ∫ C dγ */
  readonly value: number;
  /** f and g. */
  readonly source: Vec;
  readonly target: Vec;
  /**
   * Σ a f + Σ b g of potentials that are feasible, counted from `value` downwards, since far potentials would cancel.
   */
  readonly dualValue: number;
}

/** Refuses masses that cannot be transported into each other. */
export function requireEqualMass(a: Vec, b: Vec): void {
  const from = sum(a);
  const to = sum(b);
  if (!(from > 0 && to > 0))
    refuse(`there is no mass to be transported (${from} to ${to}): give measures of positive total mass`);
  if (!(Math.abs(from - to) <= 1e-9 * Math.max(from, to)))
    refuse(`transport moves mass and cannot change it (${from} to ${to}): use hellinger-kantorovich, or normalise`);
}

const positive = (a: Vec): Int32Array => Int32Array.from(a.keys()).filter(i => a[i] > 0);
const pick = (a: Vec, at: Int32Array): Vec => Float64Array.from(at, i => a[i]);

/** The entries of some rows and columns of a matrix with m columns; the matrix itself where these are all. */
function submatrix(a: Vec, m: number, rows: Int32Array, columns: Int32Array): Vec {
  const count = columns.length;
  if (rows.length * count === a.length) return a;
  return tabulate(rows.length * count, k => a[rows[Math.floor(k / count)] * m + columns[k % count]]);
}

/**
 * The arcs of the tree between a source and a sink, by source and sink; the arcs to the root carry nothing but
 * rounding.
 */
function treeCoupling({ sources, root, parent, flow }: SpanningTree, rows: Int32Array, columns: Int32Array): Coupling {
  const arcs = Array.from({ length: root }, (_, v) => v).filter(v => parent[v] !== root && flow[v] > 0);
  const ends = arcs
    .map(v => (v < sources ? [v, parent[v] - sources, v] : [parent[v], v - sources, v]))
    .sort(([i, j], [k, l]) => i - k || j - l);
  return {
    sources: Int32Array.from(ends, ([i]) => rows[i]),
    targets: Int32Array.from(ends, ([, j]) => columns[j]),
    masses: Float64Array.from(ends, ([, , v]) => flow[v]),
  };
}

/** Potentials of the tree where there is mass; elsewhere -∞, which never binds. */
function spread(potential: Vec, at: Int32Array, length: number): Vec {
  const out = new Float64Array(length).fill(-Infinity);
  at.forEach((i, k) => {
    out[i] = potential[k];
  });
  return out;
}

/** `of` where it is finite, `other` elsewhere. */
const completed = (of: Vec, other: Vec): Vec => of.map((v, i) => (v === -Infinity ? other[i] : v));

/** Σ (C - f - g) dγ, and the mass times the largest f + g - C: by how much the dual may lie below the primal value. */
const dualLoss = ({ tree, slack }: OptimalTree, mass: number): number =>
  costOf(tree, slack) - mass * slack.reduce((least, v) => Math.min(least, v), 0);

/**
 * min ∫ C dγ over plans with marginals a ≥ 0 and b ≥ 0 of equal mass, exact up to rounding; `cost` ≥ 0 is n × m
 * row-major. The same input gives the same plan, also where several are optimal.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const [a, b] = [measures.equalWeights(2), measures.equalWeights(3)];
 * const { value } = transport.optimalTransport(a, b, transport.costMatrix(x, y, 1, 2)); // W₂²
 * ```
 */
export function optimalTransport(a: Vec, b: Vec, cost: Vec): OptimalPlan {
  requireMasses(a, b);
  requireCosts(a, b, cost);
  requireEqualMass(a, b);
  const m = b.length;
  const rows = positive(a);
  const columns = positive(b);
  const optimal = networkSimplex(pick(a, rows), pick(b, columns), submatrix(cost, m, rows, columns));
  const coupling = treeCoupling(optimal.tree, rows, columns);
  const f = spread(optimal.potential, rows, a.length);
  const g = spread(optimal.potential.subarray(rows.length), columns, m);
  const source = completed(f, sourceTransform(cost, g));
  const value = couplingCost(coupling, cost, m);
  return {
    coupling,
    value,
    source,
    target: completed(g, targetTransform(cost, source)),
    dualValue: value - dualLoss(optimal, sum(a)),
  };
}
