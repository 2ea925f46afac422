import type { Vec } from "../../arithmetic/vec.js";
import { exp, square } from "../../arithmetic/functions.js";
import { maxAbs, row, scale, subtract, sum, times, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { type Note, unheard } from "../../arithmetic/notes.js";
import { checkAtoms, checkDensity } from "./coverage.js";
import type { Atoms, Density, Law, Nodes } from "./measure.js";

/**
 * Cell masses vol_i p(x_i) at the midpoints, scaled to the stated total: what lies outside the grid is spread over it
 * in proportion.
 */
function fromDensity(density: Density, nodes: Nodes, note: Note): Vec {
  const { mass, dim, logDensity } = density;
  if (nodes.dim !== dim) return refuse(`a density on R^${dim} cannot be put on nodes with ${nodes.dim} coordinates`);
  const logs = nodes.volumes.map((_, i) => logDensity(row(nodes.points, i, dim)));
  const top = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (top === -Infinity) return refuse("the density vanishes on the whole grid: move the grid or the density");
  checkDensity(density, nodes, note);
  const raw = times(
    nodes.volumes,
    logs.map(v => exp(v - top)),
  );
  return scale(mass / sum(raw), raw);
}

/** Index of the nearest node, the first of them on a tie. */
function nearest({ points, dim, volumes }: Nodes, x: Vec): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < volumes.length; i++) {
    let s = 0;
    for (let c = 0; c < dim; c++) s += square(points[i * dim + c] - x[c]);
    if (s < least) [best, least] = [i, s];
  }
  return best;
}

/** Every atom goes to its nearest node. */
function fromAtoms(atoms: Atoms, nodes: Nodes, note: Note): Vec {
  const { dim, cloud, drawn } = atoms;
  if (nodes.dim !== dim) return refuse(`atoms in R^${dim} cannot be put on nodes with ${nodes.dim} coordinates`);
  if (drawn === true)
    refuse("draws from a sample are made for particles: leave `draw` out, and the data are the measure");
  const out = zeros(nodes.volumes.length);
  let moved = 0;
  cloud.weights.forEach((w, j) => {
    const x = row(cloud.points, j, dim);
    const i = nearest(nodes, x);
    out[i] += w;
    moved = Math.max(moved, maxAbs(subtract(x, row(nodes.points, i, dim))));
  });
  checkAtoms(atoms, nodes, moved, note);
  return out;
}

/**
 * The state of a finite set or grid: masses on its nodes; an order parameter u is stored as u_i vol_i. Refused where
 * more than 5 % of a density, or any atom, lies outside of the grid, or the cells are too wide for the density; noted
 * above 1e-6.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const state = measures.graphState(law, measures.nodesOf(space));
 * ```
 */
export function graphState(law: Law, nodes: Nodes, note: Note = unheard): Vec {
  if (law.kind === "density") return fromDensity(law, nodes, note);
  if (law.kind === "atoms") return fromAtoms(law, nodes, note);
  return law.kind === "masses" ? law.on(nodes).slice() : times(nodes.volumes, law.on(nodes));
}
