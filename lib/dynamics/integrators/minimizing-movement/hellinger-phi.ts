import { admitted, unmet } from "../../../arithmetic/admission.js";
import { square } from "../../../arithmetic/functions.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { sum } from "../../../arithmetic/vectors.js";
import { bisect } from "../../../numerics/root.js";
import { rootChart } from "../../../systems/geometries/charts.js";
import { onlyPart } from "../../../systems/geometries/parts.js";
import { squaredHellinger } from "../../distances/hellinger.js";
import { geodesicIn } from "./extrapolate.js";
import { hellingerStep } from "./hellinger-scalar.js";
import type { Proximal } from "./proximal.js";

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
  admit: ({ space, geometry, energy: { form } }) => {
    const part = onlyPart(geometry, ["growth"], "identity");
    if (!part || form.type !== "phi")
      return unmet([part, "needs (spherical) `hellinger`"], [form.type === "phi", "needs a φ-divergence"]);
    const { p, target } = form;
    return admitted({
      step: tau => u => {
        const h = tau * part.factor;
        const at = (c: number): Vec =>
          u.map((m, i) => square(hellingerStep(p, h, Math.sqrt(m / target[i]), c)) * target[i]);
        return at(part.spherical ? multiplier(c => sum(at(c)), sum(u)) : 0);
      },
      squaredDistance: (u, v) => squaredHellinger(u, v) / part.factor,
      extrapolate: geodesicIn(space, rootChart),
    });
  },
};
