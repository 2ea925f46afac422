import type { Vec } from "../../arithmetic/vec.js";
import type { Step, StepFailure } from "../integrator.js";

export const failed = (outcome: Vec | StepFailure): outcome is StepFailure => "status" in outcome;

/** The steps one after the other, until one fails. */
export function sequence(steps: readonly Step[]): Step {
  return (u, t) => {
    let v: Vec = u;
    for (const step of steps) {
      const outcome = step(v, t);
      if (failed(outcome)) return outcome;
      v = outcome;
    }
    return v;
  };
}
