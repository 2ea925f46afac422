import { pow } from "../arithmetic/functions.js";
import { fraction, positive } from "../arithmetic/range.js";
import type { Vec } from "../arithmetic/vec.js";
import { axpy, scale, tabulate, times, zeros } from "../arithmetic/vectors.js";

/** How Adam averages. */
export interface Adam {
  /** What is kept of the mean of the velocities in a step; default 0.9. */
  readonly momentum?: number;
  /** What is kept of the mean of their squares; default 0.999. */
  readonly decay?: number;
  /** Default 1e-8, in units of the velocity. */
  readonly epsilon?: number;
}

/** Running means of the velocities and of their squares, after k steps. */
export interface Moments {
  readonly m: Vec;
  readonly v: Vec;
  readonly k: number;
}

/** Before the first step. */
export const noMoments = (size: number): Moments => ({ m: zeros(size), v: zeros(size), k: 0 });

/** The running means with one velocity more, and the direction of the step of length dt. */
export interface AdamStep {
  readonly moments: Moments;
  readonly direction: Vec;
}

/**
 * Adam (Kingma and Ba): m ← β₁m + (1-β₁) g, v ← β₂v + (1-β₂) g², and in step k the direction m̂/(√v̂ + ε) with
 * m̂ = m/(1-β₁ᵏ), v̂ = v/(1-β₂ᵏ).
 */
export function adamSteps({ momentum = 0.9, decay = 0.999, epsilon = 1e-8 }: Adam = {}): (
  before: Moments,
  velocity: Vec,
) => AdamStep {
  fraction("the momentum of `adam`", momentum);
  fraction("the decay of `adam`", decay);
  positive("ε of `adam`", epsilon);
  return (before, velocity) => {
    const k = before.k + 1;
    const m = axpy(1 - momentum, velocity, scale(momentum, before.m));
    const v = axpy(1 - decay, times(velocity, velocity), scale(decay, before.v));
    const [first, second] = [1 - pow(momentum, k), 1 - pow(decay, k)];
    const direction = tabulate(velocity.length, i => m[i] / first / (Math.sqrt(v[i] / second) + epsilon));
    return { moments: { m, v, k }, direction };
  };
}
