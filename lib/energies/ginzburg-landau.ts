import type { Energy, Vec } from "../types.js";
import { dot, times } from "../numerics/vectors.js";
import { divergence, gradient, type GraphSpace } from "../spaces/lattice.js";
import { square } from "../numerics/functions.js";

/** Gᵀ V G u with the edge volumes V: minus the Laplacian, times the cell volume. */
function stiffness({ lattice }: GraphSpace, u: Vec): Vec {
  const fluxes = lattice.groups.map(edges => times(edges.volumes, gradient(edges, u)));
  return divergence(lattice, fluxes);
}

/**
 * F = ∫ ε²/2 |∇u|² + ¼(1-u²)². The state holds m_i = u_i vol_i, so DF(m)_i = u³ - u + ε² (GᵀVG u)_i / vol_i
 * is the density of the continuum DF, and 𝕂_{L²} = diag(vol).
 */
export function ginzburgLandau(space: GraphSpace, epsilon: number): Energy {
  const { volumes } = space.lattice, a = square(epsilon), density = (m: Vec): Vec => m.map((v, i) => v / volumes[i]);
  const wells = (u: Vec): number => u.reduce((s, v, i) => s + volumes[i] * 0.25 * square(1 - v * v), 0);
  const slope = (u: Vec, k: Vec): Vec => u.map((v, i) => v * v * v - v + (a * k[i]) / volumes[i]);
  return {
    name: "ginzburg-landau",
    form: { type: "ginzburg-landau", epsilon },
    value: m => wells(density(m)) + 0.5 * a * dot(density(m), stiffness(space, density(m))),
    differential: m => ({ value: slope(density(m), stiffness(space, density(m))), temperature: 0 }),
  };
}
