import { keptLast } from "../../../arithmetic/kept-last.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Block } from "../carrier.js";
import type { Smoother } from "./smoother.js";

/**
 * A smoother that is made anew from the points at every state: with a bandwidth that follows them, say.
 * 𝕂(u) depends on u anyway, so that the flow stays a gradient flow with its energy balance; but no closed form, chart
 * or geodesic knows how the smoother changes.
 *
 * ```ts
 * const start = normals(stream(1, "start"), 200);
 * const smoother = smoothers.renewed(x => smoothers.kernel(kernels.gaussian(kernels.medianDistance(x, 2))), start);
 * const svgd = geometries.term("transport", smoother);
 * ```
 */
export function renewed(at: (points: Vec) => Smoother, first: Vec): Smoother {
  const renew = keptLast(at);
  const now = ({ points }: Block): Smoother => renew(points);
  const { name, symmetric, spectral, conserves, weightless, logRefusal } = renew(first);
  return {
    name: `renewed ${name}`,
    form: "other",
    symmetric,
    spectral,
    conserves,
    weightless,
    local: true,
    logRefusal,
    at: renew,
    field: (block, force) => now(block).field(block, force),
    flux: (block, force) => now(block).flux(block, force),
    dissipation: (block, force) => now(block).dissipation(block, force),
    primal: (block, part, unit) => now(block).primal(block, part, unit),
  };
}
