import type { Vec } from "../../arithmetic/vec.js";
import type { GradientSystem } from "../../systems/system.js";
import { expm1 } from "../../arithmetic/functions.js";

/** The semigroup Φ: u(t + dt) = Φ(u(t), dt). */
export type Flow = (u: Vec, dt: number) => Vec;

/** One family of gradient systems whose flow is known. */
export interface ClosedForm {
  /** Ids of the statements in the catalogue and the reference. */
  readonly source: string;
  /** Geometry, energy and representation, for the refusal that lists what is known. */
  readonly admits: string;
  /** The flow, if the system belongs to this family. */
  flow(system: GradientSystem): Flow | undefined;
}

/** ∫_0^t e^{-rate·s} ds, also where the rate is 0. */
export const decayed = (rate: number, t: number): number => (rate === 0 ? t : -expm1(-rate * t) / rate);
