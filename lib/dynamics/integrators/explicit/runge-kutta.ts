import { unless } from "../../../arithmetic/admission.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, maxAbs, subtract } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import { type Chart, plainChart } from "../../../systems/geometries/charts.js";
import { mapMasses } from "../../../systems/spaces/masses.js";
import { type GradientSystem, rate } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { needsPositivity } from "../guard.js";
import { EULER, RK4, type Tableau } from "./tableaus.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** The stages k_i = f(y + dt Σ_j a_ij k_j). */
export function stages({ a }: Tableau, f: (y: Vec) => Vec, dt: number, y: Vec): readonly Vec[] {
  const k: Vec[] = [];
  for (const row of a) k.push(f(combine(y, dt, row, k)));
  return k;
}

/** y + dt Σ_j c_j k_j */
export const combine = (y: Vec, dt: number, c: readonly number[], k: readonly Vec[]): Vec =>
  c.reduce((v, cj, j) => (cj === 0 ? v : axpy(dt * cj, k[j], v)), y);

/** One step of ẏ = f(y). */
export const rungeKuttaStep = (tableau: Tableau, f: (y: Vec) => Vec, dt: number, y: Vec): Vec =>
  combine(y, dt, tableau.b, stages(tableau, f, dt, y));

/** u̇ at a stage, which may lie outside of the cone: where DF is no number there, that of the nearest state inside. */
export function stageRate(system: GradientSystem, u: Vec): Vec {
  const v = rate(system, u);
  if (v.every(Number.isFinite) || !needsPositivity(system.geometry)) return v;
  const inside = mapMasses(system.space, u, m => Math.max(m, 0));
  return maxAbs(subtract(inside, u)) > 0 ? rate(system, inside) : v;
}

/** ẏ in a chart, at y. */
export function chartRate(system: GradientSystem, chart: Chart, y: Vec): Vec {
  const u = chart.from(system.space, y);
  return chart.push(system.space, u, stageRate(system, u));
}

/** Explicit Runge-Kutta in a chart. */
export const rungeKutta = (name: string, tableau: Tableau, chart: Chart = plainChart): Integrator => ({
  name,
  order: tableau.order,
  admit: system =>
    unless(
      logRefusals(system),
      dt => u =>
        chart.from(
          system.space,
          rungeKuttaStep(tableau, y => chartRate(system, chart, y), dt, chart.to(system.space, u)),
        ),
    ),
});

/**
 * Explicit Euler, u + dt u̇: order 1.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const solution = solve({ system, initial, end: 1 }, integrators.explicitEuler, { steps: 500 });
 * ```
 */
export const explicitEuler: Integrator = rungeKutta("explicit-euler", EULER);
/**
 * The classical Runge–Kutta method: order 4.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const solution = solve({ system, initial, end: 1 }, integrators.rk4, { steps: 50 });
 * ```
 */
export const rk4: Integrator = rungeKutta("rk4", RK4);

export const explicitEulerWord: IntegratorWord = integratorWord({
  name: "explicit-euler",
  description: "Explicit Euler method; order 1.",
  properties: {},
  build: () => explicitEuler,
  on: () => explicitEuler,
});

export const rk4Word: IntegratorWord = integratorWord({
  name: "rk4",
  description: "Classical Runge-Kutta method; order 4.",
  properties: {},
  build: () => rk4,
  on: () => rk4,
});
