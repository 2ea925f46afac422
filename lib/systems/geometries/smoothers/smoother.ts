import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force, Unit } from "../carrier.js";

/**
 * S = φ(𝒦_w) with φ(s) = 1, s, s/(s+λ), 1/s: `field` = S f and `flux` = D_w S f, both p × columns.
 * The Nadaraya-Watson average is no function of 𝒦_w and not `symmetric` in L²_w: with it there is no dissipation
 * potential R.
 */
export interface Smoother {
  readonly name: "identity" | "kernel" | "ridge" | "inverse" | "nadaraya-watson" | "product" | "centred" | "projection";
  /** k, except for the identity. */
  readonly kernel?: Kernel;
  /** λ of the ridge. */
  readonly lambda?: number;
  /** What a product or a centred smoother is made of. */
  readonly of?: readonly Smoother[];
  readonly symmetric: boolean;
  field(block: Block, force: Force): Vec;
  flux(block: Block, force: Force): Vec;
  /** <f, D_w S f>, also where f contains τ ∇log u. */
  dissipation(block: Block, force: Force): number;
  /** ½<j, (D_w S)^{-1} j> from j itself, given as flux or field; Infinity where the weights cannot carry j. */
  primal(block: Block, part: Vec, unit: Unit): number;
  /** Why a force with τ ∇log u of a point cloud cannot be smoothed; "" if it can, by parts. */
  readonly logRefusal: string;
}
