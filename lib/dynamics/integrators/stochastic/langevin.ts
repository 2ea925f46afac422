import { admitted, refused } from "../../../arithmetic/admission.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { movingAtoms } from "../moving-atoms.js";
import type { Integrator } from "../../integrator.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** X⁺ = X - αdt ∇ξ + √(2ατdt) N, with as much of the noise. */
const eulerMaruyama =
  (noise: 0 | 1): Integrator["admit"] =>
  system => {
    const part = movingAtoms(system);
    if (!part) return refused("simulates (scaled) `wasserstein` on particles only; for a sum take `splitting`");
    const { factor } = part;
    const { space, energy } = system;
    return admitted((dt, rng) => u => {
      const { gradient, temperature } = energy.differential(u);
      const size = noise * Math.sqrt(2 * temperature * factor * dt);
      const v = u.slice();
      if (!gradient) return refuse("langevin: this energy has no ∇ξ at the particles");
      for (let i = 0; i < space.moving; i++) v[i] += (size > 0 ? size * rng.normal() : 0) - dt * factor * gradient[i];
      return v;
    });
  };

/**
 * Euler-Maruyama: under α·W the force ∇ξ + τ ∇log u becomes dX = -α∇ξ dt + √(2ατ) dB; weak order 1 (B-8).
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 1 });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = concat(new Float64Array(200).fill(3), measures.equalWeights(200));
 * const solution = solve({ system, initial, end: 5 }, integrators.langevin, { steps: 500, seed: 7 });
 * ```
 */
export const langevin: Integrator = {
  name: "langevin",
  order: 1,
  // X⁺ = (1 - z)X + √(2τdt) N has the variance 2τdt/(1 - (1-z)²) = τ/λ · 1/(1 - z/2)
  excess: z => (z < 2 ? z / (2 - z) : Infinity),
  drift: { name: "langevin without noise", order: 1, admit: eulerMaruyama(0) },
  admit: eulerMaruyama(1),
};

export const langevinWord: IntegratorWord = integratorWord({
  name: "langevin",
  description: "Euler-Maruyama: the part tau log u of the force becomes noise (unadjusted Langevin).",
  equation: "X+ = X - dt grad V + sqrt(2 tau dt) N",
  properties: {},
  build: () => langevin,
  on: () => langevin,
});
