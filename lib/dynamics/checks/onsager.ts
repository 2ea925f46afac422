import type { Vec } from "../../arithmetic/vec.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { Space } from "../../systems/spaces/space.js";
import { onsagerMatrix } from "../../systems/dissipation.js";
import { matvec } from "../../compute/index.js";
import { dot, maxAbs, tabulate } from "../../arithmetic/vectors.js";
import { stream } from "../../arithmetic/random.js";

export interface OnsagerCheck {
  /** max |𝕂_ij - 𝕂_ji| / max |𝕂_ij| */
  readonly skew: number;
  /** min <ξ, 𝕂ξ> / (|ξ|² max |𝕂_ij|) over 32 seeded ξ. */
  readonly lowest: number;
}

/**
 * Symmetry and nonnegativity of 𝕂(u) as a matrix in the flat coordinates of the cotangent space.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { skew, lowest } = checks.checkOnsager(space, geometries.wasserstein, initial);
 * ```
 */
export function checkOnsager(space: Space, geometry: Geometry, u: Vec): OnsagerCheck {
  const a = onsagerMatrix(space, geometry, u);
  const n = space.codim;
  const size = maxAbs(a);
  const random = stream(1, "onsager");
  const skew = a.reduce((m, v, ij) => Math.max(m, Math.abs(v - a[(ij % n) * n + Math.floor(ij / n)])), 0) / size;
  const quotients = Array.from({ length: 32 }, () => {
    const xi = tabulate(n, () => 2 * random.uniform() - 1);
    return dot(xi, matvec(a, xi)) / (dot(xi, xi) * size);
  });
  return { skew, lowest: Math.min(...quotients) };
}
