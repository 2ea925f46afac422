import type { Vec } from "../../arithmetic/vec.js";
import { type ReducedCosts, reducedCosts } from "../../compute/index.js";
import { maxAbs, sum, zeros } from "../../arithmetic/vectors.js";
import { costOf, hang, join, rehang, type SpanningTree, starTree } from "./spanning-tree.js";

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
  toleranceNow: () => number,
): () => Entering | undefined {
  const arcs = cost.length;
  const m = arcs / sources;
  const block = Math.max(m, Math.ceil(Math.sqrt(arcs)));
  const reduced = (at: number): number => cost[at] - potentials[Math.floor(at / m)] - potentials[sources + (at % m)];
  /** The best of a block, which may go on at the first arc. */
  const bestOf = (from: number, count: number, tolerance: number): number => {
    const first = Math.min(count, arcs - from);
    const best = least(from, first, -tolerance);
    if (first === count) return best;
    const later = least(0, count - first, best < 0 ? -tolerance : reduced(best));
    return later < 0 ? best : later;
  };
  let at = 0;
  return () => {
    const tolerance = toleranceNow();
    for (let seen = 0; seen < arcs; seen += block) {
      const count = Math.min(block, arcs - seen);
      const best = bestOf(at, count, tolerance);
      at = (at + count) % arcs;
      if (best >= 0) return { source: Math.floor(best / m), sink: sources + (best % m), reduced: reduced(best) };
    }
    return undefined;
  };
}

/**
 * The node whose arc to its parent leaves the basis: least flow among the arcs that lose flow; among equals the last
 * one met on the cycle when it is run through from the join in the direction of the entering arc (strongly feasible
 * trees: degenerate pivots cannot cycle).
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

/** Pivots until no arc shortens the transport by more than the tolerance. */
function optimise(tree: SpanningTree, costs: ReducedCosts, cost: Vec, tolerance: () => number): void {
  const price = pricing(costs, cost, tree.sources, tolerance);
  for (let entering = price(); entering; entering = price()) pivot(tree, entering);
}

/** Reduced costs nearer to 0 than this, relative to the potentials that they are made of, are rounding. */
const ROUNDING = 1e-14;
/** The cost that rounding may hide, relative to what is paid. */
const HIDDEN = 1e-15;
/** Each round takes some fourteen digits off the potentials; 308 are all that a double has. */
const ROUNDS = 24;

/** C_ij - f_i - g_j, n × m: near 0 without rounding of the size of f and g, since what cancels is exact. */
function slacks(cost: Vec, potential: Vec, sources: number): Vec {
  const m = cost.length / sources;
  const out = new Float64Array(cost.length);
  for (let i = 0, at = 0; i < sources; i++)
    for (let j = 0; j < m; j++, at++) out[at] = cost[at] - (potential[i] + potential[sources + j]);
  return out;
}

/** Σ over rounds of f and g, counted from the source of median potential, near which most of the digits are wanted. */
function total(rounds: readonly Vec[], sources: number): Vec {
  const order = Int32Array.from({ length: sources }, (_, i) => i).sort((i, j) => rounds[0][i] - rounds[0][j] || i - j);
  const middle = order[sources >> 1];
  const out = zeros(rounds[0].length);
  for (const potential of rounds)
    for (let v = 0; v < out.length; v++)
      out[v] += v < sources ? potential[v] - potential[middle] : potential[v] + potential[middle];
  return out;
}

/** An optimal tree, f on sources and g on sinks, and what is left of C - f - g, n × m: ≥ 0 but for rounding. */
export interface OptimalTree {
  readonly tree: SpanningTree;
  readonly potential: Vec;
  readonly slack: Vec;
}

/**
 * An optimal basis of min Σ C γ over plans with marginals a > 0 and b > 0 (n × m row-major costs ≥ 0): the network
 * simplex method on strongly feasible trees. Artificial arcs of cost max C suffice, because every source reaches every
 * sink directly. Where costs differ by many orders the potentials of the far nodes hide the near costs: the problem
 * with the costs C - f - g has the same plans and small potentials, and is gone on with until rounding hides nothing.
 */
export function networkSimplex(a: Vec, b: Vec, cost: Vec): OptimalTree {
  const n = a.length;
  const size = maxAbs(cost);
  let costs = reducedCosts(cost, n);
  let tree = starTree(a, b, size || 1, costs.potentials);
  optimise(tree, costs, cost, () => ROUNDING * size);
  const mass = sum(a);
  const rounds: Vec[] = [];
  let slack = cost;
  for (;;) {
    const now = costs.potentials.slice(0, n + b.length);
    rounds.push(now);
    slack = slacks(slack, now, n);
    if (rounds.length === ROUNDS || ROUNDING * maxAbs(now) * mass <= HIDDEN * costOf(tree, cost)) break;
    const { potentials } = (costs = reducedCosts(slack, n));
    tree = hang({ ...tree, potential: potentials }, slack);
    optimise(tree, costs, slack, () => ROUNDING * maxAbs(potentials));
  }
  return { tree, potential: total(rounds, n), slack };
}
