import type { Vec } from "../../../arithmetic/vec.js";
import { square } from "../../../arithmetic/functions.js";
import { sampledIntegral } from "../../../numerics/sampled.js";
import type { Reduction } from "./lines.js";

const trapezoid = (y: Vec, x: Vec, i: number): number => ((x[i] - x[i - 1]) * (y[i] + y[i - 1])) / 2;

/** ∫ y dx: Simpson's rule on an even number of equal intervals, else the trapezoidal rule. */
export const INTEGRAL: Reduction = { coordinates: true, of: (y, x) => sampledIntegral(x, y) };

/** A function of a line that is a line again. */
export type Scan = (line: Vec, at: Vec) => Vec;

/** ∫_{x_0}^{x_i} y dx by the trapezoidal rule. */
function cumulative(y: Vec, x: Vec): Vec {
  const out = new Float64Array(y.length);
  for (let i = 1; i < y.length; i++) out[i] = out[i - 1] + trapezoid(y, x, i);
  return out;
}

/** Derivative at x_i of the parabola through three points around x_b: second order on any grid. */
function parabola(y: Vec, x: Vec, b: number, i: number): number {
  const [a, c] = [b - 1, b + 1];
  const ab = (y[b] - y[a]) / (x[b] - x[a]);
  const bc = (y[c] - y[b]) / (x[c] - x[b]);
  return ab + ((bc - ab) / (x[c] - x[a])) * (2 * x[i] - x[a] - x[b]);
}

/** dy/dx of second order: central inside, one-sided parabolas at the ends. */
function derivative(y: Vec, x: Vec): Vec {
  const n = y.length;
  if (n < 3) return y.map(() => (n === 2 ? (y[1] - y[0]) / (x[1] - x[0]) : NaN));
  return y.map((_, i) => parabola(y, x, Math.min(Math.max(i, 1), n - 2), i));
}

/** Lines along t that stay lines. */
export const SCANS: Readonly<Record<string, Scan>> = { cumulative, ddt: derivative };

/** Least-squares slope of y over the points with from ≤ x ≤ to; NaN with fewer than two. */
export function slope(y: Vec, x: Vec, from: number, to: number): number {
  const inside = [...x.keys()].filter(i => x[i] >= from && x[i] <= to);
  const mean = (v: Vec): number => inside.reduce((s, i) => s + v[i], 0) / inside.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = inside.reduce((s, i) => s + (x[i] - mx) * (y[i] - my), 0);
  return covariance / inside.reduce((s, i) => s + square(x[i] - mx), 0);
}
