import type { Cloud } from "../../systems/measures/cloud.js";
import { concat, scale, subtract, sum } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { isGraph } from "../../systems/spaces/graph-operators.js";
import { requirePoints } from "../../systems/spaces/support.js";
import { cellsOnLine, atomsOnLine, type LineMeasure } from "../../numerics/transport/monotone.js";
import type { Pair } from "./metric.js";

/** Refuses states without masses on common nodes, which densities with respect to each other need. */
export function requireNodes({ space, mu, nu }: Pair, metric: string): void {
  const [a] = space.massRange;
  const apart = mu.length !== nu.length || mu.some((v, i) => i < a && v !== nu[i]);
  requirePoints(metric, space, "take a grid, or `exact` where there is a closed form");
  if (apart)
    refuse(
      `${metric} compares masses on the same nodes, and these clouds sit at different points: ` +
        "take a grid, or mmd or wasserstein",
    );
}

/** Refuses measures of different mass. */
export function requireEqualMasses({ space, mu, nu }: Pair, metric: string): void {
  const a = sum(space.masses(mu));
  const b = sum(space.masses(nu));
  if (Math.abs(a - b) > 1e-9 * Math.max(a, b))
    refuse(`${metric} compares measures of equal mass, not ${a} and ${b}: normalise, or take hellinger`);
}

/** Refuses states that are no Gaussians. */
export function requireGaussian({ space }: Pair, metric: string): void {
  if (space.support !== "density")
    refuse(`the closed form of ${metric} is for the space \`gaussian\`: on ${space.name} take another method`);
}

/** Refuses Gaussians where atoms are needed. */
export const requireMasses = ({ space }: Pair, method: string): void =>
  requirePoints(method, space, "take `exact`, a grid, or particles");

/** μ - ν as one signed cloud: on the common nodes of a graph, on the union of two point clouds. */
export function difference({ space, mu, nu }: Pair): Cloud {
  const a = space.masses(mu);
  const b = space.masses(nu);
  if (space.support === "nodes") return { points: space.nodes(mu), weights: subtract(a, b) };
  return { points: concat(space.nodes(mu), space.nodes(nu)), weights: concat(a, scale(-1, b)) };
}

/** Both measures on the line: piecewise uniform on the cells of a grid, atoms elsewhere. */
export function onLine({ space, mu, nu }: Pair): readonly [LineMeasure, LineMeasure] {
  if (space.dim !== 1 || space.support === "density")
    refuse(`quantile functions are for measures on the line: take \`linear-program\` or \`sinkhorn\``);
  const line = (u: typeof mu): LineMeasure =>
    isGraph(space) && space.lattice.grid
      ? cellsOnLine(space.lattice.points, space.lattice.volumes, u)
      : atomsOnLine(space.nodes(u), space.masses(u));
  return [line(mu), line(nu)];
}
