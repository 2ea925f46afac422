import { admitted, refused, unmet } from "../../../arithmetic/admission.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat, subtract } from "../../../arithmetic/vectors.js";
import { kernelGradientSum } from "../../../compute/index.js";
import { potentialGradients } from "../../../systems/energies/potential-values.js";
import { movingAtoms } from "../moving-atoms.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { checkedNoise, type Noise, NOISE, noiseRefusals, perturbed } from "./noise.js";
import { integratorWord, type IntegratorWord } from "../word.js";

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
 * Noise injection: X⁺ = X - dt α ∇ξ(X + σ(t) N). As in Arbel et al. only the point of evaluation is perturbed; with
 * `everywhere` all particles are, also where they exert the force.
 *
 * ```ts
 * const integrator = integrators.noisyEuler(0.1, { until: 20, decay: 0.5 });
 * ```
 */
export function noisyEuler(level: number, options: Omit<Noise, "level"> = {}): Integrator {
  const noise = checkedNoise({ level, ...options });
  return {
    name: "noisy-euler",
    order: 1,
    // all of its variance σ² z/(2 - z) is wanted, as long as there is any
    excess: z => (z < 2 ? 0 : Infinity),
    ...(level > 0 && { drift: noisyEuler(0) }),
    admit: system => {
      const { space } = system;
      const part = movingAtoms(system);
      const field = forceField(system);
      if (!field || !part)
        return unmet(
          [part, "perturbs particles under (scaled) `wasserstein`; for a sum take `splitting`"],
          [field, "needs the force beside the particles: ½MMD² or a potential; for entropy take `langevin`"],
        );
      const against = noiseRefusals(noise, space);
      if (against.length > 0) return refused(...against);
      return admitted((dt, rng, _note, memory) => {
        const perturb = perturbed(noise, space, rng, memory);
        return (u, t) => {
          const v = u.slice();
          const y = perturb(u, t);
          field(noise.everywhere ? concat(y, u.subarray(y.length)) : u, y).forEach((slope, i) => {
            v[i] -= dt * part.factor * slope;
          });
          return v;
        };
      });
    },
  };
}

export const noisyEulerWord: IntegratorWord = integratorWord({
  name: "noisy-euler",
  description: "Explicit Euler with the force evaluated at perturbed points.",
  properties: {
    level: { description: "Standard deviation of the perturbation, in units of length.", type: "number", minimum: 0 },
    ...NOISE,
  },
  build: ({ level, noise, ...rest }, { table }) =>
    noisyEuler(level, { ...rest, ...(noise && { given: table(noise) }) }),
  on: () => noisyEuler(0.1),
});
