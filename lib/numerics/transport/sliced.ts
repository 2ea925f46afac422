import { refuse } from "../../arithmetic/refusal.js";
import { whole } from "../../arithmetic/range.js";
import type { Rng } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, row, tabulate } from "../../arithmetic/vectors.js";
import type { Order } from "./cost.js";
import { atomsOnLine, type LineMeasure, monotoneCost, monotonePieces } from "./monotone.js";

/**
 * count directions in R^dim, independent and uniform on the unit sphere: count × dim, 1 ≤ count ≤ 100 000.
 *
 * ```ts
 * const directions = transport.sliceDirections(50, 2, stream(1, "directions"));
 * ```
 */
export function sliceDirections(count: number, dim: number, random: Rng): Vec {
  whole("the number of directions", count, 1, 100_000);
  const gaussian = tabulate(count * dim, () => random.normal());
  return unitRows(gaussian, dim);
}

/** Every row divided by its length; refused where that is 0. */
export function unitRows(directions: Vec, dim: number): Vec {
  const lengths = tabulate(directions.length / dim, k =>
    Math.sqrt(dot(row(directions, k, dim), row(directions, k, dim))),
  );
  const bad = lengths.findIndex(l => !(l > 0 && l < Infinity));
  if (bad >= 0)
    refuse(`direction ${bad + 1} has the length ${lengths[bad]}: a direction is a finite vector that is not 0`);
  return directions.map((v, k) => v / lengths[Math.floor(k / dim)]);
}

/** θ·x for all points. */
export const projected = (x: Vec, theta: Vec): Vec =>
  tabulate(x.length / theta.length, i => dot(row(x, i, theta.length), theta));

/** The mean over directions θ of W_p^p between two measures on the line, given for each θ. */
export const meanOverSlices = (
  directions: Vec,
  dim: number,
  order: Order,
  slices: (theta: Vec) => readonly [LineMeasure, LineMeasure],
): number => {
  const count = directions.length / dim;
  const costs = tabulate(count, k => monotoneCost(monotonePieces(...slices(row(directions, k, dim))), order));
  return costs.reduce((s, c) => s + c, 0) / count;
};

/**
 * Sliced transport cost SW_p^p = mean over the directions θ of W_p^p(θ·x, θ·y), for atoms x (n × dim, masses a) and y
 * (m × dim, masses b) of equal total mass. Directions are rows, of any length but 0.
 *
 * ```ts
 * const x = Float64Array.of(0, 0, 1, 0); // two points in the plane
 * const y = Float64Array.of(0, 1, 1, 1, 2, 1);
 * const [a, b] = [measures.equalWeights(2), measures.equalWeights(3)];
 * const squared = transport.sliced({ x, a, y, b, dim: 2 }, 2, transport.sliceDirections(50, 2, stream(1, "slices")));
 * ```
 */
export function sliced(
  { x, a, y, b, dim }: { readonly x: Vec; readonly a: Vec; readonly y: Vec; readonly b: Vec; readonly dim: number },
  order: Order,
  directions: Vec,
): number {
  const slices = (theta: Vec): readonly [LineMeasure, LineMeasure] => [
    atomsOnLine(projected(x, theta), a),
    atomsOnLine(projected(y, theta), b),
  ];
  return meanOverSlices(unitRows(directions, dim), dim, order, slices);
}
