import type { Vec } from "../types.js";
import { refuse } from "../refusal.js";
import { dot, row, zeros } from "./vectors.js";
import { log } from "./functions.js";

/** Lower Cholesky factor of a symmetric positive definite n × n matrix. */
export function cholesky(a: Vec, n: number): Vec {
  const l = zeros(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let s = a[i * n + j];
      for (let k = 0; k < j; k++) s -= l[i * n + k] * l[j * n + k];
      if (i === j && !(s > 0)) refuse(`matrix is not positive definite (pivot ${i} of ${n})`);
      l[i * n + j] = i === j ? Math.sqrt(s) : s / l[j * n + j];
    }
  return l;
}

/** Solves L Lᵀ x = b for one column. */
export function solveCholesky(l: Vec, b: Vec): Vec {
  const n = b.length,
    x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= l[i * n + k] * x[k];
    x[i] /= l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= l[k * n + i] * x[k];
    x[i] /= l[i * n + i];
  }
  return x;
}

/** A x for a row-major square matrix. */
export const matvec = (a: Vec, x: Vec): Vec => x.map((_, i) => dot(row(a, i, x.length), x));

/** A B for row-major d × d matrices. */
export function matmul(a: Vec, b: Vec, d: number): Vec {
  const c = zeros(d * d);
  for (let i = 0; i < d; i++)
    for (let k = 0; k < d; k++) for (let j = 0; j < d; j++) c[i * d + j] += a[i * d + k] * b[k * d + j];
  return c;
}

/** A^{-1} of a symmetric positive definite matrix; for d × d covariances only. */
export function inverseSpd(a: Vec, d: number): Vec {
  const l = cholesky(a, d),
    out = zeros(d * d);
  for (let j = 0; j < d; j++) {
    const e = zeros(d);
    e[j] = 1;
    solveCholesky(l, e).forEach((v, i) => {
      out[i * d + j] = v;
    });
  }
  return out;
}

/** log det of a symmetric positive definite matrix. */
export function logDet(a: Vec, d: number): number {
  const l = cholesky(a, d);
  return Array.from({ length: d }, (_, i) => 2 * log(l[i * d + i])).reduce((s, v) => s + v, 0);
}
