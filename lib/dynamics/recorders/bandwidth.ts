import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import { parts } from "../../systems/geometries/parts.js";
import { type Recorder, series } from "./recorder.js";

/** The lengths ℓ of a kernel and of what it is made of. */
function lengths({ form }: Kernel): readonly number[] {
  if (form.type === "scaled") return lengths(form.of);
  if (form.type === "sum") return form.of.flatMap(lengths);
  return form.type === "radial" && "bandwidth" in form.family ? [form.family.bandwidth] : [];
}

/** The lengths of all kernels of a geometry at these points. */
const lengthsAt = (geometry: Geometry, points: Vec): readonly number[] =>
  parts(geometry).flatMap(({ term: { smoother } }) => {
    const { kernel } = smoother.at?.(points) ?? smoother;
    return kernel ? lengths(kernel) : [];
  });

/**
 * The bandwidth ℓ of the kernel of the geometry, which a running rule takes anew from the particles of every state.
 * Refused where the geometry has no kernel with one, or kernels with several.
 *
 * ```ts
 * const record = [recorders.bandwidth];
 * ```
 */
export const bandwidth: Recorder = series("bandwidth", ({ space, geometry }, { u }) => {
  const found = new Set(lengthsAt(geometry, space.nodes(u).subarray(0, space.moving)));
  const [first] = found;
  return found.size === 1
    ? first
    : refuse(`bandwidth is recorded of the one kernel of a geometry, and this one has ${found.size} bandwidths`);
});
