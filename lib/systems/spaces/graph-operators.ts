import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "./space.js";
import { zeros } from "../../arithmetic/vectors.js";
import type { Mobility } from "./mobilities.js";

/** Π [a_c, b_c]. */
export type Box = readonly (readonly [number, number])[];

/** m oriented edges as parallel arrays: (Gξ)_e = (ξ_to - ξ_from)/length_e; `volumes` is their reference measure. */
export interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lengths: Vec;
  readonly volumes: Vec;
  /** m × dim, as are the unit `directions`. */
  readonly midpoints: Vec;
  readonly directions: Vec;
}

/** A product of equal cells; node (i, j) has index i·shape[1] + j. */
export interface RegularGrid {
  readonly shape: readonly number[];
  readonly spacing: readonly number[];
  readonly periodic: boolean;
}

/** Nodes with volumes, and edges in groups; kernels couple the edges of one group only. */
export interface Lattice {
  readonly name: string;
  readonly dim: number;
  /** n × dim */
  readonly points: Vec;
  readonly volumes: Vec;
  readonly groups: readonly Edges[];
  readonly mobility: Mobility;
  /** A box that holds the nodes: of a grid all its cells. */
  readonly box: Box;
  readonly grid?: RegularGrid;
}

export interface GraphSpace extends Space {
  readonly lattice: Lattice;
}

export const isGraph = (space: Space): space is GraphSpace => space.support === "nodes";

/** (Gξ)_e on one group. */
export function gradient({ from, to, lengths }: Edges, xi: Vec): Vec {
  const out = zeros(from.length);
  for (let e = 0; e < from.length; e++) out[e] = (xi[to[e]] - xi[from[e]]) / lengths[e];
  return out;
}

/** Gᵀ j summed over the groups: j_e/length leaves `from` and enters `to` (𝕂 = Gᵀ D G). */
export function divergence({ groups, volumes }: Lattice, fluxes: readonly Vec[]): Vec {
  const out = zeros(volumes.length);
  groups.forEach(({ from, to, lengths }, g) => {
    const j = fluxes[g];
    for (let e = 0; e < from.length; e++) {
      const flow = j[e] / lengths[e];
      out[from[e]] -= flow;
      out[to[e]] += flow;
    }
  });
  return out;
}

/** The diagonal of Gᵀ diag(w) G, w given per group: Σ w_e/length_e² over the edges at a node. */
export function edgeDiagonal({ groups, volumes }: Lattice, weights: readonly Vec[]): Vec {
  const out = zeros(volumes.length);
  groups.forEach(({ from, to, lengths }, g) => {
    for (let e = 0; e < from.length; e++) {
      const share = weights[g][e] / (lengths[e] * lengths[e]);
      out[from[e]] += share;
      out[to[e]] += share;
    }
  });
  return out;
}
