import { cholesky, solveCholesky, type Subject } from "../compute/index.js";
import type { Vec } from "../arithmetic/vec.js";
import { log } from "../arithmetic/functions.js";
import { identity } from "./matrices.js";

/** A^{-1} of a symmetric positive definite matrix; for d × d covariances only. */
export function inverseSpd(a: Vec, d: number, subject: Subject): Vec {
  return solveCholesky(cholesky(a, d, subject), identity(d), d);
}

/** log det of a symmetric positive definite matrix. */
export function logDet(a: Vec, d: number, subject: Subject): number {
  const l = cholesky(a, d, subject);
  return Array.from({ length: d }, (_, i) => 2 * log(l[i * d + i])).reduce((s, v) => s + v, 0);
}

/** The lower half of R K R + λ with R = diag(root), which is all that factorisations read. */
export function shiftedGram(k: Vec, root: Vec, lambda: number): Vec {
  const p = root.length;
  const a = new Float64Array(p * p);
  for (let i = 0, at = 0; i < p; i++, at += p) {
    const r = root[i];
    for (let j = 0; j <= i; j++) a[at + j] = k[at + j] * (r * root[j]);
    a[at + i] += lambda;
  }
  return a;
}
