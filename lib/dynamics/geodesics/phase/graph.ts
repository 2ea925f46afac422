import type { Term } from "../../../systems/geometries/terms.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Covector, Space } from "../../../systems/spaces/space.js";
import { scale, zeros } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { type Edges, isGraph, type Lattice } from "../../../systems/spaces/graph-operators.js";
import { spatial } from "../../../systems/system.js";
import { mobilitySlopes } from "./mobility-slope.js";
import type { PhaseSpace } from "./phase-space.js";
import { weightSlope } from "./weight-slope.js";

/** Adds slope_e ∂w_e/∂u to both ends of every edge, w_e = vol_e · mobility(u_a/vol_a, u_b/vol_b). */
function addEdgeSlopes({ volumes, mobility }: Lattice, edges: Edges, u: Vec, slope: Vec, out: Vec): void {
  const derivative = mobilitySlopes[mobility.name];
  slope.forEach((value, e) => {
    const i = edges.from[e];
    const j = edges.to[e];
    const a = u[i] / volumes[i];
    const b = u[j] / volumes[j];
    const v = value * edges.volumes[e];
    out[i] += (v * derivative(a, b)) / volumes[i];
    out[j] += (v * derivative(b, a)) / volumes[j];
  });
}

/** -∂_u ½<Mξ, D_w S Mξ>: nothing where the weights do not depend on the state or cancel. */
function force(space: Space, { mechanism, smoother }: Term, u: Vec, xi: Covector): Vec {
  const [place, measure] = spatial(mechanism);
  const out = zeros(u.length);
  if (!isGraph(space) || measure === "reference" || smoother.weightless) return out;
  const { blocks, forces } = space.carrier(u, xi, place, measure);
  blocks.forEach((block, g) => {
    const slope = weightSlope(smoother, block, forces[g], smoother.field(block, forces[g]));
    if (place === "nodes") out.set(slope);
    else addEdgeSlopes(space.lattice, space.lattice.groups[g], u, slope, out);
  });
  return scale(-1, out);
}

/** Masses and node values of ξ. */
export const graphPhase: PhaseSpace = {
  split: 0,
  covector: (_u, momentum) => ({ value: momentum, temperature: 0 }),
  momentum: (_u, xi) => xi.value ?? refuse("a graph needs node values of ξ"),
  force,
};
