import type { Vec } from "../../arithmetic/vec.js";
import { concat } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Law } from "./measure.js";

/**
 * [m | Σ] of a normal law of mass 1.
 *
 * ```ts
 * const state = measures.gaussianState(measures.gaussian(Float64Array.of(1), Float64Array.of(2))); // [1 | 2]
 * ```
 */
export function gaussianState(law: Law): Vec {
  const normal = law.kind === "density" && law.mass === 1 ? (law.normal ?? []) : [];
  return normal.length === 1
    ? concat(normal[0].mean, normal[0].covariance)
    : refuse(
        "the state of the Gaussian space is a normal law of mass 1: " +
          "write a gaussian measure, or use a grid or particles",
      );
}
