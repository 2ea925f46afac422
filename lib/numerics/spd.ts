import { cholesky, solveCholesky } from "../compute/index.js";
import type { Vec } from "../types.js";
import { log } from "./functions.js";

/** A^{-1} of a symmetric positive definite matrix; for d × d covariances only. */
export function inverseSpd(a: Vec, d: number): Vec {
  const l = cholesky(a, d),
    out = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    const e = new Float64Array(d);
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
