import type { Vec } from "../../arithmetic/vec.js";

/** V: R^d -> R with its gradient and, if wanted, its second derivative on the line. */
export interface Potential {
  value(x: Vec): number;
  gradient(x: Vec): Vec;
  second?(x: number): number;
  /** The d × d matrix of second derivatives. */
  hessian?(x: Vec): Vec;
  /** V and ∇V at all rows of an n × d array at once, where that is worth loops of its own: n and n × d. */
  readonly cloud?: { values(points: Vec): Vec; gradients(points: Vec): Vec };
}

/** Σ_m weights_m δ_{points_m}; points are m × d. */
export interface Cloud {
  readonly points: Vec;
  readonly weights: Vec;
}

/** weight · N(mean, covariance): a part of a Gaussian mixture. */
export interface Normal {
  readonly weight: number;
  readonly mean: Vec;
  readonly covariance: Vec;
}
