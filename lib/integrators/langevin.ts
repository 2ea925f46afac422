import type { GradientSystem, Integrator, Space } from "../types.js";
import { parts } from "../geometries/parts.js";
import { onsager } from "../system.js";

/** Number of coordinates that move (anchors do not). */
const moving = ({ codim, massRange: [a, b] }: Space): number => codim - (b - a);

function check({ space, geometry }: GradientSystem): string[] {
  const [p, ...others] = parts(geometry);
  const fits = space.kind === "particles" && others.length === 0 && p.term.mechanism === "transport" && p.term.smoother.name === "identity";
  return fits ? [] : ["simulates (scaled) `wasserstein` on particles only; for a sum take `splitting`"];
}

/** Euler-Maruyama: under α·W the force ∇ξ + τ ∇log u becomes dX = -α∇ξ dt + √(2ατ) dB; weak order 1 (B-8). */
export const langevin: Integrator = {
  name: "langevin",
  order: 1,
  check,
  stepper: ({ space, energy, geometry }, dt, rng) => {
    const m = moving(space), [{ factor }] = parts(geometry);
    return u => {
      const xi = energy.differential(u), drift = onsager(space, geometry, u, { ...xi, temperature: 0 });
      const size = Math.sqrt(2 * xi.temperature * factor * dt);
      return u.map((x, i) => x - dt * drift[i] + (i < m && size > 0 ? size * rng.normal() : 0));
    };
  },
};
