import type { Vec } from "../types.js";
import { refuse } from "../refusal.js";
import { dot, sum, zeros } from "../numerics/vectors.js";
import { type Coupling, couplingCost, couplingOf } from "./coupling.js";
import { sourceTransform, targetTransform } from "./cost.js";

/** A plan with its dual certificate: f_i + g_j ≤ C_ij, so that value - dualValue ≥ 0 bounds the error of both. */
export interface OptimalPlan {
  readonly coupling: Coupling;
  /** ∫ C dγ */
  readonly value: number;
  /** f and g. */
  readonly source: Vec;
  readonly target: Vec;
  /** Σ a f + Σ b g */
  readonly dualValue: number;
}

/** What the algorithm carries from one augmentation to the next. */
interface Flow {
  readonly cost: Vec;
  readonly f: Vec;
  readonly g: Vec;
  readonly supply: Vec;
  readonly demand: Vec;
  readonly plan: Vec;
  /** Rows with flow into each column. */
  readonly rowsInto: readonly number[][];
}

/** A shortest path in reduced costs: columns in the order they were reached, the row before each, and the column before each row. */
interface Search {
  readonly end: number;
  readonly distance: Vec;
  readonly reached: readonly number[];
  readonly rowBefore: Int32Array;
  readonly columnBefore: ReadonlyMap<number, number>;
}

/** Refuses masses that cannot be transported into each other. */
export function requireEqualMass(a: Vec, b: Vec): void {
  const from = sum(a), to = sum(b);
  if (!(Math.abs(from - to) <= 1e-9 * Math.max(from, to)))
    refuse(`transport moves mass and cannot change it (${from} to ${to}): use hellinger-kantorovich, or normalise`);
}

/** The nearest column not yet reached, the first one among equals; -1 where nothing is left. */
function nearest(distance: Vec, done: Uint8Array): number {
  let best = -1;
  for (let j = 0; j < distance.length; j++) if (done[j] === 0 && (best < 0 || distance[j] < distance[best])) best = j;
  return best;
}

/** Dijkstra from one row in the residual graph; arcs that carry flow have reduced cost 0 backwards. */
function shortestPath({ cost, f, g, demand, rowsInto }: Flow, start: number): Search {
  const m = g.length, distance = new Float64Array(m).fill(Infinity), done = new Uint8Array(m), reached: number[] = [];
  const rowBefore = new Int32Array(m), columnBefore = new Map<number, number>([[start, -1]]);
  const relax = (row: number, base: number): void => {
    const shift = base - f[row];
    for (let j = 0; j < m; j++) {
      const length = shift + cost[row * m + j] - g[j];
      if (done[j] === 0 && length < distance[j]) {
        distance[j] = length;
        rowBefore[j] = row;
      }
    }
  };
  relax(start, 0);
  for (;;) {
    const end = nearest(distance, done);
    if (end < 0 || demand[end] > 0) return { end, distance, reached, rowBefore, columnBefore };
    done[end] = 1;
    reached.push(end);
    for (const row of rowsInto[end])
      if (!columnBefore.has(row)) {
        columnBefore.set(row, end);
        relax(row, distance[end]);
      }
  }
}

/** Keeps all reduced costs ≥ 0 and makes those along the path 0. */
function updatePotentials({ f, g }: Flow, { end, distance, reached, columnBefore }: Search): void {
  for (const [row, column] of columnBefore) f[row] += distance[end] - (column < 0 ? 0 : distance[column]);
  for (const j of reached) g[j] -= distance[end] - distance[j];
}

/** Calls visit(row, column, +1) on the arcs that gain flow and visit(row, column, -1) on those that lose it, from the end back. */
function alongPath({ end, rowBefore, columnBefore }: Search, visit: (row: number, column: number, sign: 1 | -1) => void): void {
  for (let j = end; j >= 0; ) {
    const row = rowBefore[j], before = columnBefore.get(row) ?? -1;
    visit(row, j, 1);
    if (before >= 0) visit(row, before, -1);
    j = before;
  }
}

/** Sends as much as the path from `start` allows. */
function augment({ plan, supply, demand, rowsInto, g }: Flow, start: number, path: Search): void {
  const m = g.length;
  let amount = Math.min(supply[start], demand[path.end]);
  alongPath(path, (row, j, sign) => {
    if (sign < 0) amount = Math.min(amount, plan[row * m + j]);
  });
  alongPath(path, (row, j, sign) => {
    const before = plan[row * m + j], after = before + sign * amount;
    plan[row * m + j] = after;
    if (before === 0 && after > 0) rowsInto[j].push(row);
    if (before > 0 && after === 0) rowsInto[j].splice(rowsInto[j].indexOf(row), 1);
  });
  supply[start] -= amount;
  demand[path.end] -= amount;
}

/**
 * min ∫ C dγ over plans with marginals a ≥ 0 and b ≥ 0 of equal mass: successive shortest augmenting paths with potentials, O(n m) each and
 * about n + m of them. Exact up to rounding, ties go to the smallest index. `cost` is n × m row-major.
 */
export function optimalTransport(a: Vec, b: Vec, cost: Vec): OptimalPlan {
  requireEqualMass(a, b);
  const dust = 1e-15 * sum(b), m = b.length, g = targetTransform(cost, zeros(a.length)), f = sourceTransform(cost, g);
  const demand = b.map(v => (v > dust ? v : 0));
  const flow: Flow = { cost, f, g, supply: a.slice(), demand, plan: zeros(cost.length), rowsInto: Array.from(b, () => []) };
  for (let row = 0; row < a.length; row++)
    while (flow.supply[row] > dust) {
      const path = shortestPath(flow, row);
      if (path.end < 0) break;
      updatePotentials(flow, path);
      augment(flow, row, path);
      if (flow.demand[path.end] <= dust) flow.demand[path.end] = 0;
    }
  const coupling = couplingOf(flow.plan, m);
  return { coupling, value: couplingCost(coupling, cost, m), source: f, target: g, dualValue: dot(a, f) + dot(b, g) };
}
