import { attempt } from "../arithmetic/refusal.js";
import { dot, subtract } from "../arithmetic/vectors.js";
import type { GradientSystem } from "../systems/system.js";
import { movingAtoms } from "./integrators/moving-atoms.js";
import type { Made } from "./steep-steps.js";

/**
 * dt α Σ ΔX·Δ∇ξ/Σ|ΔX|² along one more step of particles that noise and the drift -α∇ξ move: a mean of dt α times the
 * curvature of ξ, at most dt α λ for the largest one, λ. Beyond 2 the drift overshoots by more than it comes nearer. Of
 * particles that are thrown ever farther the step is along what throws them. 0 where nothing moves, or for other
 * systems.
 */
export function curvatureOfStep(system: GradientSystem, { t, snapshots, dt, retake }: Made): number {
  const last = snapshots.length - 1;
  const u = snapshots[last];
  const part = movingAtoms(system);
  const v = part && retake(u, t[last], [dt]);
  if (!part || !v) return 0;
  const gradients = attempt(() => [u, v].map(x => system.energy.differential(x).gradient)).value ?? [];
  const [before, after] = gradients;
  if (!before || !after) return 0;
  const step = subtract(v, u).subarray(0, system.space.moving);
  const turn = subtract(after, before).subarray(0, system.space.moving);
  return (dt * part.factor * dot(step, turn)) / dot(step, step) || 0;
}
