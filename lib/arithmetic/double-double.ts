/**
 * Numbers of some 31 digits as unevaluated sums hi + lo of two doubles (Dekker 1971, Knuth): for the few sums whose
 * terms agree in more digits than a double has. Only + - * / √, so that the bits are the same on every machine.
 */
import { log as logOfDouble, pow as powOfDoubles } from "./functions.js";

/** hi + lo with |lo| ≤ ulp(hi)/2. */
export type DoubleDouble = readonly [hi: number, lo: number];

export const ZERO: DoubleDouble = [0, 0];

export const exactly = (x: number): DoubleDouble => [x, 0];

/** The nearest double. */
export const rounded = ([hi, lo]: DoubleDouble): number => hi + lo;

/** a + b without error; |a| ≥ |b|. */
function quickSum(a: number, b: number): DoubleDouble {
  const s = a + b;
  return [s, b - (s - a)];
}

/** a + b of two doubles, without error. */
export function sumOf(a: number, b: number): DoubleDouble {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}

/** 2^27 + 1, which splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

function halves(x: number): DoubleDouble {
  const t = SPLITTER * x;
  const high = t - (t - x);
  return [high, x - high];
}

/** a b of two doubles, without error. */
export function productOf(a: number, b: number): DoubleDouble {
  const p = a * b;
  const [ah, al] = halves(a);
  const [bh, bl] = halves(b);
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
}

export function plus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [s, e] = sumOf(a[0], b[0]);
  const [t, f] = sumOf(a[1], b[1]);
  const [hi, lo] = quickSum(s, e + t);
  return quickSum(hi, lo + f);
}

export const negative = ([hi, lo]: DoubleDouble): DoubleDouble => [-hi, -lo];

export const minus = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => plus(a, negative(b));

export function times(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [p, e] = productOf(a[0], b[0]);
  return quickSum(p, e + (a[0] * b[1] + a[1] * b[0]));
}

/** Long division: three quotients, each of what is left. */
export function over(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  const rest = minus(a, times(b, exactly(first)));
  const second = rest[0] / b[0];
  const third = minus(rest, times(b, exactly(second)))[0] / b[0];
  return plus(quickSum(first, second), exactly(third));
}

/** √a for a ≥ 0: one step of Newton from the root of the double. */
export function root(a: DoubleDouble): DoubleDouble {
  if (a[0] <= 0) return ZERO;
  const q = Math.sqrt(a[0]);
  return plus(exactly(q), exactly(minus(a, productOf(q, q))[0] / (2 * q)));
}

/** log 2 */
const LN2: DoubleDouble = [Math.LN2, 2.3190468138462996e-17];
/** Halvings of the argument, and terms of e^r - 1 = r + r²/2 + … for |r| ≤ log 2 / 2^10. */
const HALVINGS = 9;
const TERMS = 9;
/** Below e^-700, where doubles lose their digits, is 0. */
const LOWEST = -700;

/** e^x = 2^k (e^r)^(2^9) with r = (x - k log 2)/2^9. */
export function exponential(x: DoubleDouble): DoubleDouble {
  if (x[0] < LOWEST) return ZERO;
  const k = Math.round(x[0] / Math.LN2);
  const scale = 1 / (1 << HALVINGS);
  const reduced = minus(x, times(LN2, exactly(k)));
  const r: DoubleDouble = [reduced[0] * scale, reduced[1] * scale];
  let above: DoubleDouble = ZERO;
  for (let j = TERMS; j > 0; j--) above = over(times(r, plus(exactly(1), above)), exactly(j));
  for (let j = 0; j < HALVINGS; j++) above = plus(plus(above, above), times(above, above));
  return times(plus(exactly(1), above), exactly(powOfDoubles(2, k)));
}

/** log x for x > 0: one step of Newton, y + x e^{-y} - 1, from the logarithm of the double. */
export function logarithm(x: DoubleDouble): DoubleDouble {
  const y = exactly(logOfDouble(x[0]));
  return plus(y, minus(times(x, exponential(negative(y))), exactly(1)));
}

/** x^p; 0 at 0, as terms of kernels are there, and of negative x for whole p > 0 only. */
export function power(x: DoubleDouble, p: number): DoubleDouble {
  if (Number.isInteger(p) && p > 0 && p <= 64) return p === 1 ? x : times(x, power(x, p - 1));
  return x[0] <= 0 ? ZERO : exponential(times(exactly(p), logarithm(x)));
}
