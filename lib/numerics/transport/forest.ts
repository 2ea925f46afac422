import type { Vec } from "../../arithmetic/vec.js";

/** An arc of a plan from source i to sink j, with its mass. */
export interface Arc {
  readonly i: number;
  readonly j: number;
  readonly flow: number;
}

/** Masses of the nodes, n sources before the sinks; costs n × m; the weight ρ of the relaxed margins. */
export interface Relaxed {
  readonly masses: Vec;
  readonly sources: number;
  readonly cost: Vec;
  readonly weight: number;
}

/** C_ij of an arc. */
export const costOf = ({ masses, sources, cost }: Relaxed, { i, j }: Pick<Arc, "i" | "j">): number =>
  cost[i * (masses.length - sources) + j];

/** Nodes of a forest, parents first; by node the arc to its parent (-1 at a root), the parent, and the root. */
export interface Order {
  readonly nodes: readonly number[];
  readonly up: Int32Array;
  readonly parent: Int32Array;
  readonly root: Int32Array;
}

/** Depth first from every node that is not reached yet. */
export function orderOf({ masses, sources }: Relaxed, arcs: readonly Arc[]): Order {
  const at: number[][] = Array.from(masses, () => []);
  arcs.forEach(({ i, j }, k) => {
    at[i].push(k);
    at[sources + j].push(k);
  });
  const [up, parent, root] = [0, 1, 2].map(() => new Int32Array(masses.length).fill(-1));
  const nodes: number[] = [];
  for (let start = 0; start < masses.length; start++) {
    if (root[start] >= 0) continue;
    root[start] = start;
    const open = [start];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      nodes.push(v);
      for (const k of at[v]) {
        const next = v < sources ? sources + arcs[k].j : arcs[k].i;
        if (root[next] >= 0) continue;
        root[next] = start;
        parent[next] = v;
        up[next] = k;
        open.push(next);
      }
    }
  }
  return { nodes, up, parent, root };
}

/** The arcs of the path from v up to the root. */
function ascent(v: number, { up, parent }: Order): number[] {
  const out: number[] = [];
  for (let w = v; up[w] >= 0; w = parent[w]) out.push(up[w]);
  return out;
}

/** The arcs between two nodes of one tree, from the first to the second. */
export function pathBetween(from: number, to: number, order: Order): readonly number[] {
  const [one, two] = [ascent(from, order), ascent(to, order)];
  while (one.length > 0 && two.length > 0 && one[one.length - 1] === two[two.length - 1]) {
    one.pop();
    two.pop();
  }
  return [...one, ...two.reverse()];
}
