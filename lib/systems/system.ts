import type { Vec } from "../arithmetic/vec.js";
import type { Carrier, Measure, Place, SpatialPlace } from "./geometries/carrier.js";
import {
  type Geometry,
  isNetwork,
  type Mechanism,
  mechanismName,
  type SpatialMechanism,
} from "./geometries/geometry.js";
import { isWeighted, leaves, type Term } from "./geometries/terms.js";
import { networkRefusal, reactionCarrier } from "./geometries/reactions.js";
import type { Smoother } from "./geometries/smoothers/smoother.js";
import type { Covector, Space } from "./spaces/space.js";
import { filledWith, partFor, singularNode, supportedForce } from "./empty-nodes.js";
import { add, axpy, maxAbs, scale, sumAbs } from "../arithmetic/vectors.js";
import { attempt, refuse } from "../arithmetic/refusal.js";
import type { Energy } from "./energies/energy.js";

/** A space with the Onsager operator on it: where curves live, and what measures their action. */
export interface Kinetics {
  readonly space: Space;
  readonly geometry: Geometry;
}

/** Otto's triple. */
export interface GradientSystem extends Kinetics {
  readonly energy: Energy;
}

/** The 2 × 2 table of mechanisms: where the smoother acts, and what it is weighted with. */
const MECHANISMS: Readonly<Record<SpatialMechanism, readonly [SpatialPlace, Measure]>> = {
  transport: ["edges", "state"],
  growth: ["nodes", "state"],
  deposit: ["nodes", "reference"],
  diffusion: ["edges", "reference"],
};

export const placeOf = (mechanism: Mechanism): Place => (isNetwork(mechanism) ? "reactions" : MECHANISMS[mechanism][0]);

/** Place and measure of a mechanism, for what is written down for nodes and edges only. */
export const spatial = (mechanism: Mechanism): readonly [SpatialPlace, Measure] =>
  isNetwork(mechanism)
    ? refuse("reactions have flows, no geodesics or frozen weights here: take a geometry of transport and growth")
    : MECHANISMS[mechanism];

/** M, M* and the weights of a mechanism at u, with the force M ξ. */
export const carrierOf = (space: Space, mechanism: Mechanism, u: Vec, xi: Covector): Carrier =>
  isNetwork(mechanism) ? reactionCarrier(mechanism, u, xi) : space.carrier(u, xi, ...MECHANISMS[mechanism]);

/** Why a term makes no sense on a space; "" if it does. */
export const termRefusal = (space: Space, mechanism: Mechanism, smoother: Smoother): string =>
  isNetwork(mechanism) ? networkRefusal(mechanism, space, smoother) : space.refusal(mechanism, smoother);

/** M* D_w S M ξ. */
function applyTerm(space: Space, term: Term, u: Vec, xi: Covector): Vec {
  const { mechanism, smoother } = term;
  const reason = termRefusal(space, mechanism, smoother);
  if (reason) refuse(`${mechanismName(mechanism)} × ${smoother.name} on ${space.name}: ${reason}`);
  const carrier = carrierOf(space, mechanism, u, xi);
  return carrier.push(
    carrier.blocks.map((block, i) => smoother[carrier.unit](block, supportedForce(term, block, carrier.forces[i]))),
  );
}

/** A total below this fraction of what moves is 0. */
const ROUNDING = 1e-12;

/** 𝕂1, or nothing where it is refused but the rate keeps the mass already, so that there is nothing to project. */
function responseToOne(space: Space, of: Geometry, u: Vec, rateOfXi: Vec): Vec | undefined {
  const { value, refusal } = attempt(() => onsager(space, of, u, space.one(u)));
  if (value) return value;
  const moved = sumAbs(space.masses(rateOfXi));
  if (!(Math.abs(space.pair(u, space.one(u), rateOfXi)) <= ROUNDING * moved)) throw refusal;
  return undefined;
}

/** 𝕂ξ with <1,𝕂ξ> and <1,𝕂1> and 𝕂1: the parts of a projection to fixed mass; without 𝕂1 nothing is to be projected. */
export interface Projection {
  readonly rate: Vec;
  readonly k1?: Vec;
  /** <1,𝕂ξ> and <1,𝕂1>. */
  readonly total: number;
  readonly mass: number;
}

export function projection(space: Space, of: Geometry, u: Vec, xi: Covector): Projection {
  const one = space.one(u);
  const rateOfXi = onsager(space, of, u, xi);
  const k1 = responseToOne(space, of, u, rateOfXi);
  const mass = k1 ? space.pair(u, one, k1) : 0;
  return { rate: rateOfXi, k1, mass, total: mass === 0 ? 0 : space.pair(u, one, rateOfXi) };
}

/** 𝕂ξ - 𝕂1 <1,𝕂ξ>/<1,𝕂1>; where 𝕂1 = 0 there is nothing to project. */
function project(space: Space, of: Geometry, u: Vec, xi: Covector): Vec {
  const { rate: free, k1, total, mass } = projection(space, of, u, xi);
  return k1 && mass !== 0 ? axpy(-total / mass, k1, free) : free;
}

/**
 * 𝕂(u)ξ
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const velocity = onsager(space, system.geometry, initial, system.energy.differential(initial));
 * ```
 */
export function onsager(space: Space, geometry: Geometry, u: Vec, xi: Covector): Vec {
  switch (geometry.type) {
    case "term":
      return applyTerm(space, geometry, u, xi);
    case "scaled":
      return scale(geometry.factor, onsager(space, geometry.of, u, xi));
    case "sum":
      return geometry.of.map(g => onsager(space, g, u, xi)).reduce(add);
    case "spherical":
      return project(space, geometry.of, u, xi);
  }
}

/**
 * Part of the mean mass with which empty nodes are looked at, of the largest rate below which they have none, and the
 * multiple of the masses above which a rate is infinite.
 */
const NEARLY_EMPTY = 1e-300;
const NO_RATE = 1e-250;
const FASTEST = 1e20;

/** Whether ξ is infinite at an empty node and all of 𝕂 is weighted with the state: then 𝕂ξ is 0·∞ there. */
const isHidden = ({ space, geometry }: Kinetics, u: Vec, xi: Covector): boolean =>
  singularNode(space, u, xi) >= 0 && leaves(geometry).every(({ term }) => isWeighted(term));

/**
 * lim -𝕂(u + ε) DF(u + ε) at empty nodes, where DF has no value: Λ(ε, b)(log b - log ε) = b - ε has a limit, and so has
 * ε log ε, which fills nothing, and ε π/ε, which does. Infinite where the flow leaves with infinite speed.
 */
function rateFromInside({ space, energy, geometry }: GradientSystem, u: Vec): Vec {
  const near = filledWith(partFor(geometry, NEARLY_EMPTY), u);
  const v = scale(-1, onsager(space, geometry, near, energy.differential(near)));
  const most = maxAbs(u) / partFor(geometry, 1 / FASTEST);
  const least = partFor(geometry, NO_RATE) * Math.min(maxAbs(v), most);
  return v.map((x, i) => (Math.abs(x) > most ? x * Infinity : u[i] === 0 && Math.abs(x) <= least ? 0 : x));
}

/**
 * The rate equation u̇ = -𝕂(u) DF(u).
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const derivative = rate(system, initial); // u̇
 * ```
 */
export function rate(system: GradientSystem, u: Vec): Vec {
  const { space, energy, geometry } = system;
  const xi = energy.differential(u);
  return isHidden(system, u, xi) ? rateFromInside(system, u) : scale(-1, onsager(space, geometry, u, xi));
}
