import type { Vec } from "../../arithmetic/vec.js";
import { dot, maxAbs, row, scale } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { matvec } from "../../compute/index.js";
import { atomsOnLine, type LineMeasure } from "../../numerics/transport/monotone.js";
import { meanOverSlices, projected } from "../../numerics/transport/sliced.js";
import { bures2, gaussianOrder1 } from "./gaussians.js";
import { lengthOf } from "./length.js";
import { onLine, requireMasses, requireGaussian } from "./pairs.js";
import type { MethodOf, MetricOf, Pair, Solver } from "./metric.js";

type By<K extends "exact" | "quantiles"> = Solver<MetricOf<"sliced-wasserstein">, MethodOf<K>>;

/** Refuses directions of another space. */
function requireDirections({ space }: Pair, directions: Vec): void {
  if (directions.length === 0 || directions.length % space.dim !== 0)
    refuse(`directions of R^${space.dim} are rows of ${space.dim} numbers, and ${directions.length} numbers are none`);
}

/** Rounding of θ·x, relative to |x|. */
const ROUNDING = 2e-16;

/** SW_p from the quantile functions of every slice: exact for atoms; on a grid of the line for its densities. */
export const slicedQuantiles: By<"quantiles"> = (pair, { order, directions }) => {
  requireMasses(pair, "sliced-wasserstein by `quantiles`");
  requireDirections(pair, directions);
  const { space, mu, nu } = pair;
  const length = lengthOf(pair);
  const [x, y] = [mu, nu].map(u => scale(1 / length, space.nodes(u)));
  const slices = (theta: Vec): readonly [LineMeasure, LineMeasure] =>
    space.dim === 1 && length === 1
      ? onLine(pair)
      : [atomsOnLine(projected(x, theta), space.masses(mu)), atomsOnLine(projected(y, theta), space.masses(nu))];
  const cost = meanOverSlices(directions, space.dim, order, slices);
  return {
    value: length * (order === 2 ? Math.sqrt(cost) : cost),
    resolution: space.dim === 1 || cost === 0 ? 0 : length * ROUNDING * Math.max(maxAbs(x), maxAbs(y)),
  };
};

/** A slice of a normal law is the normal law N(θ·m, θ·Σθ). */
export const slicedExact: By<"exact"> = (pair, { order, directions }) => {
  requireGaussian(pair, "sliced-wasserstein");
  const { dim } = pair.space;
  requireDirections(pair, directions);
  const count = directions.length / dim;
  const slice = (u: Vec, theta: Vec): Vec =>
    Float64Array.of(dot(u.subarray(0, dim), theta), dot(theta, matvec(u.subarray(dim), theta)));
  let total = 0;
  for (let k = 0; k < count; k++) {
    const [u, v] = [pair.mu, pair.nu].map(state => slice(state, row(directions, k, dim)));
    total += order === 2 ? bures2(u, v, 1).squared : gaussianOrder1(u, v);
  }
  const scaleOf = Math.max(maxAbs(pair.mu.subarray(0, dim)), Math.sqrt(maxAbs(pair.mu.subarray(dim))));
  const cost = total / count;
  return {
    value: order === 2 ? Math.sqrt(cost) : cost,
    resolution: dim === 1 || cost === 0 ? 0 : 4 * ROUNDING * scaleOf,
  };
};
