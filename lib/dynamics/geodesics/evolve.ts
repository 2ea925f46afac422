import type { Kinetics } from "../../systems/system.js";
import { positive, whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Covector } from "../../systems/spaces/space.js";
import { rungeKuttaStep } from "../integrators/explicit/runge-kutta.js";
import { RK4, type Tableau } from "../integrators/explicit/tableaus.js";
import type { SampledCurve } from "./curve.js";
import { curveState, phaseChart } from "./hamiltonian.js";

/** The end of a geodesic in time, and how it is integrated and recorded. */
export interface EvolveOptions {
  readonly end: number;
  readonly steps: number;
  /** Recorded intervals; divides `steps`, default `steps`. */
  readonly records?: number;
  /** Default: the classical Runge–Kutta method. */
  readonly tableau?: Tableau;
}

/**
 * The geodesic that leaves u0 with momentum ξ0, by a Runge–Kutta method for the Hamiltonian system.
 *
 * ```ts
 * const space = spaces.gaussian(1);
 * const u0 = Float64Array.of(0, 1); // [m | Σ]
 * const kinetics = { space, geometry: geometries.wasserstein };
 * const momentum = { value: Float64Array.of(1, 0), temperature: 0 };
 * const curve = geodesics.evolve(kinetics, u0, momentum, { end: 1, steps: 50 });
 * ```
 */
export function evolve(
  kinetics: Kinetics,
  u0: Vec,
  xi0: Covector,
  { end, steps, records = steps, tableau = RK4 }: EvolveOptions,
): SampledCurve {
  positive("end", end);
  whole("steps", steps, 1);
  if (steps % records !== 0)
    refuse(`${steps} steps cannot be recorded at ${records} equal intervals: make steps a multiple of records`);
  const chart = phaseChart(kinetics);
  const every = steps / records;
  const dt = end / steps;
  const states = [curveState(kinetics, 0, u0, xi0)];
  let y = chart.coordinates(u0, xi0);
  for (let k = 1; k <= steps; k++) {
    y = rungeKuttaStep(tableau, chart.field, dt, y);
    if (!y.every(Number.isFinite))
      return { status: "diverged", states, reason: `the momentum is not finite at t = ${k * dt}: take more steps` };
    if (k % every !== 0) continue;
    const { u, xi } = chart.state(y);
    states.push(curveState(kinetics, k * dt, u, xi));
  }
  return { status: "completed", reason: `reached t = ${end}`, states };
}
