import type { Vec } from "./vec.js";

/*
 * Plain loops: `map` and `reduce` of typed arrays cost five to ten times as much. Lengths are those of the first
 * vector.
 */

/** [x_0, …, x_{n-1}] */
export const vec = (...x: readonly number[]): Vec => Float64Array.from(x);
export const zeros = (n: number): Vec => new Float64Array(n);
export const ones = (n: number): Vec => fill(n, 1);
/** n times the same value. */
export const fill = (n: number, value: number): Vec => new Float64Array(n).fill(value);

/** [f(0), …, f(n-1)] */
export function tabulate(n: number, f: (i: number) => number): Vec {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) out[i] = f(i);
  return out;
}

/** Σ x_i, from left to right. */
export function sum(x: Vec): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i];
  return total;
}

/** Σ |x_i|, from left to right. */
export function sumAbs(x: Vec): number {
  let s = 0;
  for (let i = 0; i < x.length; i++) s += Math.abs(x[i]);
  return s;
}

/** [1, 2, …, n] */
export const counting = (n: number): Vec => tabulate(n, i => i + 1);

/** Σ x_i y_i, from left to right. */
export function dot(x: Vec, y: Vec): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i] * y[i];
  return total;
}

/** a x */
export function scale(a: number, x: Vec): Vec {
  const out = new Float64Array(x.length);
  for (let i = 0; i < out.length; i++) out[i] = a * x[i];
  return out;
}

/** x + y */
export function add(x: Vec, y: Vec): Vec {
  const out = new Float64Array(x.length);
  for (let i = 0; i < out.length; i++) out[i] = x[i] + y[i];
  return out;
}

/** x - y */
export function subtract(x: Vec, y: Vec): Vec {
  const out = new Float64Array(x.length);
  for (let i = 0; i < out.length; i++) out[i] = x[i] - y[i];
  return out;
}

/** x_i y_i */
export function times(x: Vec, y: Vec): Vec {
  const out = new Float64Array(x.length);
  for (let i = 0; i < out.length; i++) out[i] = x[i] * y[i];
  return out;
}

/** a x + y */
export function axpy(a: number, x: Vec, y: Vec): Vec {
  const out = new Float64Array(y.length);
  for (let i = 0; i < out.length; i++) out[i] = y[i] + a * x[i];
  return out;
}

/** max |x_i|; NaN if one is. */
export function maxAbs(x: Vec): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]));
  return largest;
}

/** Row i of a row-major array with rows of length d: a view. */
export const row = (x: Vec, i: number, d: number): Vec => x.subarray(i * d, i * d + d);

/**
 * Row-major concatenation.
 *
 * ```ts
 * const state = concat(normals(stream(1, "points"), 60), measures.equalWeights(30)); // 30 particles in the plane
 * ```
 */
export function concat(...parts: readonly Vec[]): Vec {
  const out = zeros(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}
