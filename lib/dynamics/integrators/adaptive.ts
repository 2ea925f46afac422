import { unless } from "../../arithmetic/admission.js";
import { pow } from "../../arithmetic/functions.js";
import { isRefusal } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import { logRefusals } from "../../systems/admissible.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import type { Integrator, StepFailure } from "../integrator.js";
import { combine, stages } from "./runge-kutta.js";
import { DORMAND_PRINCE } from "./tableaus.js";

/** Largest |e_i| / (1 + |u_i|), in units of the tolerance; Infinity if anything is not finite. */
function size(error: Vec, u: Vec, tolerance: number): number {
  let worst = 0;
  for (let i = 0; i < u.length; i++) worst = Math.max(worst, Math.abs(error[i]) / (tolerance * (1 + Math.abs(u[i]))));
  return u.every(Number.isFinite) && Number.isFinite(worst) ? worst : Infinity;
}

/** PI control of Hairer & Wanner: 0.9 e^{-0.7/5} e_old^{0.4/5}, between 1/5 and 5. */
const growth = (error: number, previous: number): number =>
  error === 0 ? 5 : Math.min(5, Math.max(0.2, 0.9 * pow(error, -0.14) * pow(previous, 0.08)));

/** u̇, and NaN where the system refuses v: a trial step that went too far is tried again with a smaller size. */
function rateOrNaN(system: GradientSystem, v: Vec): Vec {
  try {
    return rate(system, v);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return v.map(() => NaN);
  }
}

const underflow = (t: number, h: number): StepFailure => ({
  status: "step-underflow",
  reason:
    `at t = ${t} no step of at least ${h} keeps the local error below the tolerance: ` +
    "the solution blows up, or the system is stiff and needs an implicit integrator",
});

/**
 * Dormand-Prince 5(4) with error control inside each step of size dt; the size found last is where the next step
 * begins.
 *
 * ```ts
 * const integrator = integrators.adaptive(1e-6);
 * ```
 */
export const adaptive = (tolerance: number): Integrator => ({
  name: "adaptive",
  order: DORMAND_PRINCE.order,
  admit: system =>
    unless(logRefusals(system), dt => {
      const smallest = 1e-10 * dt;
      let h = dt;
      let previous = 1;
      return (u, t) => {
        let y = u;
        let done = 0;
        while (done < dt) {
          const step = Math.min(h, dt - done);
          const k = stages(DORMAND_PRINCE, v => rateOrNaN(system, v), step, y);
          const next = combine(y, step, DORMAND_PRINCE.b, k);
          const error = size(combine(zeros(y.length), step, DORMAND_PRINCE.error, k), next, tolerance);
          const wanted = step * growth(error, previous);
          if (error > 1 && wanted < smallest) return underflow(t + done, smallest);
          if (error <= 1) {
            y = next;
            done = step === dt - done ? dt : done + step;
            previous = Math.max(error, 1e-4);
          }
          if (error > 1 || step === h) h = wanted;
        }
        return y;
      };
    }),
});
