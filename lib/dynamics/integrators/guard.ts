import type { Vec } from "../../arithmetic/vec.js";
import type { Step, StepFailure } from "../integrator.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import { isWeighted, leaves } from "../../systems/geometries/terms.js";
import type { GradientSystem } from "../../systems/system.js";
import { sum } from "../../arithmetic/vectors.js";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import { failed } from "./outcome.js";

/** Whether 𝕂 is meaningless once a mass is negative: something is weighted with the state. */
export const needsPositivity = (geometry: Geometry): boolean => leaves(geometry).some(({ term }) => isWeighted(term));

function firstInfinite(u: Vec): number {
  for (let i = 0; i < u.length; i++) if (!Number.isFinite(u[i])) return i;
  return -1;
}

function smallest(x: Vec): number {
  let at = 0;
  for (let i = 1; i < x.length; i++) if (x[i] < x[at]) at = i;
  return at;
}

/**
 * What is wrong with a state, if anything: not finite, or where that is watched a mass below -1e-12 of the total
 * (rounding is less).
 */
export function defect({ space }: GradientSystem, u: Vec, watch: boolean): StepFailure | undefined {
  const bad = firstInfinite(u);
  if (bad >= 0)
    return {
      status: "diverged",
      reason: `component ${bad} of the state is ${u[bad]}; take more steps or an implicit integrator`,
    };
  if (!watch) return undefined;
  const masses = space.masses(u);
  const worst = smallest(masses);
  if (!(masses[worst] < -1e-12 * Math.abs(sum(masses)))) return undefined;
  return {
    status: "left-the-cone",
    reason: `mass ${worst} is ${masses[worst]}; take more steps, \`exponential\` or \`jko\``,
  };
}

/**
 * A step whose result is checked. What refuses the state in the middle of a run (coincident points, say) is a failure
 * of the run.
 */
export const guarded =
  (system: GradientSystem, step: Step, watch: boolean): Step =>
  (u, t) => {
    try {
      const next = step(u, t);
      return failed(next) ? next : (defect(system, next, watch) ?? next);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { status: "diverged", reason: reasonOf(error) };
    }
  };
