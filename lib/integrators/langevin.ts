import type { GradientSystem, Integrator, Rng, Space } from "../types.js";
import { parts } from "../geometries/parts.js";
import { onsager } from "../system.js";
import { cos, log } from "../numerics/functions.js";

/** Box-Muller. */
export const normal = (rng: Rng): number => Math.sqrt(-2 * log(1 - rng())) * cos(2 * Math.PI * rng());

/** Number of coordinates that move (anchors do not). */
const moving = ({ codim, massRange: [a, b] }: Space): number => codim - (b - a);

function check({ space, geometry }: GradientSystem): string[] {
  const [p, ...others] = parts(geometry);
  const fits =
    space.kind === "particles" &&
    others.length === 0 &&
    p.term.mechanism === "transport" &&
    p.term.smoother.name === "identity";
  return fits ? [] : ["langevin simulates (scaled) Wasserstein on particles"];
}

/** Euler-Maruyama: α·W with ξ + τ log u becomes dX = -α∇ξ dt + √(2ατ) dB; weak order 1. */
export const langevin: Integrator = {
  name: "langevin",
  order: 1,
  check,
  step: ({ space, energy, geometry }, dt, u, rng) => {
    const xi = energy.differential(u),
      drift = onsager(space, geometry, u, { ...xi, temperature: 0 });
    const size = Math.sqrt(2 * xi.temperature * parts(geometry)[0].factor * dt),
      m = moving(space);
    return u.map((x, i) => x - dt * drift[i] + (i < m ? size * normal(rng) : 0));
  },
};
