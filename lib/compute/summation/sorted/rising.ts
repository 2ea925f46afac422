import type { Vec } from "../../../arithmetic/vec.js";

/** Numbers in rising order: `values_i` is the `order_i`-th of them. */
export interface Rising {
  readonly values: Vec;
  readonly order: Int32Array;
}
