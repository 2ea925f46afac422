import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";

/**
 * The basis of a transportation simplex: a tree on n sources (0 … n-1), m sinks (n … n+m-1) and a root (n+m). Arcs
 * always leave sources and enter sinks, so the arc between v and its parent points up where v is a source and down
 * where v is a sink; `flow[v]` is what it carries. `potential` is f on sources and g on sinks, with f_i + g_j = C_ij on
 * every arc of the tree.
 */
export interface SpanningTree {
  readonly sources: number;
  readonly root: number;
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  readonly flow: Vec;
  readonly potential: Vec;
  readonly firstChild: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

/**
 * Every node hangs on the root by an artificial arc of cost `big`, sources sending a, sinks receiving b; `potential`
 * has room for all.
 */
export function starTree(a: Vec, b: Vec, big: number, potential: Vec): SpanningTree {
  const root = a.length + b.length;
  const links = (): Int32Array => new Int32Array(root + 1).fill(-1);
  const flow = zeros(root + 1);
  const depth = new Int32Array(root + 1).fill(1, 0, root);
  potential.fill(big, 0, root);
  flow.set(a);
  flow.set(b, a.length);
  const tree: SpanningTree = {
    sources: a.length,
    root,
    flow,
    potential,
    depth,
    parent: links(),
    firstChild: links(),
    next: links(),
    previous: links(),
  };
  for (let v = root - 1; v >= 0; v--) attach(tree, v, root);
  return tree;
}

function attach({ parent, firstChild, next, previous }: SpanningTree, v: number, to: number): void {
  const sibling = firstChild[to];
  parent[v] = to;
  next[v] = sibling;
  previous[v] = -1;
  if (sibling >= 0) previous[sibling] = v;
  firstChild[to] = v;
}

function detach({ parent, firstChild, next, previous }: SpanningTree, v: number): void {
  if (previous[v] >= 0) next[previous[v]] = next[v];
  else firstChild[parent[v]] = next[v];
  if (next[v] >= 0) previous[next[v]] = previous[v];
}

/** Calls visit on v and everything below it, parents first. */
function descend({ firstChild, next, parent }: SpanningTree, top: number, visit: (v: number) => void): void {
  let v = top;
  for (;;) {
    visit(v);
    if (firstChild[v] >= 0) v = firstChild[v];
    else {
      while (v !== top && next[v] < 0) v = parent[v];
      if (v === top) return;
      v = next[v];
    }
  }
}

/** The entry of an n × m matrix for the arc between v and its parent; 0 for the artificial arcs to the root. */
function entryAbove({ parent, sources, root }: SpanningTree, matrix: Vec, v: number): number {
  const above = parent[v];
  if (above === root) return 0;
  return matrix[v < sources ? v * (root - sources) + above - sources : above * (root - sources) + v - sources];
}

/** Σ C γ over the arcs of the tree. */
export function costOf(tree: SpanningTree, cost: Vec): number {
  let total = 0;
  for (let v = 0; v < tree.root; v++) total += tree.flow[v] * entryAbove(tree, cost, v);
  return total;
}

/** Makes f_i + g_j = C_ij on the arcs of the tree, from 0 at the nodes that hang on the root. */
export function hang(tree: SpanningTree, cost: Vec): SpanningTree {
  const { parent, potential, root } = tree;
  potential[root] = 0;
  descend(tree, root, v => {
    if (v !== root) potential[v] = parent[v] === root ? 0 : entryAbove(tree, cost, v) - potential[parent[v]];
  });
  return tree;
}

/** The lowest node that is above both. */
export function join({ parent, depth }: SpanningTree, a: number, b: number): number {
  let u = a;
  let v = b;
  while (u !== v)
    if (depth[u] >= depth[v]) u = parent[u];
    else v = parent[v];
  return u;
}

/**
 * Cuts the arc above `cut` and hangs that part of the tree, turned over, by its node `top` on `to`; the new arc carries
 * `amount`, and
 * `shift` is added to the potential of `top` (and, with the sign of its kind, of all nodes that move).
 */
export function rehang(tree: SpanningTree, cut: number, top: number, to: number, amount: number, shift: number): void {
  const { parent, flow, potential, depth, sources } = tree;
  const isSource = top < sources;
  let v = top;
  let above = to;
  let carried = amount;
  for (;;) {
    const before = parent[v];
    const carriedBefore = flow[v];
    detach(tree, v);
    attach(tree, v, above);
    flow[v] = carried;
    if (v === cut) break;
    above = v;
    carried = carriedBefore;
    v = before;
  }
  descend(tree, top, w => {
    depth[w] = depth[parent[w]] + 1;
    potential[w] += w < sources === isSource ? shift : -shift;
  });
}
