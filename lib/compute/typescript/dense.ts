import type { Vec } from "../../arithmetic/vec.js";

/** Σ_k a_{p+k} b_{q+k}, k < count, in index order. */
export function dotSlices(a: Vec, p: number, b: Vec, q: number, count: number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total += a[p + k] * b[q + k];
  return total;
}

/** A x for a row-major matrix with rows as long as x. */
export function matvec(a: Vec, x: Vec): Vec {
  const m = x.length;
  const out = new Float64Array(a.length / m);
  for (let i = 0; i < out.length; i++) out[i] = dotSlices(a, i * m, x, 0, m);
  return out;
}

/** A B for A n × inner and B inner × m. */
export function matmul(a: Vec, b: Vec, inner: number): Vec {
  const n = a.length / inner;
  const m = b.length / inner;
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let k = 0; k < inner; k++) addRow(a[i * inner + k], b, k * m, out, i * m, m);
  return out;
}

/** out_{q+j} += factor b_{p+j}, j < count. */
export function addRow(factor: number, b: Vec, p: number, out: Vec, q: number, count: number): void {
  for (let j = 0; j < count; j++) out[q + j] += factor * b[p + j];
}
