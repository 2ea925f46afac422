import type { Vec } from "../../arithmetic/vec.js";
import type { Tridiagonal } from "./ql.js";

/** T = QᵀAQ, with Q the product of the reflections 1 - u_i u_iᵀ/h_i, i = 1 … n-1; u_i has length i. */
export interface Reduction extends Tridiagonal {
  /** u_i at the start of row i, n × n. */
  readonly vectors: Vec;
  /** h_i; 0 where there is nothing to reflect. */
  readonly norms: Vec;
}

/** Makes u of the row x, x ← x/|x|₁ ∓ |x|: h = |u|²/2 and the one entry that is left of the row. */
function reflector(x: Vec): readonly [norm: number, left: number] {
  const last = x.length - 1;
  let scale = 0;
  for (let k = 0; k <= last; k++) scale += Math.abs(x[k]);
  if (scale === 0) return [0, x[last]];
  let h = 0;
  for (let k = 0; k <= last; k++) {
    x[k] /= scale;
    h += x[k] * x[k];
  }
  const f = x[last];
  const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
  x[last] = f - g;
  return [h - f * g, scale * g];
}

/** p = A u for the leading block, each sum in index order. */
function product(a: Vec, n: number, u: Vec, p: Vec): void {
  p.fill(0);
  for (let k = 0; k < u.length; k++) for (let j = 0, at = k * n, f = u[k]; j < u.length; j++, at++) p[j] += a[at] * f;
}

/** p ← p/h - (uᵀp/2h²) u */
function conjugate(p: Vec, u: Vec, h: number): void {
  let f = 0;
  for (let j = 0; j < u.length; j++) {
    p[j] /= h;
    f += p[j] * u[j];
  }
  const half = f / (h + h);
  for (let j = 0; j < u.length; j++) p[j] -= half * u[j];
}

/** A ← A - u pᵀ - p uᵀ in the leading block, symmetric to the bit. */
function update(a: Vec, n: number, u: Vec, p: Vec): void {
  for (let j = 0; j < u.length; j++)
    for (let k = 0, at = j * n, f = u[j], g = p[j]; k < u.length; k++, at++) a[at] -= f * p[k] + g * u[k];
}

/** Householder's reduction, from the last row up; `a`, symmetric and full, is overwritten. */
export function tridiagonalise(a: Vec, n: number): Reduction {
  const off = new Float64Array(n);
  const norms = new Float64Array(n);
  const product_ = new Float64Array(n);
  for (let i = n - 1; i > 0; i--) {
    const u = a.subarray(i * n, i * n + i);
    const p = product_.subarray(0, i);
    [norms[i], off[i]] = reflector(u);
    if (norms[i] === 0) continue;
    product(a, n, u, p);
    conjugate(p, u, norms[i]);
    update(a, n, u, p);
  }
  return { diagonal: Float64Array.from(off, (_, i) => a[i * n + i]), off, vectors: a, norms };
}

/** Q, n × n: every reflection acts on the leading block that the earlier ones made, Q ← Q - (u/h)(uᵀQ). */
export function accumulate({ vectors, norms }: Reduction): Vec {
  const n = norms.length;
  const q = new Float64Array(n * n);
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const u = vectors.subarray(i * n, i * n + i);
    if (norms[i] !== 0) {
      sums.fill(0);
      for (let k = 0; k < i; k++) for (let j = 0, at = k * n, f = u[k]; j < i; j++, at++) sums[j] += f * q[at];
      for (let k = 0; k < i; k++)
        for (let j = 0, at = k * n, f = u[k] / norms[i]; j < i; j++, at++) q[at] -= sums[j] * f;
    }
    q[i * n + i] = 1;
  }
  return q;
}
