import { refuse } from "../../arithmetic/refusal.js";
import type { Density, Law } from "./measure.js";

/**
 * A density given that it is inside of the box of the grid or finite set that it is put on, p/∫_box p. Refused for
 * atoms.
 *
 * ```ts
 * const half = measures.truncated(measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export const truncated = (law: Law): Density =>
  law.kind === "density"
    ? { ...law, truncated: true, sample: undefined, cdf: undefined, moments: undefined, normal: undefined }
    : refuse("only densities are truncated: atoms outside of a grid are left out of the data");
