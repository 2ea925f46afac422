import { erfc } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { integrate } from "../../numerics/integrate.js";
import { exp, square } from "../../arithmetic/functions.js";
import type { Box } from "../spaces/graph-operators.js";

/** Φ((b - m)/s) - Φ((a - m)/s), from the tails on the side of the interval, so that small masses keep their digits. */
function normalMass([a, b]: readonly [number, number], mean: number, deviation: number): number {
  const tail = (x: number): number => 0.5 * erfc(x / (deviation * Math.SQRT2));
  return a > mean ? tail(a - mean) - tail(b - mean) : tail(mean - b) - tail(mean - a);
}

/** 1 - `normalMass`. */
export const normalOutside = ([a, b]: readonly [number, number], mean: number, deviation: number): number =>
  normalMass([-Infinity, a], mean, deviation) + normalMass([b, Infinity], mean, deviation);

/** Beyond so many deviations a normal law has the mass 2e-19. */
const REACH = 9;

/**
 * The mass outside of a box of the plane of x ~ N(m, s²), y | x ~ N(f(x), σ²): that of x, and ∫_a^b of the mass of y
 * outside.
 */
export function conditionalOutside(
  [[a, b], side]: Box,
  { mean, deviation }: { readonly mean: number; readonly deviation: number },
  conditional: { readonly mean: (x: number) => number; readonly deviation: number },
): number {
  const density = (x: number): number =>
    exp(-0.5 * square((x - mean) / deviation)) / (deviation * Math.sqrt(2 * Math.PI));
  const f = (x: number): number => density(x) * normalOutside(side, conditional.mean(x), conditional.deviation);
  const low = Math.max(a, mean - REACH * deviation);
  const high = Math.min(b, mean + REACH * deviation);
  const pieces = 2 * REACH;
  const h = (high - low) / pieces;
  const inner =
    low < high ? Array.from({ length: pieces }, (_, k) => integrate(f, low + k * h, low + (k + 1) * h, 1e-8)) : [];
  return normalOutside([a, b], mean, deviation) + inner.reduce((s, v) => s + v, 0);
}

/** The mass of N(m, Σ) outside of a box of the plane: y | x is normal too. */
export function planarOutside(box: Box, mean: Vec, covariance: Vec): number {
  const [xx, xy, , yy] = covariance;
  const slope = xy / xx;
  return conditionalOutside(
    box,
    { mean: mean[0], deviation: Math.sqrt(xx) },
    { mean: x => mean[1] + slope * (x - mean[0]), deviation: Math.sqrt(yy - slope * xy) },
  );
}
