import type { GradientSystem, Integrator, Proximal } from "../types.js";
import { PROXIMALS } from "../proximal/registry.js";
import { refuse } from "../refusal.js";

/** The first proximal step that admits the system. */
const choose = (system: GradientSystem): Proximal | undefined => PROXIMALS.find(p => p.check(system).length === 0);

const refusals = (system: GradientSystem): string[] => PROXIMALS.map(p => `${p.name}: ${p.check(system).join(", ")}`);

/** Minimizing movement u⁺ = argmin F + d²(·, u)/(2 dt), by the proximal step that knows this distance and this energy (B-5, B-7, B-16). */
export const jko: Integrator = {
  name: "jko",
  order: 1,
  check: system => (choose(system) ? [] : [`no proximal step is known for this geometry and energy (${refusals(system).join("; ")})`]),
  stepper: (system, dt) => (choose(system) ?? refuse("no proximal step is known")).stepper(system, dt),
};
