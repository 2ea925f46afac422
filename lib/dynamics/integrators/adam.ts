import { pow } from "../../arithmetic/functions.js";
import { fraction, positive } from "../../arithmetic/range.js";
import type { Vec } from "../../arithmetic/vec.js";
import { axpy, scale, tabulate, times, zeros } from "../../arithmetic/vectors.js";
import type { Integrator } from "../integrator.js";
import { byCoordinate } from "./by-coordinate.js";
import { integratorWord, type IntegratorWord } from "./word.js";

/** How Adam averages. */
export interface Adam {
  /** What is kept of the mean of u̇ in a step; default 0.9. */
  readonly momentum?: number;
  /** What is kept of the mean of u̇²; default 0.999. */
  readonly decay?: number;
  /** Default 1e-8, in units of u̇. */
  readonly epsilon?: number;
}

/**
 * Adam (Kingma and Ba): m ← β₁m + (1-β₁) u̇, v ← β₂v + (1-β₂) u̇² from 0, u⁺ = u + dt m̂/(√v̂ + ε) with
 * m̂ = m/(1-β₁ᵏ), v̂ = v/(1-β₂ᵏ) in step k. Not a gradient flow: every coordinate moves by about dt, whatever F is; F
 * may rise, and no energy balance is claimed.
 *
 * ```ts
 * const integrator = integrators.adam({ momentum: 0.9, decay: 0.999 });
 * ```
 */
export function adam({ momentum = 0.9, decay = 0.999, epsilon = 1e-8 }: Adam = {}): Integrator {
  fraction("the momentum of `adam`", momentum);
  fraction("the decay of `adam`", decay);
  positive("ε of `adam`", epsilon);
  return byCoordinate("adam", (size, memory) => {
    const moments = memory.cell<{ readonly m: Vec; readonly v: Vec; readonly k: number }>({
      m: zeros(size),
      v: zeros(size),
      k: 0,
    });
    return velocity => {
      const before = moments.value;
      const k = before.k + 1;
      const m = axpy(1 - momentum, velocity, scale(momentum, before.m));
      const v = axpy(1 - decay, times(velocity, velocity), scale(decay, before.v));
      moments.value = { m, v, k };
      const [first, second] = [1 - pow(momentum, k), 1 - pow(decay, k)];
      return tabulate(size, i => m[i] / first / (Math.sqrt(v[i] / second) + epsilon));
    };
  });
}

export const adamWord: IntegratorWord = integratorWord({
  name: "adam",
  description: "Adam. NOT a gradient flow: no energy balance is claimed. For particles that are transported.",
  equation: "u+ = u + dt m/(sqrt(v) + epsilon), m and v the corrected running means of du/dt and (du/dt)^2",
  properties: {
    momentum: {
      description: "What is kept of the mean of du/dt in a step; default 0.9.",
      optional: true,
      type: "number",
      minimum: 0,
      exclusiveMaximum: 1,
    },
    decay: {
      description: "What is kept of the mean of (du/dt)^2 in a step; default 0.999.",
      optional: true,
      type: "number",
      minimum: 0,
      exclusiveMaximum: 1,
    },
    epsilon: { description: "Default 1e-8.", optional: true, type: "number", exclusiveMinimum: 0 },
  },
  build: spec => adam(spec),
  on: () => adam(),
});
