import type { Vec } from "../../arithmetic/vec.js";
import { add, axpy, concat, scale, tabulate } from "../../arithmetic/vectors.js";
import { quadratic } from "../../systems/dissipation.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { Covector, Space } from "../../systems/spaces/space.js";
import { bySupport } from "../../systems/spaces/support.js";
import { onsager, type Kinetics } from "../../systems/system.js";
import type { CurveState } from "./curve.js";
import { gaussianPhase } from "./phase/gaussian.js";
import { graphPhase } from "./phase/graph.js";
import { massChart } from "./phase/mass-chart.js";
import { particlePhase } from "./phase/particles.js";
import type { PhaseSpace } from "./phase/phase-space.js";

/** The canonical coordinates of a space. */
export const phaseSpace = (space: Space): PhaseSpace =>
  bySupport<PhaseSpace>(space, { nodes: () => graphPhase, atoms: particlePhase, density: gaussianPhase });

/** H(u, ξ) = ½<ξ, 𝕂(u)ξ>, half the squared speed of the geodesic. */
export const hamiltonian = ({ space, geometry }: Kinetics, u: Vec, xi: Covector): number =>
  0.5 * quadratic(space, geometry, u, xi);

/**
 * ξ - c with c = <1,𝕂ξ>/<1,𝕂1>: H of a spherical geometry is H of the plain one at this covector, and c may be held
 * (envelope theorem).
 */
function centred(space: Space, of: Geometry, u: Vec, xi: Covector): Covector {
  const one = space.one(u);
  const mass = space.pair(u, one, onsager(space, of, u, one));
  if (mass === 0) return xi;
  const c = space.pair(u, one, onsager(space, of, u, xi)) / mass;
  return { ...xi, value: xi.value && one.value ? axpy(-c, one.value, xi.value) : xi.value };
}

/** π̇ = -∂_u H at fixed canonical momentum π. */
export function momentumRate(space: Space, geometry: Geometry, u: Vec, xi: Covector): Vec {
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

/** A point of the cotangent bundle in the coordinates that are integrated: [y | p] with u = μ(y), p = π μ'(y). */
export interface PhaseChart {
  coordinates(u: Vec, xi: Covector): Vec;
  state(y: Vec): { readonly u: Vec; readonly xi: Covector };
  /** The geodesic equations u̇ = 𝕂(u)ξ, π̇ = -∂_u H in these coordinates. A-2.2e, A-2.3e. */
  field(y: Vec): Vec;
}

/** a/b, and 0 of nothing: a node that is empty and stays so has no momentum. */
const per = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : a / b);

/** The canonical change of coordinates in which growth is flat; in all others H is the same function. */
export function phaseChart(kinetics: Kinetics): PhaseChart {
  const { space, geometry } = kinetics;
  const phase = phaseSpace(space);
  const chart = massChart(kinetics);
  const n = space.size;
  const state = (y: Vec): { u: Vec; momentum: Vec } => ({
    u: tabulate(n, i => chart.from(y[i])),
    momentum: tabulate(n, i => per(y[n + i], chart.first(y[i]))),
  });
  return {
    coordinates: (u, xi) => {
      const momentum = phase.momentum(u, xi);
      const y = u.map(m => chart.to(m));
      return concat(
        y,
        momentum.map((v, i) => v * chart.first(y[i])),
      );
    },
    state: y => {
      const { u, momentum } = state(y);
      return { u, xi: phase.covector(u, momentum) };
    },
    field: y => {
      const { u, momentum } = state(y);
      const xi = phase.covector(u, momentum);
      const rate = onsager(space, geometry, u, xi);
      const force = momentumRate(space, geometry, u, xi);
      const speed = tabulate(n, i => per(rate[i], chart.first(y[i])));
      return concat(
        speed,
        tabulate(n, i => force[i] * chart.first(y[i]) + momentum[i] * chart.second(y[i]) * speed[i]),
      );
    },
  };
}

/** The state of a curve at a point of phase space. */
export function curveState({ space, geometry }: Kinetics, t: number, u: Vec, momentum: Covector): CurveState {
  return { t, u, momentum, rate: onsager(space, geometry, u, momentum) };
}
