import type { Vec } from "../../arithmetic/vec.js";
import { maxAbs, zeros } from "../../arithmetic/vectors.js";
import type { Edges, Lattice } from "./graph-operators.js";

/** Edges at each node: `edges[start[i]] … edges[start[i+1]-1]`. */
interface Incidence {
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

/** Counting sort of the edge ends by node. */
function incidence({ from, to }: Edges, nodes: number): Incidence {
  const start = new Int32Array(nodes + 1);
  const edges = new Int32Array(2 * from.length);
  for (const ends of [from, to]) for (const i of ends) start[i + 1]++;
  for (let i = 0; i < nodes; i++) start[i + 1] += start[i];
  const next = start.slice();
  for (let e = 0; e < from.length; e++) {
    edges[next[from[e]]++] = e;
    edges[next[to[e]]++] = e;
  }
  return { start, edges };
}

/** Nodes in breadth-first order and the edge that led to each (-1 at roots); the first root is given. */
function traverse(group: Edges, nodes: number, root: number): { order: Int32Array; parent: Int32Array; roots: number } {
  const { start, edges } = incidence(group, nodes);
  const order = new Int32Array(nodes);
  const parent = new Int32Array(nodes).fill(-2);
  let found = 0;
  let roots = 0;
  for (const seed of [root, ...parent.keys()]) {
    if (parent[seed] !== -2) continue;
    parent[seed] = -1;
    roots++;
    order[found++] = seed;
    for (let k = found - 1; k < found; k++)
      for (let a = start[order[k]]; a < start[order[k] + 1]; a++) {
        const e = edges[a];
        const other = group.from[e] === order[k] ? group.to[e] : group.from[e];
        if (parent[other] !== -2) continue;
        parent[other] = e;
        order[found++] = other;
      }
  }
  return { order, parent, roots };
}

/** Whether Gᵀ is injective: one group of edges without a cycle. */
export function isForest({ groups, volumes }: Lattice): boolean {
  if (groups.length !== 1) return false;
  return groups[0].from.length === volumes.length - traverse(groups[0], volumes.length, 0).roots;
}

const heaviest = (mass: Vec): number => mass.reduce((best, m, i) => (m > mass[best] ? i : best), 0);

/**
 * The fluxes j with Gᵀ j = rate on a forest: each edge carries what its outer side gains. The root stands where the
 * mass is, so that the small fluxes of the tails are sums of small numbers only.
 */
export function cumulatedFlux({ groups: [group], volumes }: Lattice, mass: Vec, rate: Vec): Vec {
  const { order, parent } = traverse(group, volumes.length, heaviest(mass));
  const gain = rate.slice();
  const flux = zeros(group.from.length);
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    const e = parent[i];
    if (e < 0) continue;
    const inward = group.to[e] === i;
    flux[e] = (inward ? gain[i] : -gain[i]) * group.lengths[e];
    gain[inward ? group.from[e] : group.to[e]] += gain[i];
  }
  return flux;
}

/**
 * bᵀ(Gᵀ diag(w) G + diag(d))^{-1} b for w, d ≥ 0 on a forest: leaves are eliminated one after the other (Thomas on a
 * chain). A leaf with d and the conductance c of its edge leaves dc/(d+c) behind and passes on its share c/(d+c) of b:
 * no pivot is a difference, and all terms of the sum are positive, so that masses of any size keep their digits.
 * Infinity where b stands on a node without d and c.
 */
export function forestForm({ groups: [group], volumes }: Lattice, w: Vec, d: Vec, b: Vec): number {
  const { order, parent } = traverse(group, volumes.length, heaviest(d));
  const own = d.slice();
  const rest = b.slice();
  const noise = 1e-12 * maxAbs(b);
  let form = 0;
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    const e = parent[i];
    const c = e < 0 ? 0 : w[e] / (group.lengths[e] * group.lengths[e]);
    const pivot = own[i] + c;
    if (pivot > 0) form += (rest[i] * rest[i]) / pivot;
    else if (Math.abs(rest[i]) > noise) return Infinity;
    if (e < 0 || !(pivot > 0)) continue;
    const up = group.to[e] === i ? group.from[e] : group.to[e];
    own[up] += (own[i] * c) / pivot;
    rest[up] += (rest[i] * c) / pivot;
  }
  return form;
}
