import type { Kinetics } from "../../systems/system.js";
import type { Vec } from "../../arithmetic/vec.js";
import { whole } from "../../arithmetic/range.js";
import { isRefusal } from "../../arithmetic/refusal.js";
import { axpy, concat, dot, fill, maxAbs, scale, subtract, zeros } from "../../arithmetic/vectors.js";
import { solveSemidefinite } from "../../numerics/semidefinite.js";
import { rungeKuttaStep } from "../integrators/explicit/runge-kutta.js";
import { RK4, type Tableau } from "../integrators/explicit/tableaus.js";
import type { SampledCurve } from "./curve.js";
import { evolve, type EvolveOptions } from "./evolve.js";
import { type PhaseChart, phaseChart, phaseSpace } from "./hamiltonian.js";
import { over, type Units, unitsOf } from "./units.js";

/** u(1) as a function of the initial momentum in the chart of the integration. */
function endpointMap(
  { field, state }: PhaseChart,
  start: Vec,
  steps: number,
  tableau: Tableau,
): (momentum: Vec) => Vec {
  return momentum => {
    let y: Vec = concat(start, momentum);
    for (let k = 0; k < steps; k++) y = rungeKuttaStep(tableau, field, 1 / steps, y);
    return state(y).u;
  };
}

/** Steps for the derivatives: they only have to point the right way, and cost 2n times as much as the end itself. */
const COARSE = 16;

/** u(1), or NaN where the curve leaves the space on its way: a trial that went too far. */
function tried(endpoint: (momentum: Vec) => Vec, momentum: Vec): Vec {
  try {
    return endpoint(momentum);
  } catch (error) {
    if (isRefusal(error)) return fill(momentum.length, NaN);
    throw error;
  }
}

/** The rows ∂u(1)/∂π_k by central differences. */
function endpointDerivatives(endpoint: (momentum: Vec) => Vec, momentum: Vec, units: Units): readonly Vec[] {
  const size = 1e-5 * (units.distance + maxAbs(momentum.map((p, k) => p * units.state[k])));
  return Array.from(momentum, (_, k) => {
    const step = size / units.state[k];
    const ahead = momentum.slice();
    const behind = momentum.slice();
    ahead[k] += step;
    behind[k] -= step;
    return scale(0.5 / step, subtract(tried(endpoint, ahead), tried(endpoint, behind)));
  });
}

/**
 * argmin ‖Jᵀδ - residual‖ with J given by rows: directions that do not move the end (constants under `spherical`) are
 * left alone.
 */
function newtonStep(derivatives: readonly Vec[], residual: Vec): Vec {
  const n = derivatives.length;
  const normal = zeros(n * n);
  derivatives.forEach((a, i) =>
    derivatives.forEach((b, j) => {
      normal[i * n + j] = dot(a, b);
    }),
  );
  return solveSemidefinite(
    normal,
    Float64Array.from(derivatives, a => dot(a, residual)),
  );
}

const TOLERANCE = 1e-12;
/** Parts of the way that may be missed: what is aimed at, and what rounding may leave where states are near. */
const PART = 1e-9;
const NEAR = 1e-3;
const ITERATIONS = 40;

/** Halves the step until the miss falls; undefined if it does not. */
function damped(
  missOf: (momentum: Vec) => Vec,
  momentum: Vec,
  step: Vec,
  miss: number,
): { momentum: Vec; residual: Vec } | undefined {
  for (let factor = 1; factor > 1e-4; factor /= 2) {
    const trial = axpy(factor, step, momentum);
    const residual = missOf(trial);
    if (maxAbs(residual) < miss) return { momentum: trial, residual };
  }
  return undefined;
}

/**
 * The geodesic from u0 to u1: Newton's method for the initial momentum of the discrete Hamiltonian flow, from momentum
 * 0 (the first step solves 𝕂(u0)ξ = u1 - u0), damped so that the miss at the end always falls. I-9. Status
 * `not-converged` with the miss if it stalls.
 *
 * ```ts
 * const space = spaces.gaussian(1);
 * const u0 = Float64Array.of(0, 1); // [m | Σ]
 * const u1 = Float64Array.of(3, 4);
 * const kinetics = { space, geometry: geometries.wasserstein };
 * const curve = geodesics.shoot(kinetics, u0, u1, { end: 1, steps: 50 });
 * ```
 */
export function shoot(kinetics: Kinetics, u0: Vec, u1: Vec, options: EvolveOptions): SampledCurve {
  const { steps, tableau = RK4 } = options;
  whole("steps", steps, 1);
  const chart = phaseChart(kinetics);
  const n = u0.length;
  const units = unitsOf(kinetics, u0, u1);
  const sizes = over(units.size, units.state);
  const within = (residual: Vec, tolerance: number): boolean =>
    residual.every((r, k) => Math.abs(r) <= tolerance * sizes[k]);
  const zero = phaseSpace(kinetics.space).covector(u0, zeros(n));
  const start = chart.coordinates(u0, zero).subarray(0, n);
  const endpoint = endpointMap(chart, start, steps, tableau);
  const coarse = endpointMap(chart, start, Math.min(steps, COARSE), tableau);
  const missOf = (momentum: Vec): Vec => over(subtract(u1, tried(endpoint, momentum)), units.state);
  let momentum: Vec = zeros(n);
  let residual = over(subtract(u1, endpoint(momentum)), units.state);
  const way = maxAbs(residual);
  const near = (part: number): boolean => maxAbs(residual) <= part * way;
  for (let k = 0; k < ITERATIONS && !(within(residual, TOLERANCE) && near(PART)); k++) {
    const derivatives = endpointDerivatives(coarse, momentum, units).map(row => over(row, units.state));
    const next = damped(missOf, momentum, newtonStep(derivatives, residual), maxAbs(residual));
    if (!next) break;
    ({ momentum, residual } = next);
  }
  const curve = evolve(kinetics, u0, chart.state(concat(start, momentum)).xi, options);
  if (within(residual, 1e3 * TOLERANCE) && near(NEAR)) return curve;
  const miss = maxAbs(residual.map((r, k) => r * units.state[k]));
  return {
    ...curve,
    status: "not-converged",
    reason: Number.isNaN(miss)
      ? "no finite momentum moves nodes that are empty at the start: begin with a state that is positive, or take `exact`"
      : `shooting misses the end by ${miss}: take more steps, or states that are closer`,
  };
}
