import type { Vec } from "../../arithmetic/vec.js";
import type { Carrier, Measure, Place, Source, SpatialPlace } from "../geometries/carrier.js";
import type { SpatialMechanism } from "../geometries/geometry.js";
import type { Smoother } from "../geometries/smoothers/smoother.js";

/**
 * ξ = DF(u). `value` are the coordinates of ξ in the space's own basis (node values; for Gaussians the coefficients [b
 * | C]).
 * `gradient` is ∇ξ at the particles (n × d). `temperature` τ stands for a part τ·log u that a point cloud cannot
 * evaluate. `source` is ν where ξ = 𝒦ν on the nodes.
 */
export interface Covector {
  readonly value?: Vec;
  readonly gradient?: Vec;
  readonly temperature: number;
  readonly source?: Source;
}

/** A representation of measures: what a state is made of, and where M, M* and the weights of mechanisms are on it. */
export interface Space {
  /** What holds the mass: nodes that rest, atoms whose positions are in the state, or a density with parameters. */
  readonly support: "nodes" | "atoms" | "density";
  readonly name: string;
  /** Length of a state. */
  readonly size: number;
  /** Dimension of the cotangent space, i.e. the length of `flat` below. */
  readonly codim: number;
  readonly dim: number;
  /** Range of the state that holds masses (positive, summing to the mass); empty for Gaussians. */
  readonly massRange: readonly [number, number];
  /** How many numbers a state begins with that are coordinates of points which move; 0 where all rest. */
  readonly moving: number;
  /** Points x_i (n × dim) and masses μ_i with ∫ f du = Σ μ_i f(x_i). */
  nodes(u: Vec): Vec;
  masses(u: Vec): Vec;
  carrier(u: Vec, xi: Covector, place: SpatialPlace, measure: Measure): Carrier;
  /** Duality pairing <ξ, u̇>. */
  pair(u: Vec, xi: Covector, rate: Vec): number;
  /** The covector 1. */
  one(u: Vec): Covector;
  /** The covector with flat coordinates c (length codim): used by checks and by the primal dissipation potential. */
  covector(u: Vec, flat: Vec): Covector;
  /**
   * Whether M* is injective, so that a rate has one flux: not on the edges of a graph with cycles, not of reactions,
   * not on Gaussians.
   */
  liftable(place: Place): boolean;
  /** Whether mechanisms here can make the rate at all: transport alone makes no mass, growth moves no point. */
  reaches(places: ReadonlySet<Place>, u: Vec, rate: Vec): boolean;
  /** The parts j, in the carrier's unit, with M* j = rate; asked only where they are unique. */
  lift(u: Vec, rate: Vec, place: Place): readonly Vec[];
  /** Whether 𝕂(u) is linear: not with upwind mobilities, which depend on the sign of the force. */
  readonly linear: boolean;
  /** Why this mechanism with this smoother is refused; "" if it is fine. */
  refusal(mechanism: SpatialMechanism, smoother: Smoother): string;
}
