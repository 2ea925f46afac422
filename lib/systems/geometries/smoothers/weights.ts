import type { Vec } from "../../../arithmetic/vec.js";
import type { Block } from "../carrier.js";
import { refuse } from "../../../arithmetic/refusal.js";

/** The weights of a block, where the representation has that measure. */
export const weightsOf = (block: Block): Vec =>
  block.weights ?? refuse("this representation has no such measure (only `inverse` needs none)");
