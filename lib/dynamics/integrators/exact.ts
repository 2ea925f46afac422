import { admitted, refused } from "../../arithmetic/admission.js";
import { CLOSED_FORMS, exactFlow } from "../closed-forms/registry.js";
import type { Integrator } from "../integrator.js";

const known = (): string => CLOSED_FORMS.map(form => `${form.admits} (${form.source})`).join("; ");

/** The flow itself, by its closed form: no error in time. */
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
