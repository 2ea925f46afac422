import type { GradientSystem, Integrator, Vec } from "../types.js";
import { axpy } from "../numerics/vectors.js";
import { rate } from "../system.js";
import { type Chart, plainChart } from "./charts.js";
import { EULER, RK4, type Tableau } from "./tableaus.js";

/** One step of y' = f(y). */
export function rungeKuttaStep({ a, b }: Tableau, f: (y: Vec) => Vec, dt: number, y: Vec): Vec {
  const k: Vec[] = [];
  for (const coefficients of a) k.push(f(coefficients.reduce((v, c, j) => (c === 0 ? v : axpy(dt * c, k[j], v)), y)));
  return b.reduce((v, c, j) => axpy(dt * c, k[j], v), y);
}

/** ẏ in a chart, at y. */
export function chartRate(system: GradientSystem, chart: Chart, y: Vec): Vec {
  const u = chart.from(system.space, y);
  return chart.push(system.space, u, rate(system, u));
}

/** Runge-Kutta in a chart. */
export const rungeKutta = (tableau: Tableau, chart: Chart = plainChart): Integrator => ({
  name: `${chart === plainChart ? "" : `${chart.name}-`}${tableau.name}`,
  order: tableau.order,
  check: () => [],
  step: (system, dt, u) =>
    chart.from(
      system.space,
      rungeKuttaStep(tableau, y => chartRate(system, chart, y), dt, chart.to(system.space, u)),
    ),
});

export const euler: Integrator = rungeKutta(EULER);
export const rk4: Integrator = rungeKutta(RK4);
