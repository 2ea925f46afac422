import { exp } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
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

/** Factors of some rows from what they have reached, the first of which is row `first`. */
export type Scaling = (reached: Vec, first: number) => Vec;

/** Costs c (n × m) of an entropic transport problem, and the plan γ that was made last. */
export interface Gibbs {
  /** Per row top_i = max_j h_ij and Σ_j w_j e^{h_ij - top_i}, where h_ij = (g_j - c_ij) rate: n × 2. */
  softRows(g: Vec, w: Vec, rate: number): Vec;
  /** The same per column, with f and weights of the rows: m × 2. */
  softColumns(f: Vec, w: Vec, rate: number): Vec;
  /**
   * Makes γ, and says how many entries are not 0; the exponents must be below 700. A potential -∞ leaves its row or
   * column out.
   */
  weigh(scalings: Scalings): number;
  /** γᵀ u for factors u = scaling(γ v), which are asked for once for every row, in the order of the rows. */
  sweep(v: Vec, scaling: Scaling): Vec;
  /** γ, n × m. */
  plan(): Vec;
}

/** For every row of c: max_j h_ij and Σ_j w_j e^{h_ij - top_i}. */
function softRows(costs: Vec, g: Vec, w: Vec, rate: number): Vec {
  const m = w.length;
  const n = costs.length / m;
  const exponential = exponentialRow(1, 1);
  const row = new Float64Array(m);
  const out = new Float64Array(2 * n);
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

/** For every column of c: max_i h_ij and Σ_i w_i e^{h_ij - top_j}, row by row. */
function softColumns(costs: Vec, f: Vec, w: Vec, rate: number): Vec {
  const n = w.length;
  const m = costs.length / n;
  const top = new Float64Array(m).fill(-Infinity);
  const total = new Float64Array(m);
  const exponential = exponentialRow(1, 1);
  const row = new Float64Array(m);
  const exponent = (i: number, j: number): number => (f[i] - costs[i * m + j]) * rate;
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) if (top[j] < exponent(i, j)) top[j] = exponent(i, j);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) row[j] = top[j] - exponent(i, j);
    exponential(row, m, row);
    for (let j = 0; j < m; j++) total[j] += row[j] * w[i];
  }
  return Float64Array.from({ length: 2 * m }, (_, k) => (k % 2 === 0 ? top : total)[k >> 1]);
}

/** What slacks are counted from: the least of them, or 0 where all costs are ∞. */
export const base = (least: number): number => (least < Infinity ? least : 0);

/** min_ij c_ij - (f_i + g_j) */
function leastSlack(costs: Vec, f: Vec, g: Vec): number {
  let least = Infinity;
  for (let i = 0, at = 0; i < f.length; i++)
    for (let j = 0; j < g.length; j++, at++) {
      const slack = costs[at] - (f[i] + g[j]);
      if (slack < least) least = slack;
    }
  return least;
}

/**
 * γ_ij = a_i b_j factor e^{-rate (c_ij - (f_i + g_j) - least)}: what is exponentiated is not positive. Returns how many
 * entries are not 0.
 */
function fill(costs: Vec, { a, b, f, g, rate }: Scalings, factor: number, least: number, plan: Vec): number {
  const m = b.length;
  const exponential = exponentialRow(factor, rate);
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    const row = plan.subarray(i * m, i * m + m);
    for (let j = 0; j < m; j++) row[j] = costs[i * m + j] - (f[i] + g[j]) - least;
    exponential(row, m, row);
    for (let j = 0; j < m; j++) {
      row[j] = a[i] * b[j] * row[j];
      if (row[j] !== 0) count++;
    }
  }
  return count;
}

function applyRows(plan: Vec, v: Vec): Vec {
  const m = v.length;
  const out = new Float64Array(plan.length / m);
  for (let i = 0; i < out.length; i++) out[i] = addColumn(0, plan.subarray(i * m, i * m + m), v, m);
  return out;
}

function applyColumns(plan: Vec, u: Vec): Vec {
  const m = plan.length / u.length;
  const out = new Float64Array(m);
  for (let i = 0, at = 0; i < u.length; i++) for (let j = 0; j < m; j++, at++) out[j] += plan[at] * u[i];
  return out;
}

/** In memory of its own. */
export function gibbs(costs: Vec): Gibbs {
  const plan = new Float64Array(costs.length);
  return {
    softRows: (g, w, rate) => softRows(costs, g, w, rate),
    softColumns: (f, w, rate) => softColumns(costs, f, w, rate),
    weigh: scalings => {
      const least = base(leastSlack(costs, scalings.f, scalings.g));
      return fill(costs, scalings, exp(-least * scalings.rate), least, plan);
    },
    sweep: (v, scaling) => applyColumns(plan, scaling(applyRows(plan, v), 0)),
    plan: () => plan.slice(),
  };
}
