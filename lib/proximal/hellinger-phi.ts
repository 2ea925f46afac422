import type { GradientSystem, Proximal, Vec } from "../types.js";
import { sum } from "../numerics/vectors.js";
import { bisect } from "../numerics/root.js";
import { refuse } from "../refusal.js";
import { hellingerStep } from "./hellinger-scalar.js";
import { expectPart, singlePart } from "./single-part.js";
import { square } from "../numerics/functions.js";

function phiForm({ energy }: GradientSystem): { p: number; target: Vec } {
  return energy.form.type === "phi" ? energy.form : refuse("the Hellinger step is pointwise only for φ-divergences");
}

/** Bisection on the multiplier c (the mass rises with c) so that Σ w²π = mass. */
function multiplier(massAt: (c: number) => number, mass: number): number {
  let low = -1,
    high = 1;
  while (massAt(low) > mass) low *= 2;
  while (massAt(high) < mass) high *= 2;
  return bisect(c => massAt(c) - mass, low, high);
}

/** argmin D_φp(μ|π) + He²(μ, μ_k)/2τ on M⁺, or on fixed mass if the part is spherical. */
export const hellingerPhi: Proximal = {
  name: "hellinger-phi",
  check: system => [
    ...expectPart(system, ["growth"], "identity"),
    ...(system.energy.form.type === "phi" ? [] : ["needs a φ-divergence"]),
  ],
  stepper: (system, tau) => u => {
    const { p, target } = phiForm(system),
      part = singlePart(system),
      h = tau * part.factor;
    const at = (c: number): Vec => u.map((m, i) => square(hellingerStep(p, h, Math.sqrt(m / target[i]), c)) * target[i]);
    return at(part.spherical ? multiplier(c => sum(at(c)), sum(u)) : 0);
  },
};
