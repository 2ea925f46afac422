import type { Vec } from "../types.js";
import { concat } from "../numerics/vectors.js";
import { refuse } from "../refusal.js";
import type { Law } from "./types.js";

/** [m | Σ] of a normal law of mass 1. */
export function gaussianState(law: Law): Vec {
  const normal = law.kind === "density" && law.mass === 1 ? (law.normal ?? []) : [];
  return normal.length === 1
    ? concat(normal[0].mean, normal[0].covariance)
    : refuse(
        "the state of the Gaussian space is a normal law of mass 1: write a gaussian measure, or use a grid or particles",
      );
}
