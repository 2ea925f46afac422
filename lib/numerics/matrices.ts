import type { Vec } from "../arithmetic/vec.js";
import { zeros } from "../arithmetic/vectors.js";

/** The rows × columns matrix with these entries, row-major. */
export function matrix(rows: number, columns: number, entry: (i: number, j: number) => number): Vec {
  const out = zeros(rows * columns);
  for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[at++] = entry(i, j);
  return out;
}

/** The n × n identity. */
export const identity = (n: number): Vec => matrix(n, n, (i, j) => (i === j ? 1 : 0));

/** Aᵀ of an n × n matrix. */
export const transpose = (a: Vec, n: number): Vec => matrix(n, n, (i, j) => a[j * n + i]);

/** (A + Aᵀ)/2 of an n × n matrix; A itself, bit for bit, where it is symmetric. */
export const symmetricPart = (a: Vec, n: number): Vec => matrix(n, n, (i, j) => (a[i * n + j] + a[j * n + i]) / 2);

/** v vᵀ */
export const outer = (v: Vec): Vec => matrix(v.length, v.length, (i, j) => v[i] * v[j]);

/** Σ a_ii of an n × n matrix. */
export function trace(a: Vec, n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += a[i * (n + 1)];
  return total;
}
