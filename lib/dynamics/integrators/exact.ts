import type { Integrator } from "../integrator.js";
import { CLOSED_FORMS, exactFlow } from "../closed-forms/registry.js";
import { refuse } from "../../arithmetic/refusal.js";

const known = (): string => CLOSED_FORMS.map(form => `${form.admits} (${form.source})`).join("; ");

/** The flow itself, by its closed form: no error in time. */
export const exact: Integrator = {
  name: "exact",
  order: Infinity,
  check: system => (exactFlow(system) ? [] : [`no closed form is known for this system; known are ${known()}`]),
  stepper: (system, dt) => {
    const flow = exactFlow(system) ?? refuse("no closed form is known for this system");
    return u => flow(u, dt);
  },
};
