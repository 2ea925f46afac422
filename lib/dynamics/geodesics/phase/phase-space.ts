import type { Term } from "../../../systems/geometries/terms.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Covector, Space } from "../../../systems/spaces/space.js";

/**
 * Canonical coordinates (u, π) of the cotangent bundle of a space, with <ξ, u̇> = π·u̇ up to fixed factors; H(u, ξ) =
 * ½<ξ, 𝕂(u)ξ>.
 */
export interface PhaseSpace {
  /** Coordinates of u before this index have another unit than those from it on: points and masses, m and Σ. */
  readonly split: number;
  /** ξ from its canonical momentum at u. */
  covector(u: Vec, momentum: Vec): Covector;
  momentum(u: Vec, xi: Covector): Vec;
  /** π̇ = -∂_u H at fixed π, for H of one term. */
  force(space: Space, term: Term, u: Vec, xi: Covector): Vec;
}
