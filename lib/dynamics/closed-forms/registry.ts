import type { GradientSystem } from "../../systems/system.js";
import type { ClosedForm, Flow } from "./closed-form.js";
import { gaussianPath } from "./gaussian-path.js";
import { geometricPath } from "./geometric-path.js";
import { mmdLine, mmdPath } from "./mmd-path.js";
import { modeDecay } from "./mode-decay.js";
import { powerPath } from "./power-path.js";

export const CLOSED_FORMS: readonly ClosedForm[] = [
  geometricPath,
  powerPath,
  mmdPath,
  mmdLine,
  modeDecay,
  gaussianPath,
];

/** The flow of the system in closed form, where one is known. */
export function exactFlow(system: GradientSystem): Flow | undefined {
  for (const form of CLOSED_FORMS) {
    const flow = form.flow(system);
    if (flow) return flow;
  }
  return undefined;
}
