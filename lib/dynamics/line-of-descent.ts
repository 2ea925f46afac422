import { gaussLegendre } from "../arithmetic/gauss-legendre.js";
import type { Vec } from "../arithmetic/vec.js";
import { axpy, subtract } from "../arithmetic/vectors.js";
import { primalDissipation } from "../systems/primal-dissipation.js";
import type { GradientSystem } from "../systems/system.js";

/** On (-1, 1); the integrand is smooth wherever the time is finite. */
const { nodes, weights } = gaussLegendre(4);

/** A step of a flow from u to v in time h, and the largest R(u, u̇) at its ends. */
export interface FlowStep {
  readonly u: Vec;
  readonly v: Vec;
  readonly h: number;
  readonly resistance: number;
}

/**
 * The time ∫_0^½ 2R(u_θ, Δ)/<-DF(u_θ), Δ> dθ of the gradient flow restricted to the line u_θ = u + θΔ, Δ = v - u, for
 * half of the way from u to v: θ̇ = <-DF, Δ>/2R. Infinite where the energy rises before: then v lies more than twice as
 * far as the lowest energy of the line. A flow whose energy is λ-convex has come to v when the line is half way, and so
 * have implicit steps and explicit ones up to their stability, λh = 2. A line that resists more than the flow did at
 * both ends of the step, R(u_θ, Δ/h) > R(u, u̇), is not the way that the flow went, and says nothing: 0.
 */
export function timeForHalf({ space, energy, geometry }: GradientSystem, { u, v, h, resistance }: FlowStep): number {
  const whole = subtract(v, u);
  const points = Array.from(nodes, x => axpy((x + 1) / 4, whole, u));
  const slopes = points.map(at => -space.pair(at, energy.differential(at), whole));
  if (!slopes.every(slope => slope > 0)) return Infinity;
  const own = points.map(at => primalDissipation({ space, geometry }, at, whole));
  if (own.some(R => R > h * h * resistance)) return 0;
  return own.reduce((time, R, i) => time + (weights[i] * R) / (2 * slopes[i]), 0);
}
