import type { Vec } from "../arithmetic/vec.js";
import type { Geometry } from "./geometries/geometry.js";
import type { Covector, Space } from "./spaces/space.js";
import type { GradientSystem } from "./system.js";
import { tabulate, zeros } from "../arithmetic/vectors.js";
import { hasEmptyNodes, limitFromInside, singularNode, supportedForce } from "./empty-nodes.js";
import { carrierOf, onsager, projection } from "./system.js";
import { square } from "../arithmetic/functions.js";

/** <ξ, 𝕂ξ> = 2R*(u, -ξ). Terms are asked block by block, so it also works where ξ contains τ·log u. */
export function quadratic(space: Space, geometry: Geometry, u: Vec, xi: Covector): number {
  switch (geometry.type) {
    case "term": {
      const c = carrierOf(space, geometry.mechanism, u, xi);
      return c.blocks.reduce(
        (s, b, i) => s + geometry.smoother.dissipation(b, supportedForce(geometry, b, c.forces[i])),
        0,
      );
    }
    case "scaled":
      return geometry.factor * quadratic(space, geometry.of, u, xi);
    case "sum":
      return geometry.of.reduce((s, g) => s + quadratic(space, g, u, xi), 0);
    case "spherical":
      return quadratic(space, geometry.of, u, xi) - removed(space, geometry.of, u, xi);
  }
}

/** <1,𝕂ξ>²/<1,𝕂1>, what the projection takes away. */
function removed(space: Space, of: Geometry, u: Vec, xi: Covector): number {
  const { total, mass } = projection(space, of, u, xi);
  return mass === 0 ? 0 : square(total) / mass;
}

/**
 * q(u), and where DF is infinite in empty nodes its limit from inside of the cone, +∞ included.
 */
export function alongForce({ space, energy, geometry }: GradientSystem, u: Vec, q: (u: Vec) => number): number {
  const hidden = hasEmptyNodes(space, u) && singularNode(space, u, energy.differential(u)) >= 0;
  return hidden ? limitFromInside(geometry, u, q) : q(u);
}

/**
 * R*(u, -DF) = ½<DF, 𝕂DF> = -½ dF/dt; +∞ where DF is infinite and the flow leaves with infinite speed.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const halfTheLoss = dualDissipation(system, initial); // -dF/dt = 2 R*
 * ```
 */
export function dualDissipation(system: GradientSystem, u: Vec): number {
  const { space, energy, geometry } = system;
  return alongForce(system, u, v => 0.5 * quadratic(space, geometry, v, energy.differential(v)));
}

/** The covector with flat coordinates e_i. */
export function basisCovector(space: Space, u: Vec, i: number): Covector {
  const flat = zeros(space.codim);
  flat[i] = 1;
  return space.covector(u, flat);
}

/** 𝕂 as a symmetric matrix in the flat coordinates of the cotangent space, codim × codim. */
export function onsagerMatrix(space: Space, geometry: Geometry, u: Vec): Vec {
  const n = space.codim;
  const basis = Array.from({ length: n }, (_, i) => basisCovector(space, u, i));
  const rates = basis.map(xi => onsager(space, geometry, u, xi));
  return tabulate(n * n, k => space.pair(u, basis[Math.floor(k / n)], rates[k % n]));
}
