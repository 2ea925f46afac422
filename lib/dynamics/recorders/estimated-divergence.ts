import { lookUp } from "../../arithmetic/lookup.js";
import { pow, square } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, sum } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { kernelSum } from "../../compute/index.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import { normalisedGaussianKernel } from "../../systems/kernels/gaussian.js";
import type { Nodes } from "../../systems/measures/measure.js";
import { type Direction, POWERS } from "./moving-cells.js";
import { type Recorder, series } from "./recorder.js";

/** Silverman's rule 1.06 σ m^{-1/5}, σ the standard deviation and m = (Σw)²/Σw² the effective number of particles. */
function silverman(x: Vec, w: Vec): number {
  const total = sum(w);
  const mean = dot(x, w) / total;
  const variance = x.reduce((s, v, i) => s + (w[i] / total) * square(v - mean), 0);
  return 1.06 * Math.sqrt(variance) * pow(square(total) / dot(w, w), -1 / 5);
}

/** Least density of an estimate, so that its logarithm is finite where no particle is near. */
const LEAST = 1e-12;

/**
 * KL between particles on the line and masses on the nodes of a grid, the density of the particles by a kernel estimate
 * Σ w_i N(x; x_i, h²) with Silverman's h: what is to be had where nothing carries the density. Its bias is of order h²
 * whatever the particles are: it compares estimates of densities, not measures.
 *
 * ```ts
 * const grid = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const nodes = measures.nodesOf(grid);
 * const law = measures.graphState(measures.gaussian(Float64Array.of(0), Float64Array.of(1)), nodes);
 * const record = [recorders.estimatedDivergence("symmetric", nodes, () => law)];
 * ```
 */
export function estimatedDivergence(
  direction: Direction,
  { points, volumes }: Pick<Nodes, "points" | "volumes">,
  law: (t: number) => Vec,
): Recorder {
  const powers = lookUp(POWERS, direction);
  return series("divergence", ({ space }, { t, u }) => {
    if (space.support !== "atoms" || space.dim !== 1)
      return refuse("a kernel estimate of a divergence is of particles on the line");
    const [x, w] = [space.nodes(u), space.masses(u)];
    const h = silverman(x, w);
    if (!(h > 0)) return refuse("a kernel estimate needs particles that are apart");
    const density = kernelSum(normalisedGaussianKernel(h, 1), points, x, 1, w);
    const masses = density.map((p, i) => (p + LEAST) * volumes[i]);
    return powers.reduce((s, p) => s + phiDivergenceTo(p, law(t)).value(masses), 0);
  });
}
