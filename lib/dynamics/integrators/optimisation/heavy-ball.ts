import { unless } from "../../../arithmetic/admission.js";
import { fraction } from "../../../arithmetic/range.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, scale, zeros } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import { rate } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/**
 * Polyak's heavy ball, 0 ≤ β < 1: v⁺ = βv + (1-β) u̇, u⁺ = u + dt v⁺ from v = 0, with u̇ = -𝕂(u) DF(u). For β = 0 it is
 * explicit Euler; for dt → 0 it tends to the flow with order 1, a memory of dt/(1-β) behind it. For dt > 0 it has
 * inertia (with momentum as optimisers write it, w⁺ = βw + u̇, u⁺ = u + dt(1-β) w⁺): no gradient flow, F may rise, and
 * no energy balance is claimed.
 *
 * ```ts
 * const integrator = integrators.heavyBall(0.9);
 * ```
 */
export function heavyBall(momentum: number): Integrator {
  fraction("the momentum of `heavy-ball`", momentum);
  return {
    name: "heavy-ball",
    order: 1,
    ...(momentum > 0 && { inertial: true, lowers: "energy" }),
    admit: system =>
      unless(logRefusals(system), (dt, _rng, _note, memory) => {
        const velocity = memory.cell<Vec>(zeros(system.space.size));
        return u => {
          velocity.value = axpy(1 - momentum, rate(system, u), scale(momentum, velocity.value));
          return axpy(dt, velocity.value, u);
        };
      }),
  };
}

export const heavyBallWord: IntegratorWord = integratorWord({
  name: "heavy-ball",
  description: "Polyak's momentum. NOT a gradient flow for dt > 0: no energy balance is claimed; order 1.",
  equation: "v+ = beta v + (1 - beta) du/dt, u+ = u + dt v+",
  properties: {
    momentum: {
      description: "beta, what of the velocity is kept in a step.",
      type: "number",
      minimum: 0,
      exclusiveMaximum: 1,
    },
  },
  build: ({ momentum }) => heavyBall(momentum),
  on: () => heavyBall(0.9),
});
