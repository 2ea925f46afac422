import type { Vec } from "../../arithmetic/vec.js";
import { square } from "../../arithmetic/functions.js";
import { sum } from "../../arithmetic/vectors.js";
import type { Order } from "./cost.js";
import { requireEqualMass } from "./exact.js";

/**
 * A measure on the line: mass_i spread uniformly over [left_i, right_i] (an atom where these agree), in increasing
 * order.
 */
export interface LineMeasure {
  readonly left: Vec;
  readonly right: Vec;
  readonly masses: Vec;
  /** Index of each part in the state it came from. */
  readonly labels: Int32Array;
}

/**
 * Mass that moves affinely from [from[0], from[1]] to [to[0], to[1]], increasing pieces of the monotone rearrangement
 * Q_1 ∘ F_0.
 */
export interface MonotonePiece {
  readonly mass: number;
  readonly source: number;
  readonly target: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Σ w_i δ_{x_i}; equal points stay in the order given. */
export function atomsOnLine(x: Vec, w: Vec): LineMeasure {
  const labels = Int32Array.from(x.keys()).sort((i, j) => x[i] - x[j] || i - j);
  const points = Float64Array.from(labels, i => x[i]);
  return { left: points, right: points, masses: Float64Array.from(labels, i => w[i]), labels };
}

/** Masses on cells of width `widths` around increasing midpoints: a piecewise constant density. */
export const cellsOnLine = (midpoints: Vec, widths: Vec, masses: Vec): LineMeasure => ({
  left: midpoints.map((x, i) => x - widths[i] / 2),
  right: midpoints.map((x, i) => x + widths[i] / 2),
  masses,
  labels: Int32Array.from(masses.keys()),
});

/** The pieces that carry the first (step = 1) or the last (step = -1) `amount` of mass, outermost first. */
function sweep(mu: LineMeasure, nu: LineMeasure, amount: number, step: 1 | -1): MonotonePiece[] {
  const start = (length: number): number => (step > 0 ? 0 : length - 1);
  const pieces: MonotonePiece[] = [];
  let i = start(mu.masses.length);
  let j = start(nu.masses.length);
  let restI = mu.masses[i];
  let restJ = nu.masses[j];
  let rest = amount;
  while (rest > 0 && i in mu.masses && j in nu.masses) {
    const mass = Math.min(restI, restJ, rest);
    if (mass > 0)
      pieces.push({
        mass,
        source: i,
        target: j,
        from: part(mu, i, restI, mass, step),
        to: part(nu, j, restJ, mass, step),
      });
    restI -= mass;
    restJ -= mass;
    rest -= mass;
    if (restI === 0) restI = mu.masses[(i += step)];
    if (restJ === 0) restJ = nu.masses[(j += step)];
  }
  return pieces;
}

/** Where the outermost `mass` of what is left (`rest`) of part i lies. */
function part(
  { left, right, masses }: LineMeasure,
  i: number,
  rest: number,
  mass: number,
  step: 1 | -1,
): readonly [number, number] {
  const width = right[i] - left[i];
  const outer = 1 - rest / masses[i];
  const inner = 1 - (rest - mass) / masses[i];
  return step > 0
    ? [left[i] + width * outer, left[i] + width * inner]
    : [right[i] - width * inner, right[i] - width * outer];
}

/**
 * The monotone rearrangement of μ into ν, optimal for every convex cost. Both tails are summed from their own ends, so
 * that small masses keep their digits; the halves meet at the median.
 */
export function monotonePieces(mu: LineMeasure, nu: LineMeasure): readonly MonotonePiece[] {
  requireEqualMass(mu.masses, nu.masses);
  const half = sum(mu.masses) / 2;
  const label = (p: MonotonePiece): MonotonePiece => ({
    ...p,
    source: mu.labels[p.source],
    target: nu.labels[p.target],
  });
  return [...sweep(mu, nu, half, 1), ...sweep(mu, nu, half, -1).reverse()].map(label);
}

/** ∫_0^1 |(1-s) a + s b|^p ds */
function meanPower(a: number, b: number, order: Order): number {
  if (order === 2) return (a * a + a * b + b * b) / 3;
  return a * b >= 0 ? Math.abs(a + b) / 2 : (square(a) + square(b)) / (2 * (Math.abs(a) + Math.abs(b)));
}

/** W_p^p = ∫ |Q_1 - Q_0|^p du in a unit of length, exact for the piecewise uniform measures. */
export const monotoneCost = (pieces: readonly MonotonePiece[], order: Order, length = 1): number =>
  pieces.reduce(
    (s, { mass, from, to }) => s + mass * meanPower((to[0] - from[0]) / length, (to[1] - from[1]) / length, order),
    0,
  );
