import type { Kernel } from "../../compute/kernel-form.js";
import type { Vec } from "../../arithmetic/vec.js";

export type SpatialPlace = "nodes" | "edges";

export type Place = SpatialPlace | "reactions";

export type Measure = "state" | "reference";

/**
 * p points of R^dim with weights w; `columns` components per point; `directions` n_e make the Gram matrix k(x, y)
 * n_x·n_y.
 * `fixed` points do not depend on the state (nodes and edges of a lattice): their Gram matrix is worth keeping.
 */
export interface Block {
  readonly dim: number;
  readonly points: Vec;
  readonly weights?: Vec;
  readonly columns: number;
  readonly directions?: Vec;
  readonly fixed: boolean;
}

/** f = M ξ on one block (p × columns), plus τ ∇log u if the temperature is not 0. */
export interface Force {
  readonly values: Vec;
  readonly temperature: number;
  readonly source?: Source;
}

/** What a function on points is the kernel sum of, where that is known: 𝒦ν = Σ_j k(·, x_j) ν_j over those points. */
export interface Source {
  readonly kernel: Kernel;
  readonly weights: Vec;
}

/** What a carrier takes: fluxes D_w S f, or fields S f (velocities of particles, defined also where w = 0). */
export type Unit = "flux" | "field";

/** Where 𝕂 = M* D_w S M acts: the blocks, the force M ξ on them, and the adjoint `push` = M*. */
export interface Carrier {
  readonly blocks: readonly Block[];
  readonly forces: readonly Force[];
  readonly unit: Unit;
  push(parts: readonly Vec[]): Vec;
}
