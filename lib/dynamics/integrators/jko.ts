import type { Integrator, Step } from "../integrator.js";
import type { Proximal } from "./minimizing-movement/proximal.js";
import type { GradientSystem } from "../../systems/system.js";
import { parts } from "../../systems/geometries/parts.js";
import type { Note } from "../../arithmetic/notes.js";
import { PROXIMALS } from "./minimizing-movement/registry.js";
import { refuse } from "../../arithmetic/refusal.js";
import { failed } from "./outcome.js";

/** The first proximal step that admits the system. */
const choose = (system: GradientSystem): Proximal | undefined => PROXIMALS.find(p => p.check(system).length === 0);

function check(system: GradientSystem): string[] {
  if (choose(system)) return [];
  const reasons = PROXIMALS.map(p => `${p.name} ${p.check(system).join(" and ")}`).join("; ");
  return [
    `no proximal step is known for this geometry and energy (${reasons}); for a sum of geometries take \`splitting\``,
  ];
}

/** A geometry times 0 does not move. */
const still = (system: GradientSystem): boolean => parts(system.geometry).every(p => p.factor === 0);

function proximalStep(system: GradientSystem, tau: number, note: Note): Step {
  const proximal = choose(system) ?? refuse(check(system).join("; "));
  return still(system) ? u => u : proximal.stepper(system, tau, note);
}

/**
 * Minimizing movement u⁺ = argmin F + d²(·, u)/(2 dt), by the proximal step that knows this distance and this energy
 * (B-5, B-7, B-16).
 */
export const jko: Integrator = {
  name: "jko",
  order: 1,
  check,
  stepper: (system, dt, _rng, note) => proximalStep(system, dt, note),
};

/**
 * Variational implicit midpoint (G-16): half a proximal step, and on along its geodesic as far again. Order 2 where F
 * is smooth on geodesics.
 */
export const jkoMidpoint: Integrator = {
  name: "jko",
  order: 2,
  check: system =>
    parts(system.geometry).some(p => p.spherical)
      ? ["`midpoint` needs the geodesics of the whole cone: take the free geometry"]
      : check(system),
  stepper: (system, dt, _rng, note) => {
    const half = proximalStep(system, dt / 2, note);
    const proximal = choose(system);
    return (u, t) => {
      const v = half(u, t);
      return failed(v) || !proximal ? v : proximal.extrapolate(system, u, v);
    };
  },
};
