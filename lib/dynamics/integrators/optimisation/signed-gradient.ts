import { pow } from "../../../arithmetic/functions.js";
import { positive } from "../../../arithmetic/range.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Integrator } from "../../integrator.js";
import { byCoordinate } from "./by-coordinate.js";
import { exponentOf, FACTOR, ORDER } from "./rescaled-gradient.js";
import { integratorWord, type IntegratorWord } from "../word.js";

const sumNorm = (v: Vec): number => v.reduce((s, x) => s + Math.abs(x), 0);

/**
 * Euler steps of the q-signed gradient flow ẋ = c |v|_1^κ sign v, κ = 1/(q-1), v = u̇ (for one point -∇V): steepest
 * descent in the largest coordinate. It settles in finite time, and Euler steps then chatter. Romero and Benosman, F-7.
 *
 * ```ts
 * const integrator = integrators.signedGradient(4, 1);
 * ```
 */
export function signedGradient(q: number, factor: number): Integrator {
  const kappa = exponentOf(q);
  positive("the factor of a finite-time flow", factor);
  return byCoordinate("signed-gradient", () => velocity => {
    const size = sumNorm(velocity);
    const step = size > 0 ? factor * pow(size, kappa) : 0;
    return velocity.map(v => step * Math.sign(v));
  });
}

export const signedGradientWord: IntegratorWord = integratorWord({
  name: "signed-gradient",
  description:
    "Euler steps of the signed gradient flow, which settles in finite time. For particles that are transported.",
  equation: "x' = -c |grad V|_1^(1/(q-1)) sign(grad V)",
  properties: { q: ORDER, factor: FACTOR },
  build: ({ q, factor }) => signedGradient(q, factor),
  on: () => signedGradient(3, 0.7),
});
