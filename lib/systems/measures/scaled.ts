import { scale } from "../../arithmetic/vectors.js";
import type { Law } from "./measure.js";
import { positive } from "../../arithmetic/range.js";

/**
 * The law with all masses multiplied by z.
 *
 * ```ts
 * const half = measures.scaled(0.5, measures.uniformOn(0, 1)); // mass ½
 * ```
 */
export function scaledLaw(z: number, law: Law): Law {
  positive("the mass of a scaled measure", z);
  if (law.kind === "density") return { ...law, mass: z * law.mass };
  if (law.kind === "atoms") return { ...law, cloud: { ...law.cloud, weights: scale(z, law.cloud.weights) } };
  return { ...law, on: nodes => scale(z, law.on(nodes)) };
}
