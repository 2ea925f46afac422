import type { Vec } from "../../../arithmetic/vec.js";
import type { Proximal } from "./proximal.js";
import type { GradientSystem } from "../../../systems/system.js";
import { onlyPart, type Part } from "../../../systems/geometries/parts.js";
import { rootChart } from "../../../systems/geometries/charts.js";
import { square } from "../../../arithmetic/functions.js";
import { bisect } from "../../../numerics/root.js";
import { sum } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { geodesicIn } from "./extrapolate.js";
import { hellingerStep } from "./hellinger-scalar.js";

const partOf = ({ geometry }: GradientSystem): Part | undefined => onlyPart(geometry, ["growth"], "identity");

const check = (system: GradientSystem): string[] => [
  ...(partOf(system) ? [] : ["needs (spherical) `hellinger`"]),
  ...(system.energy.form.type === "phi" ? [] : ["needs a φ-divergence"]),
];

/** The multiplier c of the mass, which rises with c, so that Σ w²π = mass. */
function multiplier(massAt: (c: number) => number, mass: number): number {
  let low = -1;
  let high = 1;
  while (massAt(low) > mass) low *= 2;
  while (massAt(high) < mass) high *= 2;
  return bisect(c => massAt(c) - mass, low, high);
}

/**
 * argmin D_φp(μ|π) + He²(μ, μ_k)/2τ on M⁺, or on fixed mass (chordal: He restricted to it) if the part is spherical
 * (B-7, I-5).
 */
export const hellingerPhi: Proximal = {
  name: "hellinger-phi",
  check,
  stepper: (system, tau) => {
    const part = partOf(system);
    const { form } = system.energy;
    if (!part || form.type !== "phi") return refuse(check(system).join("; "));
    const { p, target } = form;
    const h = tau * part.factor;
    return u => {
      const at = (c: number): Vec =>
        u.map((m, i) => square(hellingerStep(p, h, Math.sqrt(m / target[i]), c)) * target[i]);
      return at(part.spherical ? multiplier(c => sum(at(c)), sum(u)) : 0);
    };
  },
  extrapolate: geodesicIn(rootChart),
};
