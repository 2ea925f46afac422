import { exp } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum } from "../../arithmetic/vectors.js";
import { isLogLinear, temperatureOf } from "../../systems/energies/combinations.js";
import { onlyPart } from "../../systems/geometries/parts.js";
import { mapMasses, withTotalMass } from "../../systems/spaces/masses.js";
import type { Covector } from "../../systems/spaces/space.js";
import type { GradientSystem } from "../../systems/system.js";
import { type ClosedForm, decayed, type Flow } from "./closed-form.js";

/** u exp(-ξ ∫ e^{-τs} ds); what has no mass stays without. */
function path(system: GradientSystem, u: Vec, xi: Covector, elapsed: number): Vec {
  const { value = new Float64Array(0) } = xi;
  return mapMasses(system.space, u, (m, i) => (m === 0 ? 0 : m * exp(-value[i] * elapsed)));
}

/**
 * ξ̇ = -τξ along u̇ = -uξ, so log u moves along ξ_0: the geometric path μ_0^{e^{-t}} π^{1-e^{-t}}, normalised where
 * mass is fixed.
 */
function flow(system: GradientSystem): Flow | undefined {
  const part = onlyPart(system.geometry, ["growth"], "identity");
  const { space, energy } = system;
  const tau = temperatureOf(energy.form);
  if (!part || !isLogLinear(energy.form) || space.support === "density" || (tau !== 0 && space.support !== "nodes"))
    return undefined;
  return (u, dt) => {
    const v = path(system, u, energy.differential(u), decayed(tau, part.factor * dt));
    return part.spherical ? withTotalMass(space, v, sum(space.masses(u))) : v;
  };
}

export const geometricPath: ClosedForm = {
  source: "A-4.2",
  admits:
    "(spherical) hellinger with KL or potential + entropy on finite sets and grids, with a potential also on particles",
  flow,
};
