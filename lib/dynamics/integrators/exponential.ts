import type { Integrator } from "../integrator.js";
import { sum } from "../../arithmetic/vectors.js";
import { conservesMass } from "../../systems/geometries/conserves.js";
import { withTotalMass } from "../../systems/spaces/masses.js";
import { logChart } from "../../systems/geometries/charts.js";
import { failed } from "./outcome.js";
import { rungeKutta } from "./runge-kutta.js";
import { EULER, MIDPOINT, RK4 } from "./tableaus.js";
import { logRefusals } from "../../systems/admissible.js";

export type ExponentialOrder = 1 | 2 | 4;
const TABLEAUS = { 1: EULER, 2: MIDPOINT, 4: RK4 } as const;

/**
 * Runge-Kutta in log-masses: positive for every step size; rescaled where the geometry conserves mass. Order 1 under
 * `hellinger` is
 * entropic mirror descent, u⁺ ∝ u e^{-dt DF} (B-19).
 */
export function exponential(order: ExponentialOrder): Integrator {
  const inner = rungeKutta("exponential", TABLEAUS[order], logChart);
  return {
    ...inner,
    check: system => {
      const [a, b] = system.space.massRange;
      return [
        ...(b > a ? [] : ["this space has no masses to take the logarithm of; use `rk4`"]),
        ...logRefusals(system),
      ];
    },
    stepper: (system, dt, rng, note) => {
      const step = inner.stepper(system, dt, rng, note);
      const conserves = conservesMass(system.geometry);
      return (u, t) => {
        const v = step(u, t);
        return failed(v) || !conserves ? v : withTotalMass(system.space, v, sum(system.space.masses(u)));
      };
    },
  };
}
