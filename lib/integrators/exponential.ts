import type { Integrator, Space, Vec } from "../types.js";
import { sum } from "../numerics/vectors.js";
import { conservesMass } from "../geometries/conserves.js";
import { logChart } from "./charts.js";
import { rungeKutta } from "./runge-kutta.js";
import { EULER, RK4, type Tableau } from "./tableaus.js";

function rescale(space: Space, mass: number, u: Vec): Vec {
  const factor = mass / sum(space.masses(u)),
    [a, b] = space.massRange;
  return u.map((v, i) => (i >= a && i < b ? v * factor : v));
}

/** Runge-Kutta in log-masses: positive for every step size; renormalised where the geometry conserves mass. */
export function exponential(tableau: Tableau): Integrator {
  const inner = rungeKutta(tableau, logChart);
  return {
    name: `exponential-${tableau.name}`,
    order: tableau.order,
    check: ({ space }) =>
      space.massRange[1] > space.massRange[0] ? [] : ["this space has no masses to take the logarithm of"],
    step: (system, dt, u, rng) => {
      const v = inner.step(system, dt, u, rng);
      return conservesMass(system.geometry) ? rescale(system.space, sum(system.space.masses(u)), v) : v;
    },
  };
}

export const exponentialEuler: Integrator = exponential(EULER);
export const exponentialRk4: Integrator = exponential(RK4);
