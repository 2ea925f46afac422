import { admitted, refused } from "../../../arithmetic/admission.js";
import { nonNegative, positive, whole } from "../../../arithmetic/range.js";
import { concat, scale, sum } from "../../../arithmetic/vectors.js";
import type { Integrator } from "../../integrator.js";
import { firstParameters, type MapFit, mapStep } from "./map-step.js";
import { movingAtoms } from "../moving-atoms.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/**
 * JKO steps over gradients of input-convex networks (Mokrov et al. 2021, F-5), for the free energy ∫ V du + τ ∫ u log u
 * on particles: every step fits one map T = ∇ψ and moves all particles by it, so that the density is known at them by
 * the change of variables. The network goes on from the step before.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 1 });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = concat(normals(stream(1, "start"), 200), measures.equalWeights(200));
 * const integrator = integrators.networkJko({ widths: [8], iterations: 40, rate: 0.02 });
 * const solution = solve({ system, initial, end: 0.2 }, integrator, { steps: 2 });
 * ```
 */
export function networkJko({ seed = 1, ...shape }: Omit<MapFit, "seed"> & { readonly seed?: number }): Integrator {
  const fit: MapFit = { ...shape, seed };
  whole("the iterations of `network-jko`", fit.iterations, 1);
  whole("the seed of `network-jko`", seed, 0);
  positive("the rate of `network-jko`", fit.rate);
  positive("the slope of `network-jko`", fit.slope ?? 1);
  nonNegative("the spread of `network-jko`", fit.spread ?? 0);
  fit.widths.forEach(width => whole("a width of `network-jko`", width, 1));
  return {
    name: "network-jko",
    order: 1,
    learned: true,
    maps: true,
    admit: system => {
      const {
        space,
        energy: { form },
      } = system;
      const part = movingAtoms(system);
      if (!part) return refused("fits maps of particles: take (scaled) `wasserstein` on particles");
      if (form.type !== "free-energy")
        return refused(
          "needs a potential and an entropy: take `kl` to a density, `entropy`, `potential`, or their sums",
        );
      if (space.codim !== space.size) return refused("moves all particles: take no anchors");
      return admitted((dt, _rng, _note, memory, listener) => {
        const parameters = memory.cell(firstParameters(space.dim, fit));
        return u => {
          const masses = space.masses(u);
          const cloud = { points: space.nodes(u), weights: scale(1 / sum(masses), masses) };
          const fitted = mapStep(cloud, space.dim, form, part.factor * dt, fit, parameters.value);
          if (!(fitted.loss <= fitted.still + 1e-12 * Math.abs(fitted.still)))
            return {
              status: "not-converged",
              reason:
                `the fitted map is worse than none (${fitted.loss} against ${fitted.still}): ` +
                "take more iterations, or a smaller rate",
            };
          parameters.value = fitted.parameters;
          listener?.stretched(fitted.logDeterminants);
          return concat(fitted.points, masses);
        };
      });
    },
  };
}

export const networkJkoWord: IntegratorWord = integratorWord({
  name: "network-jko",
  description: "JKO steps over gradients of input-convex networks; the density is known at the particles.",
  equation: "T = grad psi, argmin E |X - T(X)|^2/(2 dt) + V(T(X)) - tau log det DT(X)",
  properties: {
    widths: {
      description: "Units of the hidden layers of psi; none: affine maps.",
      type: "array",
      maxItems: 4,
      items: { type: "integer", minimum: 1, maximum: 256 },
    },
    iterations: {
      description: "Steps of Adam in each step: half at the rate, a quarter at 1/4, a quarter at 1/16 of it.",
      type: "integer",
      minimum: 1,
    },
    rate: { description: "Length of a step of Adam.", type: "number", exclusiveMinimum: 0 },
    slope: {
      description:
        "Size of the slopes of the units at the start, N(0, slope^2/d); default 1. " +
        "A potential that ripples wants its wavenumber.",
      optional: true,
      type: "number",
      exclusiveMinimum: 0,
    },
    spread: {
      description: "Distance from 0 over which the units bend at the start; default 0: all at 0.",
      optional: true,
      type: "number",
      minimum: 0,
    },
    seed: {
      description: "Seed of the first parameters; default 1.",
      optional: true,
      type: "integer",
      minimum: 0,
    },
  },
  build: spec => networkJko(spec),
  on: () => networkJko({ widths: [4], iterations: 40, rate: 0.02 }),
});
