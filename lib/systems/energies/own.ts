import type { Vec } from "../../arithmetic/vec.js";
import type { Covector } from "../spaces/space.js";
import type { Energy } from "./energy.js";

/** F and DF as functions of the state; what `differential` leaves out of a covector is not there. */
export interface OwnEnergy {
  readonly name: string;
  /** F(u) */
  value(u: Vec): number;
  /**
   * DF(u): on finite sets and grids its `value` at the nodes; on particles `value` at them, for growth, and `gradient`
   * (n × d), for transport; on Gaussians the coefficients [b | C] of x ↦ b·x + ½ xᵀCx as `value`.
   */
  differential(u: Vec): Omit<Covector, "temperature"> & Partial<Pick<Covector, "temperature">>;
}

/**
 * An energy of one's own. No closed form and no proximal step knows it; every geometry and every integrator that asks
 * for F and DF only takes it, and `checks.checkDifferential` says whether DF is the differential of F.
 *
 * ```ts
 * const energy = energies.own({
 *   name: "half the square",
 *   value: u => u.reduce((s, m) => s + (m * m) / 2, 0),
 *   differential: u => ({ value: u }),
 * });
 * ```
 */
export const ownEnergy = ({ name, value, differential }: OwnEnergy): Energy => ({
  name,
  form: { type: "other" },
  value,
  differential: u => ({ temperature: 0, ...differential(u) }),
});
