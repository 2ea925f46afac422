import { unless } from "../../arithmetic/admission.js";
import { logRefusals } from "../../systems/admissible.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import type { Integrator, Step } from "../integrator.js";
import { needsPositivity } from "./guard.js";
import { newtonSolver } from "./newton.js";

/** Masses that must stay positive, as a range of components. */
const positiveRange = ({ space, geometry }: GradientSystem): readonly [number, number] =>
  needsPositivity(geometry) ? space.massRange : [0, 0];

/**
 * u⁺ = u - dt 𝕂(u⁺) DF(u⁺) by damped Newton. The Jacobian is banded where the flow is local (three differences per
 * iteration on an
 * interval); how far it reaches is found once, and it is kept while it serves.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const solution = solve({ system, initial, end: 1 }, integrators.implicitEuler, { steps: 50 });
 * ```
 */
export const implicitEuler: Integrator = {
  name: "implicit-euler",
  order: 1,
  admit: system =>
    unless(
      [
        ...(system.space.size <= 4096
          ? []
          : ["a state this large needs `semi-implicit` or `exponential`: the Jacobian would not fit"]),
        ...logRefusals(system),
      ],
      (dt): Step => {
        const solve = newtonSolver(u => rate(system, u), dt, positiveRange(system));
        return (u, t) =>
          solve(u, u) ?? {
            status: "not-converged",
            reason: `Newton's method does not converge at t = ${t + dt}; take more steps`,
          };
      },
    ),
};
