import type { Vec } from "../arithmetic/vec.js";
import { dot, times } from "../arithmetic/vectors.js";

/** x += a d and r -= a ad, in place. */
function advance(x: Vec, r: Vec, a: number, d: Vec, ad: Vec): void {
  for (let i = 0; i < x.length; i++) {
    x[i] += a * d[i];
    r[i] -= a * ad[i];
  }
}

/**
 * A solution of A x = b for A symmetric ≥ 0 and b in its range, preconditioned with the inverse diagonal; undefined if
 * A shows a negative curvature or the residual does not fall by `tolerance` within 20 √n + 1000 steps. The form bᵀx is
 * then accurate to tolerance².
 */
export function conjugateGradients(
  apply: (x: Vec) => Vec,
  inverseDiagonal: Vec,
  b: Vec,
  tolerance = 1e-12,
): Vec | undefined {
  const x: Vec = new Float64Array(b.length);
  const r: Vec = b.slice();
  const p: Vec = times(inverseDiagonal, r);
  const steps = 20 * Math.sqrt(b.length) + 1000;
  let rho = dot(r, p);
  const goal = tolerance * tolerance * rho;
  for (let k = 0; k < steps && rho > goal; k++) {
    const ap = apply(p);
    const curvature = dot(p, ap);
    if (!(curvature > 0)) return undefined;
    advance(x, r, rho / curvature, p, ap);
    const z = times(inverseDiagonal, r);
    const next = dot(r, z);
    for (let i = 0; i < p.length; i++) p[i] = z[i] + (next / rho) * p[i];
    rho = next;
  }
  return rho <= goal ? x : undefined;
}
