import { type Adam, adamSteps, noMoments } from "../../../numerics/adam.js";
import type { Integrator } from "../../integrator.js";
import { byCoordinate } from "./by-coordinate.js";
import { integratorWord, type IntegratorWord } from "../word.js";

export type { Adam } from "../../../numerics/adam.js";

/**
 * Adam (Kingma and Ba): m ← β₁m + (1-β₁) u̇, v ← β₂v + (1-β₂) u̇² from 0, u⁺ = u + dt m̂/(√v̂ + ε) with
 * m̂ = m/(1-β₁ᵏ), v̂ = v/(1-β₂ᵏ) in step k. Not a gradient flow: every coordinate moves by about dt, whatever F is; F
 * may rise, and no energy balance is claimed.
 *
 * ```ts
 * const integrator = integrators.adam({ momentum: 0.9, decay: 0.999 });
 * ```
 */
export function adam(options: Adam = {}): Integrator {
  const step = adamSteps(options);
  return byCoordinate("adam", (size, memory) => {
    const remembered = memory.cell(noMoments(size));
    return velocity => {
      const { moments, direction } = step(remembered.value, velocity);
      remembered.value = moments;
      return direction;
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
