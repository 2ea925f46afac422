import type { Vec } from "../../arithmetic/vec.js";
import type { Step, StepFailure } from "../integrator.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import { isWeighted, leaves } from "../../systems/geometries/terms.js";
import { hasEmptyNodes, singularNode } from "../../systems/empty-nodes.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import { leastMass } from "../../arithmetic/masses.js";
import { attempt, isRefusal, reasonOf } from "../../arithmetic/refusal.js";
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
 * What is wrong with a state, if anything: not finite, or where that is watched a mass that is negative beyond
 * rounding.
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
  if (!(masses[worst] < leastMass(masses))) return undefined;
  return {
    status: "left-the-cone",
    reason: `mass ${worst} is ${masses[worst]}; take more steps, \`exponential\` or \`jko\``,
  };
}

/**
 * Why no explicit step leaves a state, if it has an empty node where DF is infinite and the geometry does not weight it
 * with the state, or not enough: the flow leaves it with infinite speed.
 */
function infiniteSpeed(system: GradientSystem, u: Vec): string | undefined {
  const { space, energy } = system;
  if (!hasEmptyNodes(space, u)) return undefined;
  const { value } = energy.differential(u);
  const node = value ? singularNode(space, u, { value, temperature: 0 }) : -1;
  if (node < 0) return undefined;
  const { value: v, refusal } = attempt(() => rate(system, u));
  if (refusal || v?.every(Number.isFinite)) return undefined;
  return (
    `node ${node} is empty, where DF is ${value![node]}, ` +
    "and the flow of this geometry leaves such a state with infinite speed: " +
    "begin with a state that is positive everywhere (a `mixture` of this one and a little of the target, say), " +
    "or take `implicit-euler`"
  );
}

/**
 * A step whose result is checked. What refuses the state in the middle of a run (coincident points, say) is a failure
 * of the run.
 */
export const guarded =
  (system: GradientSystem, step: Step, watch: boolean): Step =>
  (u, t) => {
    const failure = (status: StepFailure["status"], reason: string): StepFailure => ({
      status,
      reason: infiniteSpeed(system, u) ?? reason,
    });
    try {
      const next = step(u, t);
      const fault = failed(next) ? next : defect(system, next, watch);
      return fault ? failure(fault.status, fault.reason) : next;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return failure("diverged", reasonOf(error));
    }
  };
