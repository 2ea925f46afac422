import type { Integrator, Step } from "../integrator.js";
import type { Space } from "../../systems/spaces/space.js";
import type { GradientSystem } from "../../systems/system.js";
import { parts } from "../../systems/geometries/parts.js";
import { refuse } from "../../arithmetic/refusal.js";

/** Number of coordinates that move (anchors do not). */
const moving = ({ codim, massRange: [a, b] }: Space): number => codim - (b - a);

function check({ space, geometry }: GradientSystem): string[] {
  const [p, ...others] = parts(geometry);
  const fits =
    space.kind === "particles" &&
    others.length === 0 &&
    p.term.mechanism === "transport" &&
    p.term.smoother.name === "identity";
  return fits ? [] : ["simulates (scaled) `wasserstein` on particles only; for a sum take `splitting`"];
}

/** Euler-Maruyama: under α·W the force ∇ξ + τ ∇log u becomes dX = -α∇ξ dt + √(2ατ) dB; weak order 1 (B-8). */
export const langevin: Integrator = {
  name: "langevin",
  order: 1,
  check,
  stepper: ({ space, energy, geometry }, dt, rng): Step => {
    const m = moving(space);
    const [{ factor }] = parts(geometry);
    return u => {
      const { gradient, temperature } = energy.differential(u);
      const size = Math.sqrt(2 * temperature * factor * dt);
      const v = u.slice();
      if (!gradient) return refuse("langevin: this energy has no ∇ξ at the particles");
      for (let i = 0; i < m; i++) v[i] += (size > 0 ? size * rng.normal() : 0) - dt * factor * gradient[i];
      return v;
    };
  },
};
