import {
  exponential,
  exponentialRow,
  isNear,
  nearExponential,
  nearExponentialRow,
  nearPairRows,
  prepareExponential,
} from "./exponential";
import { ROW } from "./lanes";
import { power } from "./power";

/**
 * A function of one variable as the host describes it: which, and its numbers. Room for the table of its exponential
 * follows.
 */
@unmanaged
export class Term {
  name: f64;
  factor: f64;
  offset: f64;
  rate: f64;
  exponent: f64;
  c0: f64;
  c1: f64;
  c2: f64;
  c3: f64;
  /** No s is larger. */
  bound: f64;
}

const EXPONENTIAL: i32 = 0, BESSEL: i32 = 1, HALF_INTEGER: i32 = 2;

/** Bytes of a term, and where its table begins. */
export const TERM: usize = 1152;

// @ts-ignore: decorator
@inline export function tableOf(term: Term): usize { return changetype<usize>(term) + 96; }

/** Fills the tables of terms, which stand one after the other: once per call, before any thread uses them. */
export function prepareTerms(terms: usize, count: usize): void {
  for (let k: usize = 0; k < count; k++) {
    const term = changetype<Term>(terms + k * TERM);
    if (<i32>term.name <= BESSEL) prepareExponential(tableOf(term), term.factor);
  }
}

/** `count` rows of φ(s) from rows of s; `out` may be `s`. */
export function evaluate(term: Term, s: usize, count: usize, out: usize): void {
  const name = <i32>term.name;
  if (name === EXPONENTIAL) evaluateExponential(term, s, count * ROW, out);
  else if (name === BESSEL) besselRow(term, s, count * ROW, out);
  else if (name === HALF_INTEGER) halfIntegerRow(term, s, count * ROW, out);
  else realRow(term, s, count * ROW, out);
}

function evaluateExponential(term: Term, s: usize, size: usize, out: usize): void {
  const table = tableOf(term);
  if (isNear(term.rate * term.bound, table)) nearExponentialRow(s, size, term.rate, table, out);
  else exponentialRow(s, size, term.factor, term.rate, table, out);
}

/**
 * `count` rows of two functions of s: the first in place of s, the second at `out`. Multiples of one exponential share
 * most of it.
 */
export function evaluateBoth(first: Term, second: Term, s: usize, count: usize, out: usize): void {
  const exponentials =
      <i32>first.name === EXPONENTIAL && <i32>second.name === EXPONENTIAL && first.rate === second.rate,
    p = tableOf(first),
    q = tableOf(second),
    largest = first.rate * first.bound;
  if (exponentials && isNear(largest, p) && isNear(largest, q)) nearPairRows(s, count * ROW, first.rate, p, q, out);
  else {
    evaluate(second, s, count, out);
    evaluate(first, s, count, s);
  }
}

/**
 * factor e^{-ρ} (c_0 + ρ (c_1 + ρ (c_2 + ρ c_3))) / ρ^power with ρ = rate √s, and 0 at ρ = 0 where there is a power.
 */
function besselRow(term: Term, s: usize, size: usize, out: usize): void {
  const rate = f64x2.splat(term.rate), shift = out - s, table = tableOf(term);
  if (isNear(term.rate * sqrt(term.bound), table)) {
    for (const end = s + size; s < end; s += 32) {
      const rho = f64x2.mul(rate, f64x2.sqrt(v128.load(s))), sigma = f64x2.mul(rate, f64x2.sqrt(v128.load(s, 16)));
      v128.store(s + shift, besselValue(term, nearExponential(rho, table), rho));
      v128.store(s + shift, besselValue(term, nearExponential(sigma, table), sigma), 16);
    }
  } else
    for (const end = s + size; s < end; s += 16) {
      const rho = f64x2.mul(rate, f64x2.sqrt(v128.load(s)));
      v128.store(s + shift, besselValue(term, exponential(rho, term.factor, table), rho));
    }
}

/** The exponential times the polynomial, divided by the power. */
// @ts-ignore: decorator
@inline function besselValue(term: Term, exponential: v128, rho: v128): v128 {
  const c0 = f64x2.splat(term.c0), c1 = f64x2.splat(term.c1), c2 = f64x2.splat(term.c2), c3 = f64x2.splat(term.c3),
    polynomial = f64x2.add(c0, f64x2.mul(rho, f64x2.add(c1, f64x2.mul(rho, f64x2.add(c2, f64x2.mul(rho, c3)))))),
    value = f64x2.mul(exponential, polynomial), power = <i32>term.exponent;
  return power === 0 ? value : dividedByPower(value, rho, power);
}

// @ts-ignore: decorator
@inline function dividedByPower(value: v128, rho: v128, power: i32): v128 {
  let divisor = rho;
  for (let p = 1; p < power; p++) divisor = f64x2.mul(divisor, rho);
  return v128.andnot(f64x2.div(value, divisor), f64x2.eq(divisor, f64x2.splat(0)));
}

/** factor (offset + rate s)^e by square root and products, 2e an integer; 0 where the base is 0 and e < 0. */
function halfIntegerRow(term: Term, s: usize, size: usize, out: usize): void {
  const offset = f64x2.splat(term.offset),
    rate = f64x2.splat(term.rate),
    factor = f64x2.splat(term.factor),
    shift = out - s,
    one = f64x2.splat(1),
    e = abs(term.exponent),
    whole = <i32>e,
    root = e !== <f64>whole,
    inverse = term.exponent < 0;
  for (const end = s + size; s < end; s += 32) {
    const a = f64x2.add(offset, f64x2.mul(rate, v128.load(s))),
      b = f64x2.add(offset, f64x2.mul(rate, v128.load(s, 16)));
    let p = one, q = one;
    if (root) {
      p = f64x2.sqrt(a);
      q = f64x2.sqrt(b);
    }
    for (let k = 0; k < whole; k++) {
      p = f64x2.mul(p, a);
      q = f64x2.mul(q, b);
    }
    v128.store(s + shift, inverse ? quotient(factor, p) : f64x2.mul(factor, p));
    v128.store(s + shift, inverse ? quotient(factor, q) : f64x2.mul(factor, q), 16);
  }
}

/** a / b, and 0 where b is 0. */
// @ts-ignore: decorator
@inline function quotient(a: v128, b: v128): v128 {
  return v128.andnot(f64x2.div(a, b), f64x2.eq(b, f64x2.splat(0)));
}

/** factor (offset + rate s)^e for any other e. */
function realRow(term: Term, s: usize, size: usize, out: usize): void {
  const shift = out - s, e = term.exponent;
  for (const end = s + size; s < end; s += 8) {
    const base = term.offset + term.rate * load<f64>(s);
    store<f64>(s + shift, base === 0 && e < 0 ? 0 : term.factor * power(base, e));
  }
}
