import { exp } from "../../numerics/functions.js";
import type { Vec } from "../../types.js";
import { exponentialRow } from "./exponential.js";
import { raise } from "./soft-minimum.js";
import { addColumn } from "./values.js";

/** What γ_ij = a_i b_j e^{(f_i + g_j - c_ij) rate} is made of. */
export interface Scalings {
  readonly a: Vec;
  readonly b: Vec;
  readonly f: Vec;
  readonly g: Vec;
  readonly rate: number;
}

/** Costs c (n × m) of an entropic transport problem, and the plan γ that was made last. */
export interface Gibbs {
  /** Per row top_i = max_j h_ij and Σ_j w_j e^{h_ij - top_i}, where h_ij = (g_j - c_ij) rate: n × 2. */
  softRows(g: Vec, w: Vec, rate: number): Vec;
  /** The same per column, with f and weights of the rows: m × 2. */
  softColumns(f: Vec, w: Vec, rate: number): Vec;
  /** Makes γ; the exponents must be below 700. A potential -∞ leaves its row or column out. */
  weigh(scalings: Scalings): void;
  /** γ v */
  applyRows(v: Vec): Vec;
  /** γᵀ u */
  applyColumns(u: Vec): Vec;
  /** γ, n × m. */
  plan(): Vec;
}

/** One side of it: a matrix whose rows are summed. */
interface Side {
  readonly costs: Vec;
  readonly plan: Vec;
}

function softSums({ costs }: Side, g: Vec, w: Vec, rate: number): Vec {
  const m = w.length, n = costs.length / m, exponential = exponentialRow(1, 1), row = new Float64Array(m), out = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    row.set(costs.subarray(i * m, i * m + m));
    const top = raise(row, g, 0, rate, -Infinity);
    for (let j = 0; j < m; j++) row[j] = top - row[j];
    exponential(row, m, row);
    out[2 * i] = top;
    out[2 * i + 1] = addColumn(0, row, w, m);
  }
  return out;
}

/** What slacks are counted from: the least of them, or 0 where all costs are ∞. */
export const base = (leastSlack: number): number => (leastSlack < Infinity ? leastSlack : 0);

/** min_ij c_ij - (f_i + g_j) */
function leastSlack({ costs }: Side, f: Vec, g: Vec): number {
  let least = Infinity;
  for (let i = 0, at = 0; i < f.length; i++)
    for (let j = 0; j < g.length; j++, at++) {
      const slack = costs[at] - (f[i] + g[j]);
      if (slack < least) least = slack;
    }
  return least;
}

/** γ_ij = a_i b_j factor e^{-rate (c_ij - (f_i + g_j) - least)}: what is exponentiated is not positive. */
function fill({ costs, plan }: Side, { a, b, f, g, rate }: Scalings, factor: number, least: number): void {
  const m = b.length, exponential = exponentialRow(factor, rate);
  for (let i = 0; i < a.length; i++) {
    const row = plan.subarray(i * m, i * m + m);
    for (let j = 0; j < m; j++) row[j] = costs[i * m + j] - (f[i] + g[j]) - least;
    exponential(row, m, row);
    for (let j = 0; j < m; j++) row[j] = a[i] * b[j] * row[j];
  }
}

function apply({ plan }: Side, v: Vec): Vec {
  const m = v.length, out = new Float64Array(plan.length / m);
  for (let i = 0; i < out.length; i++) out[i] = addColumn(0, plan.subarray(i * m, i * m + m), v, m);
  return out;
}

/** Aᵀ of a matrix with n rows. */
export function transposed(a: Vec, n: number): Vec {
  const m = a.length / n, out = new Float64Array(a.length);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) out[j * n + i] = a[i * m + j];
  return out;
}

/** The other side sees the same numbers: exponents f_i + g_j and products a_i b_j do not change when their parts do. */
export const turned = ({ a, b, f, g, rate }: Scalings): Scalings => ({ a: b, b: a, f: g, g: f, rate });

/** In memory of its own. */
export function gibbs(costs: Vec, n: number): Gibbs {
  const side = (matrix: Vec): Side => ({ costs: matrix, plan: new Float64Array(matrix.length) });
  const rows = side(costs), columns = side(transposed(costs, n));
  return {
    softRows: (g, w, rate) => softSums(rows, g, w, rate),
    softColumns: (f, w, rate) => softSums(columns, f, w, rate),
    weigh: scalings => {
      const least = base(leastSlack(rows, scalings.f, scalings.g)), factor = exp(-least * scalings.rate);
      fill(rows, scalings, factor, least);
      fill(columns, turned(scalings), factor, least);
    },
    applyRows: v => apply(rows, v),
    applyColumns: u => apply(columns, u),
    plan: () => rows.plan.slice(),
  };
}
