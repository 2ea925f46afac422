import { unless } from "../../../arithmetic/admission.js";
import { pow } from "../../../arithmetic/functions.js";
import { finite, positive } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { axpy } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import { dualDissipation } from "../../../systems/dissipation.js";
import { rate } from "../../../systems/system.js";
import type { Integrator, Step, StepFailure } from "../../integrator.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** 1/(q-1) of an order q > 1. */
export function exponentOf(q: number): number {
  if (!(finite("the order q of a finite-time flow", q) > 1))
    refuse(`the order q of a finite-time flow is ${q}: take more than 1`);
  return 1 / (q - 1);
}

const steep = (t: number): StepFailure => ({
  status: "diverged",
  reason:
    `the slope |∂F| is infinite at t = ${t}, and no rescaled flow leaves: ` +
    "begin with a state that is positive everywhere",
});

/**
 * Euler steps of the q-rescaled gradient flow u̇ = -c |∂F|^{κ-1} 𝕂(u) DF(u), κ = 1/(q-1), with the slope |∂F|² = <DF,
 * 𝕂DF>: the gradient flow of F with R* = c|∂F|^{κ+1}/(κ+1), and the usual one for q = 2, c = 1. Where F - min F is
 * dominated by |∂F|^{p/(p-1)} with p < q (a quadratic minimum has p = 2) it settles in finite time, and Euler steps
 * then chatter. Another clock than that of the flow: no energy balance is claimed. Romero and Benosman, F-7.
 *
 * ```ts
 * const integrator = integrators.rescaledGradient(4, 1);
 * ```
 */
export function rescaledGradient(q: number, factor: number): Integrator {
  const kappa = exponentOf(q);
  positive("the factor of a finite-time flow", factor);
  return {
    name: "rescaled-gradient",
    order: q === 2 && factor === 1 ? 1 : 0,
    inertial: true,
    lowers: "energy",
    admit: system =>
      unless(logRefusals(system), (dt): Step => (u, t) => {
        const slope = Math.sqrt(2 * dualDissipation(system, u));
        if (slope === Infinity && kappa !== 1) return steep(t);
        return slope === 0 ? u : axpy(dt * factor * pow(slope, kappa - 1), rate(system, u), u);
      }),
  };
}

export const ORDER = {
  description: "The order q > 1: finite time for q above 2 near a quadratic minimum.",
  type: "number",
  exclusiveMinimum: 1,
} as const;
export const FACTOR = { description: "The factor c > 0.", type: "number", exclusiveMinimum: 0 } as const;

export const rescaledGradientWord: IntegratorWord = integratorWord({
  name: "rescaled-gradient",
  description:
    "Euler steps of the rescaled gradient flow, which settles in finite time; order 0, its clock is another.",
  equation: "u' = -c |dF|^(1/(q-1) - 1) K(u) DF(u), |dF|^2 = <DF, K DF>",
  properties: { q: ORDER, factor: FACTOR },
  build: ({ q, factor }) => rescaledGradient(q, factor),
  on: () => rescaledGradient(3, 0.7),
});
