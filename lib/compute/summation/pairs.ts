import type { Vec } from "../../arithmetic/vec.js";

/** What is summed over the sources: k w, w ∇_1 k, or w tr ∇_1∇_2 k. */
export type Derivative = "value" | "gradient" | "trace";

/**
 * n × dim targets x, m × dim sources y (the same array where the clouds are the same), m × columns weights; columns = 1
 * but for values.
 */
export interface Pairs {
  readonly x: Vec;
  readonly y: Vec;
  readonly dim: number;
  readonly w: Vec;
  readonly columns: number;
}

/** Columns of the result, n × outputs. */
export const outputsOf = (derivative: Derivative, { dim, columns }: Pairs): number =>
  derivative === "value" ? columns : derivative === "gradient" ? dim : 1;

/** A sum over all sources at every target. */
export type Sum = (derivative: Derivative, pairs: Pairs) => Vec;
