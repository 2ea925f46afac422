import type { Covector, Geometry, Space, Vec } from "../types.js";
import { quadratic } from "../dissipation.js";
import { add, axpy, concat, scale } from "../numerics/vectors.js";
import { onsager } from "../system.js";
import { gaussianPhase } from "./phase/gaussian.js";
import { graphPhase } from "./phase/graph.js";
import { particlePhase } from "./phase/particles.js";
import type { PhaseSpace } from "./phase/types.js";
import type { CurveState, Kinetics } from "./types.js";

const PHASES: { readonly [K in Space["kind"]]: (space: Space) => PhaseSpace } = {
  graph: () => graphPhase,
  particles: particlePhase,
  gaussian: () => gaussianPhase,
};

/** The canonical coordinates of a space. */
export const phaseSpace = (space: Space): PhaseSpace => PHASES[space.kind](space);

/** H(u, ξ) = ½<ξ, 𝕂(u)ξ>, half the squared speed of the geodesic. */
export const hamiltonian = ({ space, geometry }: Kinetics, u: Vec, xi: Covector): number => 0.5 * quadratic(space, geometry, u, xi);

/** ξ - c with c = <1,𝕂ξ>/<1,𝕂1>: H of a spherical geometry is H of the plain one at this covector, and c may be held (envelope theorem). */
function centred(space: Space, of: Geometry, u: Vec, xi: Covector): Covector {
  const one = space.one(u), mass = space.pair(u, one, onsager(space, of, u, one));
  if (mass === 0) return xi;
  const c = space.pair(u, one, onsager(space, of, u, xi)) / mass;
  return { ...xi, value: xi.value && one.value ? axpy(-c, one.value, xi.value) : xi.value };
}

/** π̇ = -∂_u H */
function momentumRate(space: Space, geometry: Geometry, u: Vec, xi: Covector): Vec {
  switch (geometry.type) {
    case "term":
      return phaseSpace(space).force(space, geometry, u, xi);
    case "scaled":
      return scale(geometry.factor, momentumRate(space, geometry.of, u, xi));
    case "sum":
      return geometry.of.map(g => momentumRate(space, g, u, xi)).reduce(add);
    case "spherical":
      return momentumRate(space, geometry.of, u, centred(space, geometry.of, u, xi));
  }
}

/** The geodesic equations u̇ = 𝕂(u)ξ, π̇ = -∂_u H as a field on [u | π]. A-2.2e, A-2.3e. */
export const hamiltonianField = ({ space, geometry }: Kinetics): ((y: Vec) => Vec) => {
  const phase = phaseSpace(space);
  return y => {
    const u = y.subarray(0, space.size), xi = phase.covector(u, y.subarray(space.size));
    return concat(onsager(space, geometry, u, xi), momentumRate(space, geometry, u, xi));
  };
};

/** The state at a point [u | π] of phase space. */
export function curveState({ space, geometry }: Kinetics, t: number, y: Vec): CurveState {
  const u = y.slice(0, space.size), momentum = phaseSpace(space).covector(u, y.slice(space.size));
  return { t, u, momentum, rate: onsager(space, geometry, u, momentum) };
}
