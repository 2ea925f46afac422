import { square } from "../../arithmetic/functions.js";
import { cholesky, STATE_COVARIANCE } from "../../compute/index.js";
import { dot, row, sum, tabulate } from "../../arithmetic/vectors.js";
import { hermitePoints } from "../../systems/spaces/cubature.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { type Recorder, series } from "./recorder.js";

/** Atoms that carry u: nodes or particles; for N(m, Σ) the 3^d Gauss-Hermite points, exact up to degree 5. */
function atomsOf(space: Space, u: Vec): { points: Vec; weights: Vec } {
  if (space.support !== "density") return { points: space.nodes(u), weights: space.masses(u) };
  const d = space.dim;
  const { points, weights } = hermitePoints(d, 3);
  const factor = cholesky(u.slice(d), d, STATE_COVARIANCE);
  return {
    points: points.map((_, k) => u[k % d] + dot(row(factor, k % d, d), row(points, Math.floor(k / d), d))),
    weights,
  };
}

/** ∫ f du / u(X) */
export function mean(space: Space, u: Vec, f: (x: Vec) => number): number {
  const { points, weights } = atomsOf(space, u);
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i] * f(row(points, i, space.dim));
  return total / sum(weights);
}

/**
 * ∫ f du / u(X).
 *
 * ```ts
 * const record = [recorders.expectation(([x]) => x * x)];
 * ```
 */
export const expectation = (f: (x: Vec) => number): Recorder =>
  series("expectation", ({ space }, { u }) => mean(space, u, f));

/**
 * ∫ (x_c - m_c)² du / u(X) for one coordinate, counted from 0.
 *
 * ```ts
 * const record = [recorders.variance(0)]; // of the first coordinate
 * ```
 */
export const variance = (c: number): Recorder =>
  series("variance", ({ space }, { u }) => {
    const { points, weights } = atomsOf(space, u);
    const x = tabulate(weights.length, i => points[i * space.dim + c]);
    const total = sum(weights);
    const centre = dot(weights, x) / total;
    return (
      dot(
        weights,
        x.map(v => square(v - centre)),
      ) / total
    );
  });
