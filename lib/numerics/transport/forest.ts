import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";

/** Masses of the nodes, n sources before the sinks; costs n × m; the weight ρ of the relaxed margins. */
export interface Relaxed {
  readonly masses: Vec;
  readonly sources: number;
  readonly cost: Vec;
  readonly weight: number;
}

/**
 * Arcs k = 0, 1, … from sources to sinks without cycles, changed in place. `ends` has the source of arc k at 2k and its
 * sink at 2k + 1; `first`, `last`, `next` and `previous` chain the ends of each node, in the order in which they came.
 * A tree that was hung has, by node, the arc to the parent (-1 at its root), the parent, the depth, and the root.
 */
export interface Forest {
  readonly sources: number;
  readonly flow: Vec;
  readonly ends: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly unused: number[];
  readonly up: Int32Array;
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  readonly root: Int32Array;
}

/** No arc between any of the nodes. */
export function bareForest({ masses, sources }: Relaxed): Forest {
  const size = masses.length;
  const byNode = (): Int32Array => new Int32Array(size).fill(-1);
  return {
    sources,
    flow: zeros(size),
    ends: new Int32Array(2 * size).fill(-1),
    first: byNode(),
    last: byNode(),
    next: new Int32Array(2 * size).fill(-1),
    previous: new Int32Array(2 * size).fill(-1),
    unused: Array.from({ length: size }, (_, k) => size - 1 - k),
    up: byNode(),
    parent: byNode(),
    depth: new Int32Array(size),
    root: Int32Array.from({ length: size }, (_, v) => v),
  };
}

/** Joins source i and node v by an arc that carries `mass`. */
export function addArc(
  { unused, ends, first, last, next, previous, flow }: Forest,
  i: number,
  v: number,
  mass: number,
): void {
  const k = unused.pop()!;
  flow[k] = mass;
  [i, v].forEach((node, side) => {
    const end = 2 * k + side;
    ends[end] = node;
    next[end] = -1;
    previous[end] = last[node];
    if (last[node] >= 0) next[last[node]] = end;
    else first[node] = end;
    last[node] = end;
  });
}

export function removeArc({ unused, ends, first, last, next, previous }: Forest, k: number): void {
  for (const end of [2 * k, 2 * k + 1]) {
    if (previous[end] >= 0) next[previous[end]] = next[end];
    else first[ends[end]] = next[end];
    if (next[end] >= 0) previous[next[end]] = previous[end];
    else last[ends[end]] = previous[end];
    ends[end] = -1;
  }
  unused.push(k);
}

/** Hangs the tree of a node by it; returns the nodes of that tree, parents first. */
export function hang({ ends, first, next, up, parent, depth, root }: Forest, top: number): readonly number[] {
  up[top] = -1;
  parent[top] = -1;
  depth[top] = 0;
  root[top] = top;
  const nodes: number[] = [];
  const open = [top];
  for (let v = open.pop(); v !== undefined; v = open.pop()) {
    nodes.push(v);
    for (let end = first[v]; end >= 0; end = next[end]) {
      if (end >> 1 === up[v]) continue;
      const w = ends[end ^ 1];
      up[w] = end >> 1;
      parent[w] = v;
      depth[w] = depth[v] + 1;
      root[w] = top;
      open.push(w);
    }
  }
  return nodes;
}

/** The arcs between two nodes of one tree, from the first to the second. */
export function pathBetween({ up, parent, depth }: Forest, from: number, to: number): readonly number[] {
  const [one, two]: [number[], number[]] = [[], []];
  let [v, w] = [from, to];
  while (v !== w)
    if (depth[v] >= depth[w]) {
      one.push(up[v]);
      v = parent[v];
    } else {
      two.push(up[w]);
      w = parent[w];
    }
  return [...one, ...two.reverse()];
}
