import type { Vec } from "../types.js";
import { rungeKuttaStep } from "../integrators/runge-kutta.js";
import { axpy, concat, dot, maxAbs, scale, subtract, zeros } from "../numerics/vectors.js";
import { solveSemidefinite } from "../numerics/semidefinite.js";
import { evolve, type EvolveOptions } from "./evolve.js";
import { hamiltonianField, phaseSpace } from "./hamiltonian.js";
import type { Kinetics, SampledCurve } from "./types.js";

/** u(1) as a function of the initial momentum. */
function endpointMap(kinetics: Kinetics, u0: Vec, { steps, tableau }: EvolveOptions): (momentum: Vec) => Vec {
  const field = hamiltonianField(kinetics);
  return momentum => {
    let y: Vec = concat(u0, momentum);
    for (let k = 0; k < steps; k++) y = rungeKuttaStep(tableau, field, 1 / steps, y);
    return y.slice(0, u0.length);
  };
}

/** The rows ∂u(1)/∂π_k by central differences. */
function endpointDerivatives(endpoint: (momentum: Vec) => Vec, momentum: Vec): readonly Vec[] {
  const step = 1e-5 * (1 + maxAbs(momentum));
  return Array.from(momentum, (_, k) => {
    const ahead = momentum.slice(), behind = momentum.slice();
    ahead[k] += step;
    behind[k] -= step;
    return scale(0.5 / step, subtract(endpoint(ahead), endpoint(behind)));
  });
}

/** argmin ‖Jᵀδ - residual‖ with J given by rows: directions that do not move the end (constants under `spherical`) are left alone. */
function newtonStep(derivatives: readonly Vec[], residual: Vec): Vec {
  const n = derivatives.length, normal = zeros(n * n);
  derivatives.forEach((a, i) => derivatives.forEach((b, j) => {
    normal[i * n + j] = dot(a, b);
  }));
  return solveSemidefinite(normal, Float64Array.from(derivatives, a => dot(a, residual)));
}

const TOLERANCE = 1e-12;
const ITERATIONS = 40;

/** Halves the step until the miss falls; undefined if it does not. */
function damped(endpoint: (momentum: Vec) => Vec, momentum: Vec, step: Vec, target: Vec, miss: number): { momentum: Vec; residual: Vec } | undefined {
  for (let factor = 1; factor > 1e-4; factor /= 2) {
    const trial = axpy(factor, step, momentum), residual = subtract(target, endpoint(trial));
    if (maxAbs(residual) < miss) return { momentum: trial, residual };
  }
  return undefined;
}

/**
 * The geodesic from u0 to u1: Newton's method for the initial momentum of the discrete Hamiltonian flow, from momentum 0 (the first step
 * solves 𝕂(u0)ξ = u1 - u0), damped so that the miss at the end always falls. I-9. Status `not-converged` with the miss if it stalls.
 */
export function shoot(kinetics: Kinetics, u0: Vec, u1: Vec, options: EvolveOptions): SampledCurve {
  const phase = phaseSpace(kinetics.space), endpoint = endpointMap(kinetics, u0, options), size = maxAbs(u1);
  let momentum: Vec = zeros(u0.length), residual = subtract(u1, endpoint(momentum));
  for (let k = 0; k < ITERATIONS && maxAbs(residual) > TOLERANCE * size; k++) {
    const next = damped(endpoint, momentum, newtonStep(endpointDerivatives(endpoint, momentum), residual), u1, maxAbs(residual));
    if (!next) break;
    ({ momentum, residual } = next);
  }
  const curve = evolve(kinetics, u0, phase.covector(u0, momentum), options), miss = maxAbs(residual);
  if (miss <= 1e3 * TOLERANCE * size) return curve;
  return { ...curve, status: "not-converged", reason: `shooting misses the end by ${miss}: take more steps, or states that are closer` };
}
