import type { Vec } from "../types.js";
import { join, rehang, type SpanningTree, starTree } from "./spanning-tree.js";

/** An arc that shortens the transport: C_ij < f_i + g_j. */
interface Entering {
  readonly source: number;
  readonly sink: number;
  /** C_ij - f_i - g_j */
  readonly reduced: number;
}

/** Block search: the most negative reduced cost of the first block that has one, blocks taken in turn from where the last search ended. */
function pricing(tree: SpanningTree, cost: Vec, tolerance: number): () => Entering | undefined {
  const { potential, sources } = tree, m = tree.root - sources, block = Math.max(m, Math.ceil(Math.sqrt(cost.length)));
  let at = 0;
  return () => {
    let least = -tolerance, best = -1, seen = 0, inBlock = 0;
    for (let i = Math.floor(at / m), j = at % m; seen < cost.length; seen++) {
      const reduced = cost[at] - potential[i] - potential[sources + j];
      if (reduced < least) {
        least = reduced;
        best = at;
      }
      at++;
      if (++j === m) {
        j = 0;
        i++;
        if (i === sources) i = at = 0;
      }
      if (++inBlock === block) {
        if (best >= 0) break;
        inBlock = 0;
      }
    }
    return best < 0 ? undefined : { source: Math.floor(best / m), sink: sources + (best % m), reduced: least };
  };
}

/**
 * The node whose arc to its parent leaves the basis: least flow among the arcs that lose flow; among equals the last one met on the cycle
 * when it is run through from the join in the direction of the entering arc (strongly feasible trees: degenerate pivots cannot cycle).
 */
function leaving({ parent, flow, sources }: SpanningTree, { source, sink }: Entering, top: number): number {
  let cut = -1, least = Infinity;
  for (let v = source; v !== top; v = parent[v])
    if (v < sources && flow[v] < least) {
      least = flow[v];
      cut = v;
    }
  for (let v = sink; v !== top; v = parent[v])
    if (v >= sources && flow[v] <= least) {
      least = flow[v];
      cut = v;
    }
  return cut;
}

/** Sends `amount` around the cycle; true if `cut` lies between the source and the join. */
function send({ parent, flow, sources }: SpanningTree, { source, sink }: Entering, top: number, amount: number, cut: number): boolean {
  let onSourceSide = false;
  for (let v = source; v !== top; v = parent[v]) {
    flow[v] += v < sources ? -amount : amount;
    onSourceSide ||= v === cut;
  }
  for (let v = sink; v !== top; v = parent[v]) flow[v] += v < sources ? amount : -amount;
  return onSourceSide;
}

/** One exchange of arcs. */
function pivot(tree: SpanningTree, entering: Entering): void {
  const { source, sink, reduced } = entering, top = join(tree, source, sink), cut = leaving(tree, entering, top), amount = tree.flow[cut];
  if (send(tree, entering, top, amount, cut)) rehang(tree, cut, source, sink, amount, reduced);
  else rehang(tree, cut, sink, source, amount, reduced);
}

/**
 * An optimal basis of min Σ C γ over plans with marginals a > 0 and b > 0 (n × m row-major costs ≥ 0): the network
 * simplex method on strongly
 * feasible trees. Artificial arcs of cost max C suffice, because every source reaches every sink directly.
 */
export function networkSimplex(a: Vec, b: Vec, cost: Vec): SpanningTree {
  const largest = cost.reduce((x, y) => Math.max(x, y), 0), tree = starTree(a, b, largest || 1);
  const price = pricing(tree, cost, 1e-14 * largest);
  for (let entering = price(); entering; entering = price()) pivot(tree, entering);
  return tree;
}
