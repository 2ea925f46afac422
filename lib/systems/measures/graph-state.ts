import type { Vec } from "../../arithmetic/vec.js";
import { exp, square } from "../../arithmetic/functions.js";
import { row, scale, sum, times, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Atoms, Density, Law, Nodes } from "./measure.js";

/**
 * Cell masses vol_i p(x_i) at the midpoints, scaled to the stated total: what lies outside the grid is spread over it
 * in proportion.
 */
function fromDensity({ mass, dim, logDensity }: Density, nodes: Nodes): Vec {
  if (nodes.dim !== dim) return refuse(`a density on R^${dim} cannot be put on nodes with ${nodes.dim} coordinates`);
  const logs = nodes.volumes.map((_, i) => logDensity(row(nodes.points, i, dim)));
  const top = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (top === -Infinity) return refuse("the density vanishes on the whole grid: move the grid or the density");
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
function fromAtoms({ dim, cloud: { points, weights } }: Atoms, nodes: Nodes): Vec {
  if (nodes.dim !== dim) return refuse(`atoms in R^${dim} cannot be put on nodes with ${nodes.dim} coordinates`);
  const out = zeros(nodes.volumes.length);
  weights.forEach((w, j) => {
    out[nearest(nodes, row(points, j, dim))] += w;
  });
  return out;
}

/** The state of a finite set or grid: masses on its nodes; an order parameter u is stored as u_i vol_i. */
export function graphState(law: Law, nodes: Nodes): Vec {
  if (law.kind === "density") return fromDensity(law, nodes);
  if (law.kind === "atoms") return fromAtoms(law, nodes);
  return law.kind === "masses" ? law.on(nodes).slice() : times(nodes.volumes, law.on(nodes));
}
