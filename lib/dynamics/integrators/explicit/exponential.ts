import { admitted, refused } from "../../../arithmetic/admission.js";
import { sum } from "../../../arithmetic/vectors.js";
import { logChart } from "../../../systems/geometries/charts.js";
import { conservesMass } from "../../../systems/geometries/conserves.js";
import { withTotalMass } from "../../../systems/spaces/masses.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { type GradientSystem, rate } from "../../../systems/system.js";
import type { Integrator, StepFailure } from "../../integrator.js";
import { failed } from "../outcome.js";
import { rungeKutta } from "./runge-kutta.js";
import { EULER, MIDPOINT, RK4 } from "./tableaus.js";
import { oneOf } from "../../../arithmetic/range.js";
import { integratorWord, type IntegratorWord } from "../word.js";

export type ExponentialOrder = 1 | 2 | 4;
const TABLEAUS = { 1: EULER, 2: MIDPOINT, 4: RK4 } as const;

const filling = (node: number, t: number): StepFailure => ({
  status: "diverged",
  reason:
    `node ${node} is empty and the flow fills it at t = ${t}, which no step in log u does: ` +
    "take `implicit-euler`, `chang-cooper`, `rk4`, or a first state that is positive everywhere",
});

const emptying = (node: number, t: number): StepFailure => ({
  status: "left-the-cone",
  reason:
    `node ${node} is empty at t = ${t} and the flow still takes mass from it, which no step in log u does: ` +
    "take `rk4`, which follows it to masses below 0",
});

/** Where u has an empty node that the flow fills or takes from: log u does not follow it. */
function restless(system: GradientSystem, u: Vec, t: number): StepFailure | undefined {
  const masses = system.space.masses(u);
  if (!masses.includes(0) || !u.every(Number.isFinite)) return undefined;
  const rates = system.space.masses(rate(system, u));
  const filled = masses.findIndex((m, i) => m === 0 && rates[i] > 0);
  if (filled >= 0) return filling(filled, t);
  const emptied = masses.findIndex((m, i) => m === 0 && rates[i] < 0);
  return emptied >= 0 ? emptying(emptied, t) : undefined;
}

/**
 * Runge-Kutta in log-masses: positive for every step size; rescaled where the geometry conserves mass. Order 1 under
 * `hellinger` is entropic mirror descent, u⁺ ∝ u e^{-dt DF} (B-19).
 *
 * ```ts
 * const mirrorDescent = integrators.exponential(1);
 * ```
 */
export function exponential(order: ExponentialOrder): Integrator {
  oneOf("the order of `exponential`", order, [1, 2, 4]);
  const inner = rungeKutta("exponential", TABLEAUS[order], logChart);
  return {
    ...inner,
    admit: system => {
      const [a, b] = system.space.massRange;
      const { prepared, reasons } = inner.admit(system);
      if (!prepared || b === a)
        return refused(
          ...(b > a ? [] : ["this space has no masses to take the logarithm of; use `rk4`"]),
          ...(reasons ?? []),
        );
      return admitted((...how) => {
        const step = prepared(...how);
        const conserves = conservesMass(system.geometry);
        const { space } = system;
        return (u, t) => {
          const v = restless(system, u, t) ?? step(u, t);
          if (failed(v)) return v;
          const next = conserves ? withTotalMass(space, v, sum(space.masses(u))) : v;
          const emptied = space.masses(next).includes(0) && !space.masses(u).includes(0);
          return (emptied ? restless(system, next, t + how[0]) : undefined) ?? next;
        };
      });
    },
  };
}

export const exponentialWord: IntegratorWord = integratorWord({
  name: "exponential",
  description: "Runge-Kutta method in the chart log u: the state stays positive.",
  properties: { order: { description: "Order of the Runge-Kutta method.", enum: [1, 2, 4] } },
  build: ({ order }) => exponential(order),
  on: () => exponential(1),
});
