/**
 * Elementary and special functions with the same bits on every machine. ECMAScript leaves `Math.exp`, `Math.log`,
 * `Math.pow` … to the implementation, and they do differ between processors; `Math.sqrt`, `Math.abs`, `Math.floor` …
 * are exact and stay allowed. The only importer of the stdlib ports; a test keeps the platform's functions out of
 * `lib`.
 */
import acos from "@stdlib/math-base-special-acos";
import acosh from "@stdlib/math-base-special-acosh";
import asin from "@stdlib/math-base-special-asin";
import asinh from "@stdlib/math-base-special-asinh";
import atan from "@stdlib/math-base-special-atan";
import atan2 from "@stdlib/math-base-special-atan2";
import atanh from "@stdlib/math-base-special-atanh";
import cbrt from "@stdlib/math-base-special-cbrt";
import cos from "@stdlib/math-base-special-cos";
import cosh from "@stdlib/math-base-special-cosh";
import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import erfinv from "@stdlib/math-base-special-erfinv";
import exp from "@stdlib/math-base-special-exp";
import expm1 from "@stdlib/math-base-special-expm1";
import log from "@stdlib/math-base-special-ln";
import log1p from "@stdlib/math-base-special-log1p";
import pow from "@stdlib/math-base-special-pow";
import sin from "@stdlib/math-base-special-sin";
import sinh from "@stdlib/math-base-special-sinh";
import tan from "@stdlib/math-base-special-tan";
import tanh from "@stdlib/math-base-special-tanh";

export {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cbrt,
  cos,
  cosh,
  erf,
  erfc,
  erfinv,
  exp,
  expm1,
  log,
  log1p,
  pow,
  sin,
  sinh,
  tan,
  tanh,
};

/** Euler's constant γ. */
const EULER = 0.5772156649015329;
const EPSILON = 1e-17;

/** x², with one rounding. */
export const square = (x: number): number => x * x;
/** √a - √b for a, b ≥ 0; where they agree in half of their digits (a - b)/(√a + √b), which does not cancel. */
export function rootDifference(a: number, b: number): number {
  const [s, r] = [Math.sqrt(a), Math.sqrt(b)];
  return Math.abs(a - b) < 1e-8 * a ? (a - b) / (s + r) : s - r;
}
/**
 * The exponential integral Ei(x) = γ + log x + Σ xᵏ/(k k!) for x > 0, NaN elsewhere: all terms have one sign beyond
 * the logarithm, so nothing cancels but near the zero at 0.3725. Infinite beyond the range of numbers, x > 716.
 */
export function expIntegral(x: number): number {
  if (!(x >= 0)) return NaN;
  let [power, sum] = [1, EULER + log(x)];
  for (let k = 1; power / k > EPSILON * Math.abs(sum) && sum < Infinity; k++) {
    power *= x / k;
    sum += power / k;
  }
  return sum;
}
/** log base 10. */
export const log10 = (x: number): number => log(x) / Math.LN10;
/** √(Σ x²), no scaling: for coordinates, not for extremes. */
export const norm = (...x: readonly number[]): number => Math.sqrt(x.reduce((s, v) => s + v * v, 0));
