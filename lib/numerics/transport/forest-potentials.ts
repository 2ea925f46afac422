import { exp, log, log1p } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import { type Arc, costOf, type Order, type Relaxed } from "./forest.js";

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
