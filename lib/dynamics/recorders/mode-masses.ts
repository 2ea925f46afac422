import { refuse } from "../../arithmetic/refusal.js";
import { square } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum, zeros } from "../../arithmetic/vectors.js";
import type { Table } from "../../systems/measures/data/table.js";
import type { Recorder } from "./recorder.js";
import { requirePoints } from "../../systems/spaces/support.js";

/** The row of `centres` that is nearest to a point; the first of equally near ones. */
function nearest(x: Vec, { points, dim }: Table): number {
  let best = 0;
  let least = Infinity;
  for (let k = 0; k < points.length / dim; k++) {
    let d = 0;
    for (let c = 0; c < dim; c++) d += square(x[c] - points[k * dim + c]);
    if (d < least) [best, least] = [k, d];
  }
  return best;
}

/**
 * The fraction of the mass that is nearer to each of some centres, the modes of the target, than to the others: whether
 * all modes are covered. For points with masses.
 *
 * ```ts
 * const record = [recorders.modeMasses({ dim: 2, points: Float64Array.of(0, 0, 3, -1, 1, 4) })];
 * ```
 */
export function modeMasses(centres: Table): Recorder {
  const modes = centres.points.length / centres.dim;
  return {
    name: "mode-masses",
    dims: { mode: modes },
    at: ({ space }, { u }) => {
      requirePoints("mode-masses", space);
      if (centres.dim !== space.dim)
        refuse(`the centres have ${centres.dim} coordinates, and the space dimension ${space.dim}: give as many`);
      const x = space.nodes(u);
      const w = space.masses(u);
      const total = sum(w);
      const out = zeros(modes);
      for (let i = 0; i < w.length; i++)
        out[nearest(x.subarray(i * space.dim, (i + 1) * space.dim), centres)] += w[i] / total;
      return out;
    },
  };
}
