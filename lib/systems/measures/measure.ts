import type { Rng } from "../../arithmetic/random.js";
import type { Box, GraphSpace } from "../spaces/graph-operators.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Cloud, Normal } from "./cloud.js";

/**
 * What a measure of a spec means, before a space turns it into a state: a density, atoms, one mass per node, or an
 * order parameter.
 */
export type Law = Density | Atoms | NodeMasses | Field;

/**
 * mass · p(x) dx on R^d with ∫ p = 1. Optional members are there where a closed form (or, on the line, a quadrature)
 * exists.
 */
export interface Density {
  readonly kind: "density";
  readonly dim: number;
  readonly mass: number;
  /** log p(x), up to an additive constant; -Infinity outside the support. */
  logDensity(x: Vec): number;
  /** ∇ log p(x), length d. */
  score(x: Vec): Vec;
  /** The same at all rows of an n × d array at once, where that is worth loops of its own: n and n × d. */
  readonly cloud?: { logDensities(points: Vec): Vec; scores(points: Vec): Vec };
  /** ∇² log p(x), d × d. */
  hessian?(x: Vec): Vec;
  /** One draw, length d. */
  sample?(random: Rng): Vec;
  /** The distribution function on the line, rising from 0 to 1. */
  cdf?(x: number): number;
  /** Mean (d) and covariance (d × d). */
  readonly moments?: { readonly mean: Vec; readonly covariance: Vec };
  /** The mass of p outside of a box. */
  outside?(box: Box): number;
  /** Whether what lies outside of a grid does not belong to the law. */
  readonly truncated?: boolean;
  /** Whether p is a multiple of Lebesgue measure, normalised by whatever it is put on. */
  readonly improper?: boolean;
  /** p as a mixture of normal laws, for exact embeddings and Gaussian states. */
  readonly normal?: readonly Normal[];
  /** p as data, so that two of the same are recognised; absent where nothing says what it is. */
  readonly law?: unknown;
}

/** Σ_i weights_i δ_{points_i}. */
export interface Atoms {
  readonly kind: "atoms";
  readonly dim: number;
  readonly cloud: Cloud;
  /** Whether particles are to be independent draws from the atoms instead of the atoms themselves. */
  readonly drawn?: boolean;
}

/** Where masses and order parameters are asked for: nodes n × dim with cell volumes. */
export interface Nodes {
  readonly dim: number;
  readonly points: Vec;
  readonly volumes: Vec;
  readonly box: Box;
  /** Lengths of the sides of a cell, on grids. */
  readonly spacing?: readonly number[];
}

/**
 * The nodes of a finite set or grid.
 *
 * ```ts
 * const { points, volumes } = measures.nodesOf(spaces.grid1d({ n: 10, interval: [0, 1] }));
 * ```
 */
export const nodesOf = ({ dim, lattice: { points, volumes, box, grid } }: GraphSpace): Nodes => ({
  dim,
  points,
  volumes,
  box,
  spacing: grid?.spacing,
});

/** One mass per node of a finite set or grid. */
export interface NodeMasses {
  readonly kind: "masses";
  on(nodes: Nodes): Vec;
}

/** A phase field: values u(x_i) in about [-1, 1], not a mass; a grid stores u_i vol_i. */
export interface Field {
  readonly kind: "field";
  on(nodes: Nodes): Vec;
}
