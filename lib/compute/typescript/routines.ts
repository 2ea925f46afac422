import type { Vec } from "../../arithmetic/vec.js";
import { axpy } from "../../arithmetic/vectors.js";

/** A function at some points, and its gradient there, n × dim. */
export interface Field {
  readonly value: Vec;
  readonly gradient: Vec;
}

/**
 * The kernel sums that one form of kernel offers. Points are row-major, n × dim targets x and m × dim sources y; every
 * target adds its sources in index order, so that neither blocks nor a split of the targets change a bit.
 */
export interface Routines {
  /** k(x_i, y_j): n × m. */
  gram(x: Vec, y: Vec, dim: number): Vec;
  /** Σ_j k(x_i, y_j) w_jc: n × columns. */
  sum(x: Vec, y: Vec, dim: number, w: Vec, columns: number): Vec;
  /** Σ_j w_j ∇_1 k(x_i, y_j): n × dim. */
  gradient1Sum(x: Vec, y: Vec, dim: number, w: Vec): Vec;
  /** Σ_j w_j k(x_i, y_j) and Σ_j w_j ∇_1 k(x_i, y_j) in one pass: n and n × dim; where that is to be had. */
  field?(x: Vec, y: Vec, dim: number, w: Vec): Field | undefined;
  /** Σ_j w_j ∇_2 k(x_i, y_j): n × dim. */
  gradient2Sum(x: Vec, y: Vec, dim: number, w: Vec): Vec;
  /** Σ_j k(x_i, x_j) f_j + Σ_j w_j ∇_2 k(x_i, x_j), f of n × dim, in one pass: n × dim; where that is to be had. */
  direction?(x: Vec, dim: number, f: Vec, w: Vec): Vec;
  /** Σ_j w_j tr ∇_1∇_2 k(x_i, y_j): n. */
  mixedTraceSum(x: Vec, y: Vec, dim: number, w: Vec): Vec;
}

/** The direction in two passes. */
export const directionOf = (of: Routines, x: Vec, dim: number, f: Vec, w: Vec): Vec =>
  axpy(1, of.gradient2Sum(x, x, dim, w), of.sum(x, x, dim, f, dim));

/** Routines that have a direction, in two passes if not in one. */
export const withDirection = (of: Routines): Routines => ({
  direction: (x, dim, f, w) => directionOf(of, x, dim, f, w),
  ...of,
});
