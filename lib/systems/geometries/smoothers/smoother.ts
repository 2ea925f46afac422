import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force, Unit } from "../carrier.js";

/** ½ factor Σ_ij q_i·q_j k(x_i, x_j), differentiated in the points at fixed charges q (p × columns). */
export interface Charges {
  readonly values: Vec;
  readonly factor: number;
}

/** What S is, where something is known in closed form: 1, 𝒦_w, 𝒦_w^{-1}, or anything else. */
export type SmootherForm = "identity" | "kernel" | "inverse" | "other";

/**
 * S = φ(𝒦_w) with φ(s) = 1, s, s/(s+λ), 1/s: `field` = S f and `flux` = D_w S f, both p × columns.
 * The Nadaraya-Watson average is no function of 𝒦_w and not `symmetric` in L²_w: with it there is no dissipation
 * potential R.
 */
export interface Smoother {
  /** For people; what closed forms and charts go by is `form`. */
  readonly name: string;
  readonly form: SmootherForm;
  /** k, except for the identity. */
  readonly kernel?: Kernel;
  /** λ of the ridge. */
  readonly lambda?: number;
  /** What a product or a centred smoother is made of. */
  readonly of?: readonly Smoother[];
  readonly symmetric: boolean;
  /** Whether S = φ(𝒦_w), so that it commutes with all others of the same kernel. */
  readonly spectral: boolean;
  /** Whether <1, D_w S f> = 0 for every f, so that growth by it makes no mass. */
  readonly conserves: boolean;
  /** Whether D_w S does not depend on w. */
  readonly weightless: boolean;
  /** Whether S depends on where the points are: not on finite sets without coordinates. */
  readonly local: boolean;
  /** ∂/∂w of ½ w f·S_w f per component, from f and s = S f; absent: its geodesics are not offered. */
  weightSlope?(f: number, s: number): number;
  /** How ½<f, D_w S f> depends on the points, from the force and the field S f; absent: not at all. */
  charges?(block: Block, force: Force, field: Vec): Charges;
  field(block: Block, force: Force): Vec;
  flux(block: Block, force: Force): Vec;
  /** <f, D_w S f>, also where f contains τ ∇log u. */
  dissipation(block: Block, force: Force): number;
  /** ½<j, (D_w S)^{-1} j> from j itself, given as flux or field; Infinity where the weights cannot carry j. */
  primal(block: Block, part: Vec, unit: Unit): number;
  /** Why a force with τ ∇log u of a point cloud cannot be smoothed; "" if it can, by parts. */
  readonly logRefusal: string;
  /** The smoother that this one is at these points, where it is made anew from them. */
  at?(points: Vec): Smoother;
}
