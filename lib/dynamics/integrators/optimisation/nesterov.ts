import { unless } from "../../../arithmetic/admission.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, subtract } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import { rate } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/**
 * Nesterov's accelerated gradient method: y = u_k + k/(k+3) (u_k - u_{k-1}), u_{k+1} = y + dt u̇(y). For convex F it
 * ends within 2|u_0 - u*|²/(dt (k+1)²) of the minimum (dt ≤ 1/L), where Euler steps need k dt; its own time is k√dt.
 * Not a gradient flow: F may rise, and no energy balance is claimed.
 *
 * ```ts
 * const integrator = integrators.nesterov;
 * ```
 */
export const nesterov: Integrator = {
  name: "nesterov",
  order: 0,
  inertial: true,
  lowers: "energy",
  admit: system =>
    unless(logRefusals(system), (dt, _rng, _note, memory) => {
      const last = memory.cell<{ readonly u: Vec | undefined; readonly k: number }>({ u: undefined, k: 0 });
      return u => {
        const { u: before, k } = last.value;
        const y = before ? axpy(k / (k + 3), subtract(u, before), u) : u;
        last.value = { u, k: k + 1 };
        return axpy(dt, rate(system, y), y);
      };
    }),
};

export const nesterovWord: IntegratorWord = integratorWord({
  name: "nesterov",
  description: "Nesterov's accelerated gradient method. NOT a gradient flow: no energy balance is claimed.",
  equation: "y = u + k/(k+3) (u - u_before), u+ = y + dt du/dt(y)",
  properties: {},
  build: () => nesterov,
  on: () => nesterov,
});
