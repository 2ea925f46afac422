import { admitted, refused } from "../../arithmetic/admission.js";
import { CLOSED_FORMS, exactFlow } from "../closed-forms/registry.js";
import type { Integrator } from "../integrator.js";
import { integratorWord, type IntegratorWord } from "./word.js";

const known = (): string => CLOSED_FORMS.map(form => `${form.admits} (${form.source})`).join("; ");

/**
 * The flow itself, by its closed form: no error in time.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const solution = solve({ system, initial, end: 2 }, integrators.exact, { steps: 20 });
 * ```
 */
export const exact: Integrator = {
  name: "exact",
  order: Infinity,
  admit: system => {
    const flow = exactFlow(system);
    return flow
      ? admitted(dt => u => flow(u, dt))
      : refused(`no closed form is known for this system; known are ${known()}`);
  },
};

export const exactWord: IntegratorWord = integratorWord({
  name: "exact",
  description:
    "Registered closed form of (space, energy, geometry): how a reference is written. Refused where none is known.",
  properties: {},
  build: () => exact,
  on: () => exact,
});
