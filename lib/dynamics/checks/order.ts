import type { Vec } from "../../arithmetic/vec.js";
import type { Integrator, Problem } from "../integrator.js";
import { log } from "../../arithmetic/functions.js";
import { maxAbs, subtract } from "../../arithmetic/vectors.js";
import { solve } from "../solve.js";

/**
 * Least-squares slope of log y against log x.
 *
 * ```ts
 * const slope = checks.logSlope([1, 2, 4], [1, 4, 16]); // 2
 * ```
 */
export function logSlope(x: readonly number[], y: readonly number[]): number {
  const a = x.map(log);
  const b = y.map(log);
  const mean = (v: readonly number[]): number => v.reduce((s, w) => s + w, 0) / v.length;
  const ma = mean(a);
  const mb = mean(b);
  return a.reduce((s, v, i) => s + (v - ma) * (b[i] - mb), 0) / a.reduce((s, v) => s + (v - ma) * (v - ma), 0);
}

/**
 * Observed order of convergence in dt at the end time, by regression of the largest error over several numbers of
 * steps.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { final } = solve({ system, initial, end: 1 }, integrators.exact, { steps: 1 });
 * const order = checks.observedOrder({ system, initial, end: 1 }, integrators.rk4, [10, 20, 40], final);
 * ```
 */
export function observedOrder(
  problem: Problem,
  integrator: Integrator,
  steps: readonly number[],
  reference: Vec,
): number {
  const errors = steps.map(n =>
    maxAbs(subtract(solve(problem, integrator, { steps: n, records: 1 }).final, reference)),
  );
  return -logSlope(steps, errors);
}
