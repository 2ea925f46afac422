import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "./energy.js";
import { dot, sum, tabulate, times } from "../../arithmetic/vectors.js";
import { divergence, gradient, type GraphSpace } from "../spaces/graph-operators.js";
import type { Space } from "../spaces/space.js";
import { bySupport } from "../spaces/support.js";
import { square } from "../../arithmetic/functions.js";
import { energyWord, type EnergyWord } from "./word.js";
import { positive } from "../../arithmetic/range.js";

/** Gᵀ V G u with the edge volumes V: minus the Laplacian, times the cell volume. */
function stiffness({ lattice }: GraphSpace, u: Vec): Vec {
  const fluxes = lattice.groups.map(edges => times(edges.volumes, gradient(edges, u)));
  return divergence(lattice, fluxes);
}

/**
 * F = ∫ ε²/2 |∇u|² + ¼(1-u²)². The state holds m_i = u_i vol_i, so DF(m)_i = u³ - u + ε² (GᵀVG u)_i / vol_i is the
 * density of the continuum DF, and 𝕂_{L²} = diag(vol).
 *
 * ```ts
 * const energy = energies.ginzburgLandau(spaces.grid2d({ shape: [64, 64], box: [[0, 1], [0, 1]] }), 0.05);
 * ```
 */
export function ginzburgLandau(space: GraphSpace, epsilon: number): Energy {
  positive("ε of the Ginzburg-Landau energy", epsilon);
  const { volumes } = space.lattice;
  const a = square(epsilon);
  const density = (m: Vec): Vec => tabulate(m.length, i => m[i] / volumes[i]);
  const wells = (u: Vec): number => sum(tabulate(u.length, i => volumes[i] * 0.25 * square(1 - u[i] * u[i])));
  const differential = (m: Vec): Vec => {
    const u = density(m);
    const k = stiffness(space, u);
    for (let i = 0; i < u.length; i++) k[i] = u[i] * u[i] * u[i] - u[i] + (a * k[i]) / volumes[i];
    return k;
  };
  return {
    name: "ginzburg-landau",
    form: { type: "ginzburg-landau", epsilon },
    value: m => wells(density(m)) + 0.5 * a * dot(density(m), stiffness(space, density(m))),
    differential: m => ({ value: differential(m), temperature: 0 }),
  };
}

const NO_GRID = "ginzburg-landau needs an order parameter with gradients: take a grid";

const onGrid = (space: Space, epsilon: number): Energy =>
  bySupport<Energy>(space, { nodes: graph => ginzburgLandau(graph, epsilon), atoms: NO_GRID, density: NO_GRID });

export const ginzburgLandauWord: EnergyWord = energyWord({
  name: "ginzburg-landau",
  description: "Phase-field energy.",
  equation: "F = int eps^2 |grad u|^2/2 + (1-u^2)^2/4",
  properties: {
    epsilon: { description: "Interface width, in units of length.", type: "number", exclusiveMinimum: 0 },
  },
  build: ({ epsilon }, { space }) => onGrid(space, epsilon),
  on: ({ space }) => onGrid(space, 0.3),
});
