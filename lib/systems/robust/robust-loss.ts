import type { Vec } from "../../arithmetic/vec.js";
import type { Tilted } from "./tilted.js";

/** The loss of a parameter in the worst case of a ball. */
export interface RobustLoss {
  /** The loss under the worst case, or the supremum where it is not reached. */
  readonly value: number;
  /** No measure of the ball has a larger loss. */
  readonly dualValue: number;
  readonly multiplier: number;
  /** Masses of the worst case on the examples; those of the examples themselves where they move instead. */
  readonly worst: Vec;
}

/** With the tilted loss of θ that the worst case makes. */
export type Evaluated = RobustLoss & { readonly tilted: Tilted };
