import { refuse } from "./refusal.js";

/** A value from code as it is written: "2" is no number. */
const written = (x: unknown): string => (typeof x === "string" ? JSON.stringify(x) : String(x));

/** Says that a number is outside of its range: a quantity, what it may be, what it is. */
const outside = (quantity: string, allowed: string, x: number): never =>
  refuse(`${quantity} is ${written(x)}: it must be ${allowed}`);

/** x, if it is a finite number. */
export const finite = (quantity: string, x: number): number =>
  Number.isFinite(x) ? x : outside(quantity, "a finite number", x);

/** x, if it is finite and > 0. */
export const positive = (quantity: string, x: number): number =>
  Number.isFinite(x) && x > 0 ? x : outside(quantity, "a finite number above 0", x);

/** x, if it is finite and ≥ 0. */
export const nonNegative = (quantity: string, x: number): number =>
  Number.isFinite(x) && x >= 0 ? x : outside(quantity, "a finite number of at least 0", x);

/** Lengths up to this and down to its inverse have squares, sums and quotients that neither over- nor underflow. */
const MODERATE = 1e100;

/** x, if it is a length with a square and the inverse of one. */
export const moderate = (quantity: string, x: number): number =>
  Number.isFinite(x) && x >= 1 / MODERATE && x <= MODERATE
    ? x
    : outside(quantity, `a number from ${1 / MODERATE} to ${MODERATE}`, x);

/** Part of the larger end of an interval that cells must have: distances of neighbours are known to four digits. */
const RESOLVED = 1e-12;

/** [a, b], if a < b are moderate numbers, and so is b - a. */
export const interval = (quantity: string, [a, b]: readonly [number, number]): readonly [number, number] =>
  [a, b].every(Number.isFinite) && a >= -MODERATE && b <= MODERATE && b - a >= 1 / MODERATE
    ? [a, b]
    : refuse(
        `${quantity} is [${written(a)}, ${written(b)}]: it must go from a number to a larger one, both of size at most ${MODERATE} and ` +
          `at least ${1 / MODERATE} apart`,
      );

/** The width of n equal cells of [a, b], whose midpoints are apart by more than their rounding. */
export function cellWidth(quantity: string, [a, b]: readonly [number, number], n: number): number {
  interval(quantity, [a, b]);
  const width = (b - a) / n;
  const least = Math.max(1 / MODERATE, RESOLVED * Math.max(Math.abs(a), Math.abs(b)));
  return width >= least
    ? width
    : refuse(
        `${quantity} is [${a}, ${b}], and each of its ${n} cells is ${width} wide, less than the ${least} that numbers ` +
          "there resolve: take fewer cells, a longer interval, or one nearer to 0",
      );
}

/** x, if 0 ≤ x < 1. */
export const fraction = (quantity: string, x: number): number =>
  Number.isFinite(x) && x >= 0 && x < 1 ? x : outside(quantity, "at least 0 and below 1", x);

/** x, if it is a whole number from `least` to `most`. */
export const whole = (quantity: string, x: number, least: number, most: number = Infinity): number =>
  Number.isInteger(x) && x >= least && x <= most
    ? x
    : outside(quantity, `a whole number of at least ${least}${most < Infinity ? ` and at most ${most}` : ""}`, x);

/** How many points of R^dim these coordinates are, if their dimension divides them. */
export const countOf = (points: string, { length }: ArrayLike<number>, dim: number): number =>
  whole(`the coordinates of ${points} over their dimension`, length / whole(`the dimension of ${points}`, dim, 1), 0);

/** x, if it is one of the values. */
export const oneOf = <T extends number>(quantity: string, x: T, values: readonly T[]): T =>
  values.includes(x) ? x : outside(quantity, values.join(" or "), x);
