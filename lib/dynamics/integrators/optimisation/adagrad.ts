import { fraction, positive } from "../../../arithmetic/range.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { add, axpy, scale, tabulate, times } from "../../../arithmetic/vectors.js";
import type { Integrator } from "../../integrator.js";
import { byCoordinate } from "./by-coordinate.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** What Adagrad remembers. */
export interface Adagrad {
  /** What is kept of the mean of u̇² in a step; absent: the sum of all u̇², as in the method's first paper. */
  readonly decay?: number;
  /** Default 1e-6, in units of u̇. */
  readonly epsilon?: number;
}

/**
 * Adagrad (Duchi, Hazan and Singer): g ← g + u̇² from 0, u⁺ = u + dt u̇/(√g + ε). With a decay β the steps of the first
 * SVGD code (Liu and Wang): g ← βg + (1-β) u̇² from the first u̇². Not a gradient flow: F may rise, and no energy
 * balance is claimed.
 *
 * ```ts
 * const integrator = integrators.adagrad({ decay: 0.9 });
 * ```
 */
export function adagrad({ decay, epsilon = 1e-6 }: Adagrad = {}): Integrator {
  if (decay !== undefined) fraction("the decay of `adagrad`", decay);
  positive("ε of `adagrad`", epsilon);
  const next = (g: Vec, square: Vec): Vec =>
    decay === undefined ? add(g, square) : axpy(1 - decay, square, scale(decay, g));
  return byCoordinate("adagrad", (size, memory) => {
    const sum = memory.cell<Vec | undefined>(undefined);
    return velocity => {
      const square = times(velocity, velocity);
      const g = sum.value ? next(sum.value, square) : square;
      sum.value = g;
      return tabulate(size, i => velocity[i] / (Math.sqrt(g[i]) + epsilon));
    };
  });
}

export const adagradWord: IntegratorWord = integratorWord({
  name: "adagrad",
  description: "Adagrad. NOT a gradient flow: no energy balance is claimed. For particles that are transported.",
  equation: "u+ = u + dt du/dt/(sqrt(g) + epsilon), g+ = g + (du/dt)^2",
  properties: {
    decay: {
      description:
        "beta of g+ = beta g + (1 - beta) (du/dt)^2, from the first square; 0.9 in the first SVGD code. " +
        "Default: the sum.",
      optional: true,
      type: "number",
      minimum: 0,
      exclusiveMaximum: 1,
    },
    epsilon: { description: "Default 1e-6.", optional: true, type: "number", exclusiveMinimum: 0 },
  },
  build: spec => adagrad(spec),
  on: () => adagrad(),
});
