import type { Geometry, Kernel, Space, Vec } from "../types.js";
import { gram } from "../compute/index.js";
import { cholesky, solveCholesky } from "../numerics/linalg.js";
import { dot, subtract } from "../numerics/vectors.js";
import { primalDissipation } from "../primal.js";
import { acos, log, square } from "../numerics/functions.js";

/** d²(μ, ν) = <ν-μ, 𝕂^{-1}(ν-μ)> where 𝕂 does not depend on the state: MMD, De-Stein, L², H^{-1}, and their sums. */
export const flatDistance2 = (space: Space, geometry: Geometry, mu: Vec, nu: Vec): number =>
  2 * primalDissipation({ space, geometry }, mu, subtract(nu, mu));

/** He² = 4 Σ (√μ - √ν)² (the 4 belongs to the action ∫∫ξ²dμ dt). */
export const hellingerDistance2 = (mu: Vec, nu: Vec): number =>
  4 * mu.reduce((s, m, i) => s + square(Math.sqrt(m) - Math.sqrt(nu[i])), 0);

/** SHe = 2 arccos Σ √(μν) on probabilities. */
export const sphericalHellingerDistance = (mu: Vec, nu: Vec): number =>
  2 * acos(mu.reduce((s, m, i) => s + Math.sqrt(m * nu[i]), 0));

/** d²_KFR = ‖log μ/ν‖²_H = rᵀK^{-1}r. */
export function kernelHellingerDistance2(kernel: Kernel, space: Space, mu: Vec, nu: Vec): number {
  const x = space.nodes(mu),
    r = mu.map((m, i) => log(m / nu[i]));
  return dot(r, solveCholesky(cholesky(gram(kernel, x, x, space.dim), r.length), r));
}
