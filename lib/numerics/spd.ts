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
