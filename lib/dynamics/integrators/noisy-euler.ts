import { admitted, unmet } from "../../arithmetic/admission.js";
import type { Vec } from "../../arithmetic/vec.js";
import { subtract } from "../../arithmetic/vectors.js";
import { kernelGradientSum } from "../../compute/index.js";
import { potentialGradients } from "../../systems/energies/potential-values.js";
import { onlyPart } from "../../systems/geometries/parts.js";
import type { GradientSystem } from "../../systems/system.js";
import type { Integrator } from "../integrator.js";
import { nonNegative } from "../../arithmetic/range.js";
import { integratorWord, type IntegratorWord } from "./word.js";

/**
 * y -> ∇ξ(y) for the measure u, at points that are not its particles; undefined where DF is known at the particles
 * only.
 */
function forceField({ space: { nodes, masses, dim }, energy }: GradientSystem): ((u: Vec, y: Vec) => Vec) | undefined {
  const { form } = energy;
  if (form.type === "free-energy" && form.temperature === 0)
    return (_, y) => potentialGradients(form.potential, y, dim);
  if (form.type !== "half-mmd2") return undefined;
  const { kernel, embedding } = form;
  return (u, y) => subtract(kernelGradientSum(kernel, y, nodes(u), dim, masses(u)), embedding.gradient(y));
}

/**
 * Noise injection of Arbel et al.: X⁺ = X - dt α ∇ξ(X + level·N); only the point of evaluation is perturbed, and only
 * before `until`.
 *
 * ```ts
 * const integrator = integrators.noisyEuler(0.1);
 * ```
 */
export function noisyEuler(level: number, until: number = Infinity): Integrator {
  nonNegative("the level of noise", level);
  if (until !== Infinity) nonNegative("`until`, the time when the noise ends,", until);
  return {
    name: "noisy-euler",
    order: 1,
    admit: system => {
      const { space, geometry } = system;
      const part = space.kind === "particles" ? onlyPart(geometry, ["transport"], "identity") : undefined;
      const field = forceField(system);
      if (!field || !part)
        return unmet(
          [part, "perturbs particles under (scaled) `wasserstein`; for a sum take `splitting`"],
          [field, "needs the force beside the particles: ½MMD² or a potential; for entropy take `langevin`"],
        );
      const moving = space.codim - (space.massRange[1] - space.massRange[0]);
      return admitted((dt, rng) => (u, t) => {
        const sigma = t < until ? level : 0;
        const v = u.slice();
        const y = u.slice(0, moving).map(x => x + (sigma > 0 ? sigma * rng.normal() : 0));
        field(u, y).forEach((slope, i) => {
          v[i] -= dt * part.factor * slope;
        });
        return v;
      });
    },
  };
}

export const noisyEulerWord: IntegratorWord = integratorWord({
  name: "noisy-euler",
  description: "Explicit Euler with the force evaluated at perturbed points.",
  properties: {
    level: { description: "Standard deviation of the perturbation, in units of length.", type: "number", minimum: 0 },
    until: { description: "Time when the noise is switched off.", optional: true, type: "number", minimum: 0 },
  },
  build: ({ level, until }) => noisyEuler(level, until),
  on: () => noisyEuler(0.1),
});
