import type { Vec } from "../../arithmetic/vec.js";
import { sumAbs, zeros } from "../../arithmetic/vectors.js";
import type { Lattice } from "./graph-operators.js";

/** A total is 0 up to these fractions of what moves and of the masses it moves between. */
const ROUNDING = 1e-9;
const NOISE = 1e-12;

/** Tells of totals of a rate whether they are 0 but for rounding. */
export function vanishing(rate: Vec, masses: Vec): (total: number) => boolean {
  const rounding = ROUNDING * sumAbs(rate) + NOISE * sumAbs(masses);
  return total => Math.abs(total) <= rounding;
}

/** The root of the tree that a node is in, every second link cut short. */
function rootOf(parent: Int32Array, node: number): number {
  let i = node;
  while (parent[i] !== i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

/** For each node the least node that edges of positive weight join it with; weights are given per group. */
function components({ groups, volumes }: Lattice, weights: readonly Vec[]): Int32Array {
  const parent = Int32Array.from(volumes.keys());
  groups.forEach(({ from, to }, g) => {
    for (let e = 0; e < from.length; e++) {
      if (!(weights[g][e] > 0)) continue;
      const [a, b] = [rootOf(parent, from[e]), rootOf(parent, to[e])];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return parent.map((_, i) => rootOf(parent, i));
}

/**
 * Whether Gᵀ diag(edges) G + diag(nodes) has the rate in its range: what is joined by edges and has no node that may
 * change by itself keeps its mass.
 */
export function carries(lattice: Lattice, edges: readonly Vec[], nodes: Vec, masses: Vec, rate: Vec): boolean {
  const root = components(lattice, edges);
  const total = zeros(root.length);
  const free = zeros(root.length);
  root.forEach((r, i) => {
    total[r] += rate[i];
    free[r] += nodes[i] > 0 ? 1 : 0;
  });
  const vanishes = vanishing(rate, masses);
  return total.every((t, r) => free[r] > 0 || vanishes(t));
}
