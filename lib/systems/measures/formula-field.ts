import type { Vec } from "../../arithmetic/vec.js";
import type { Potential } from "./cloud.js";

/** Step of differences that leaves 1e-12 of rounding and, with (h/L)⁴/30, 1e-13 of truncation at lengths L near 1. */
const STEP = 1e-3;

/** f'(0) by central differences of fourth order. */
export const slopeAtZero = (f: (s: number) => number): number =>
  (8 * (f(STEP) - f(-STEP)) - (f(2 * STEP) - f(-2 * STEP))) / (12 * STEP);

/** A smooth function of x of which only values are known, with the gradient by differences of fourth order. */
export const smoothField = (value: (x: Vec) => number): Potential => ({
  value,
  gradient: x => x.map((_, i) => slopeAtZero(s => value(x.map((v, j) => (j === i ? v + s : v))))),
});
