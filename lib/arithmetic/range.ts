import { refuse } from "./refusal.js";

/** Says that a number is outside of its range: a quantity, what it may be, what it is. */
const outside = (quantity: string, allowed: string, x: number): never =>
  refuse(`${quantity} is ${x}: it must be ${allowed}`);

/** x, if it is a finite number. */
export const finite = (quantity: string, x: number): number =>
  Number.isFinite(x) ? x : outside(quantity, "a finite number", x);

/** x, if it is finite and > 0. */
export const positive = (quantity: string, x: number): number =>
  x > 0 && x < Infinity ? x : outside(quantity, "a finite number above 0", x);

/** x, if it is finite and ≥ 0. */
export const nonNegative = (quantity: string, x: number): number =>
  x >= 0 && x < Infinity ? x : outside(quantity, "a finite number of at least 0", x);

/** [a, b], if a < b are finite and so is b - a. */
export const interval = (quantity: string, [a, b]: readonly [number, number]): readonly [number, number] =>
  a < b && b - a < Infinity
    ? [a, b]
    : refuse(`${quantity} is [${a}, ${b}]: it must go from a finite number to a larger one`);

/** x, if 0 ≤ x < 1. */
export const fraction = (quantity: string, x: number): number =>
  x >= 0 && x < 1 ? x : outside(quantity, "at least 0 and below 1", x);

/** x, if it is a whole number from `least` to `most`. */
export const whole = (quantity: string, x: number, least: number, most: number = Infinity): number =>
  Number.isInteger(x) && x >= least && x <= most
    ? x
    : outside(quantity, `a whole number of at least ${least}${most < Infinity ? ` and at most ${most}` : ""}`, x);

/** x, if it is one of the values. */
export const oneOf = <T extends number>(quantity: string, x: T, values: readonly T[]): T =>
  values.includes(x) ? x : outside(quantity, values.join(" or "), x);
