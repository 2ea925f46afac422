import type { Vec } from "../../arithmetic/vec.js";
import type { Carrier, Force, Measure, Source } from "../geometries/carrier.js";
import { zeros } from "../../arithmetic/vectors.js";
import { divergence, type Edges, gradient, type Lattice } from "./graph-operators.js";

const regular = (values: Vec): Force => ({ values, temperature: 0 });

/** Edge volume times the mobility of the end densities μ_i/vol_i. */
function stateWeights({ volumes, mobility }: Lattice, edges: Edges, u: Vec, xi: Vec): Vec {
  const out = zeros(edges.from.length);
  for (let e = 0; e < out.length; e++) {
    const a = edges.from[e];
    const b = edges.to[e];
    out[e] = edges.volumes[e] * mobility.mean(u[a] / volumes[a], u[b] / volumes[b], xi[b] - xi[a]);
  }
  return out;
}

/** M = G, M* = Gᵀ: one block per group. */
export function edgeCarrier(lattice: Lattice, measure: Measure, u: Vec, xi: Vec): Carrier {
  return {
    unit: "flux",
    blocks: lattice.groups.map(edges => ({
      dim: lattice.dim,
      columns: 1,
      points: edges.midpoints,
      directions: edges.directions,
      weights: measure === "reference" ? edges.volumes : stateWeights(lattice, edges, u, xi),
      fixed: true,
    })),
    forces: lattice.groups.map(edges => regular(gradient(edges, xi))),
    push: fluxes => divergence(lattice, fluxes),
  };
}

/** M = M* = 1. */
export const nodeCarrier = (lattice: Lattice, measure: Measure, u: Vec, values: Vec, source?: Source): Carrier => ({
  unit: "flux",
  blocks: [
    {
      dim: lattice.dim,
      columns: 1,
      points: lattice.points,
      weights: measure === "state" ? u : lattice.volumes,
      fixed: true,
    },
  ],
  forces: [{ values, temperature: 0, source }],
  push: ([flux]) => flux,
});
