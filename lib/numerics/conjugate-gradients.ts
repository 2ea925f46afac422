import type { Vec } from "../types.js";
import { axpy, dot, times } from "./vectors.js";

/**
 * A solution of A x = b for A symmetric ≥ 0 and b in its range, preconditioned with the inverse diagonal; undefined if A shows a negative
 * curvature or the residual does not fall by `tolerance` within 20 √n + 1000 steps.
 */
export function conjugateGradients(apply: (x: Vec) => Vec, inverseDiagonal: Vec, b: Vec, tolerance = 1e-12): Vec | undefined {
  let x: Vec = new Float64Array(b.length), r: Vec = b, z = times(inverseDiagonal, r), p: Vec = z, rho = dot(r, z);
  const goal = tolerance * tolerance * rho, steps = 20 * Math.sqrt(b.length) + 1000;
  for (let k = 0; k < steps && rho > goal; k++) {
    const ap = apply(p), curvature = dot(p, ap);
    if (!(curvature > 0)) return undefined;
    x = axpy(rho / curvature, p, x);
    r = axpy(-rho / curvature, ap, r);
    z = times(inverseDiagonal, r);
    const next = dot(r, z);
    p = axpy(next / rho, p, z);
    rho = next;
  }
  return rho <= goal ? x : undefined;
}
