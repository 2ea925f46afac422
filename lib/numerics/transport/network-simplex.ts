import type { Vec } from "../../arithmetic/vec.js";
import { type ReducedCosts, reducedCosts } from "../../compute/index.js";
import { maxAbs } from "../../arithmetic/vectors.js";
import { join, rehang, type SpanningTree, starTree } from "./spanning-tree.js";

/** An arc that shortens the transport: C_ij < f_i + g_j. */
interface Entering {
  readonly source: number;
  readonly sink: number;
  /** C_ij - f_i - g_j */
  readonly reduced: number;
}

/**
 * Block search: the most negative reduced cost of the first block that has one, blocks taken in turn from where the
 * last search ended.
 */
function pricing(
  { potentials, least }: ReducedCosts,
  cost: Vec,
  sources: number,
  tolerance: number,
): () => Entering | undefined {
  const arcs = cost.length;
  const m = arcs / sources;
  const block = Math.max(m, Math.ceil(Math.sqrt(arcs)));
  const reduced = (at: number): number => cost[at] - potentials[Math.floor(at / m)] - potentials[sources + (at % m)];
  /** The best of a block, which may go on at the first arc. */
  const bestOf = (from: number, count: number): number => {
    const first = Math.min(count, arcs - from);
    const best = least(from, first, -tolerance);
    if (first === count) return best;
    const later = least(0, count - first, best < 0 ? -tolerance : reduced(best));
    return later < 0 ? best : later;
  };
  let at = 0;
  return () => {
    for (let seen = 0; seen < arcs; seen += block) {
      const count = Math.min(block, arcs - seen);
      const best = bestOf(at, count);
      at = (at + count) % arcs;
      if (best >= 0) return { source: Math.floor(best / m), sink: sources + (best % m), reduced: reduced(best) };
    }
    return undefined;
  };
}

/**
 * The node whose arc to its parent leaves the basis: least flow among the arcs that lose flow; among equals the last
 * one met on the cycle
 * when it is run through from the join in the direction of the entering arc (strongly feasible trees: degenerate pivots
 * cannot cycle).
 */
function leaving({ parent, flow, sources }: SpanningTree, { source, sink }: Entering, top: number): number {
  let cut = -1;
  let least = Infinity;
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
function send(
  { parent, flow, sources }: SpanningTree,
  { source, sink }: Entering,
  top: number,
  amount: number,
  cut: number,
): boolean {
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
  const { source, sink, reduced } = entering;
  const top = join(tree, source, sink);
  const cut = leaving(tree, entering, top);
  const amount = tree.flow[cut];
  if (send(tree, entering, top, amount, cut)) rehang(tree, cut, source, sink, amount, reduced);
  else rehang(tree, cut, sink, source, amount, reduced);
}

/**
 * An optimal basis of min Σ C γ over plans with marginals a > 0 and b > 0 (n × m row-major costs ≥ 0): the network
 * simplex method on strongly
 * feasible trees. Artificial arcs of cost max C suffice, because every source reaches every sink directly.
 */
export function networkSimplex(a: Vec, b: Vec, cost: Vec): SpanningTree {
  const largest = maxAbs(cost);
  const costs = reducedCosts(cost, a.length);
  const tree = starTree(a, b, largest || 1, costs.potentials);
  const price = pricing(costs, cost, a.length, 1e-14 * largest);
  for (let entering = price(); entering; entering = price()) pivot(tree, entering);
  return { ...tree, potential: tree.potential.slice() };
}
