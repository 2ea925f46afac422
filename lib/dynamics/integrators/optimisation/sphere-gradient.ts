import { refused, unless } from "../../../arithmetic/admission.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, dot, row, scale } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import { rate } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { movesPositions } from "./by-coordinate.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** What integrators on the sphere say to systems that move no points of R^d, d ≥ 2. */
export const NO_SPHERE = "moves particles on the unit sphere of R^d, d ≥ 2: take particles and transport";

/** (I - xxᵀ) v */
export const tangent = (x: Vec, v: Vec): Vec => axpy(-dot(x, v), x, v);

/** x/|x| */
export function unit(x: Vec): Vec {
  const size = Math.sqrt(dot(x, x));
  return size > 0 && size < Infinity
    ? scale(1 / size, x)
    : refuse("0 and infinity have no direction: the sphere has no place for them");
}

/**
 * Gradient descent on the unit sphere: x⁺ = (x + dt Pv)/|x + dt Pv|, P = I - xxᵀ, v = ẋ of the flow without a
 * constraint, for each particle by itself. Order 1 for the flow ẋ = Pv; it begins at x/|x|. No energy balance is
 * claimed, since the geometry knows nothing of the sphere.
 *
 * ```ts
 * const integrator = integrators.sphereGradient;
 * ```
 */
export const sphereGradient: Integrator = {
  name: "sphere-gradient",
  order: 1,
  inertial: true,
  lowers: "energy",
  admit: system => {
    const { space } = system;
    if (!movesPositions(system) || space.dim < 2) return refused(NO_SPHERE);
    return unless(logRefusals(system), dt => u => {
      const v = rate(system, u);
      const next = u.slice();
      for (let i = 0; i * space.dim < space.moving; i++) {
        const x = unit(row(u, i, space.dim));
        next.set(unit(axpy(dt, tangent(x, row(v, i, space.dim)), x)), i * space.dim);
      }
      return next;
    });
  },
};

export const sphereGradientWord: IntegratorWord = integratorWord({
  name: "sphere-gradient",
  description: "Gradient descent of particles on the unit sphere; order 1.",
  equation: "x+ = (x + dt P v)/|x + dt P v|, P = I - x x', v = dx/dt without the constraint",
  properties: {},
  build: () => sphereGradient,
  on: () => sphereGradient,
});
