/**
 * Near measures: a squared distance is a sum whose terms cancel, and of d = 1e-9 doubles keep no digit of 1 + 1 - 2·1.
 * Where little is left of the terms, the sum is made again in differences or in 31 digits; where that is not known, the
 * result says its resolution.
 */
import type { Evidence } from "../evidence.js";
import type { Distance } from "./metric.js";

/** Rounding of a sum, relative to its terms. */
export const ROUNDING = 1e-15;
/** The part of the terms below which a sum has lost half of its digits. */
const NEAR = 1e-8;

/** d from d², with what rounding may have added to it. */
type Resolved = Pick<Distance, "value" | "resolution"> & { readonly squared: number };

/** √x with its error, given that of x: δ/√x, and √δ where nothing is left of x. */
export function rootOf(squared: number, error: number): Resolved {
  const value = Math.sqrt(Math.max(0, squared));
  return error === 0
    ? { value, squared }
    : { value, squared, resolution: squared > error ? (0.5 * error) / value : Math.sqrt(error) };
}

/**
 * √(d²) of a d² that is a sum of terms of this size, computed with some relative error; if they cancel, `precise` knows
 * d² without.
 */
export function uncancelled(
  squared: number,
  terms: number,
  precise: () => number | undefined,
  rounding: number = ROUNDING,
): Resolved {
  if (squared > NEAR * terms && rounding <= ROUNDING) return { value: Math.sqrt(squared), squared };
  const exact = squared > NEAR * terms ? undefined : precise();
  return exact === undefined || Number.isNaN(exact) ? rootOf(squared, rounding * terms) : rootOf(exact, 0);
}

/** Part of a distance that may be rounding before it is no number any more. */
const ALLOWED = 0.01;

/** What may be rounding in a distance. */
export const resolved = ({ value, resolution = 0 }: Distance): Evidence => ({
  what: "part of the distance that may be rounding",
  size: resolution === 0 ? 0 : resolution / Math.max(0, value),
  allowed: ALLOWED,
  advice:
    "the two measures are nearer to each other than this method resolves: " +
    `their distance is at most ${(Math.abs(value) + resolution).toPrecision(2)}; ` +
    "take another method or kernel, or measures farther apart",
});
