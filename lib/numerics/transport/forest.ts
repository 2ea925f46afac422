import { exp, log, log1p } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";

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

/** log(x/y) for x, y > 0, from the difference where they are near. */
const logRatio = (x: number, y: number): number => (x < 2 * y && y < 2 * x ? log1p((x - y) / y) : log(x / y));

/**
 * Potentials with f_i + g_j = C_ij on the arcs, of each tree those of equal mass on both sides: with f + t and g - t
 * that is Σ a e^{-(f+t)/ρ} = Σ b e^{-(g-t)/ρ}, so t = ½ρ log(Σ a e^{-f/ρ} / Σ b e^{-g/ρ}).
 */
export function potentialsOf(problem: Relaxed, arcs: readonly Arc[], { nodes, up, parent, root }: Order): Vec {
  const { masses, sources, weight } = problem;
  const p = zeros(masses.length);
  for (const v of nodes) if (up[v] >= 0) p[v] = costOf(problem, arcs[up[v]]) - p[parent[v]];
  const side = (v: number): number => 2 * root[v] + (v < sources ? 0 : 1);
  const least = new Float64Array(2 * masses.length).fill(Infinity);
  for (const v of nodes) least[side(v)] = Math.min(least[side(v)], p[v]);
  const total = zeros(2 * masses.length);
  for (const v of nodes) total[side(v)] += masses[v] * exp((least[side(v)] - p[v]) / weight);
  const shift = (r: number): number =>
    least[2 * r + 1] < Infinity && least[2 * r] < Infinity
      ? 0.5 * (weight * logRatio(total[2 * r], total[2 * r + 1]) + least[2 * r + 1] - least[2 * r])
      : Infinity;
  const shifts = Float64Array.from(root, (r, v) => (r === v ? shift(r) : 0));
  return p.map((v, k) =>
    shifts[root[k]] === Infinity ? Infinity : k < sources ? v + shifts[root[k]] : v - shifts[root[k]],
  );
}

/** The masses of the arcs that carry the margins, from the leaves to the roots. */
export function flowsOf(margins: Vec, arcs: readonly Arc[], { nodes, up, parent }: Order): Vec {
  const rest = margins.slice();
  const flows = zeros(arcs.length);
  for (let k = nodes.length - 1; k >= 0; k--) {
    const v = nodes[k];
    if (up[v] < 0) continue;
    flows[up[v]] = rest[v];
    rest[parent[v]] -= rest[v];
  }
  return flows;
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
