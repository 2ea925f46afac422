import { dualDissipation, quadratic } from "../../systems/dissipation.js";
import { primalDissipation } from "../../systems/primal-dissipation.js";
import { refuse } from "../../arithmetic/refusal.js";
import { rate } from "../../systems/system.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import { type Quantity, series } from "./quantity.js";

/** F(u) */
export const energy: Quantity = series((system, { u }) => system.energy.value(u));

/** Another functional of the same state. */
export const valueOf = (functional: Energy): Quantity => series((_system, { u }) => functional.value(u));

/** R*(u, -DF) = ½<DF, 𝕂DF> */
export const dual: Quantity = series((system, { u }) => dualDissipation(system, u));

/** R*(u, -DF) of another geometry along the same curve. */
export const dualIn = (geometry: Geometry): Quantity =>
  series((system, { u }) => dualDissipation({ ...system, geometry }, u));

/** <DF, 𝕂DF> = -dF/dt along the flow. */
export const dissipation: Quantity = series((system, { u }) => 2 * dualDissipation(system, u));

/** R(u, u̇), from u̇ and independently of R*. */
export const primal: Quantity = series((system, { u, rate: given }) =>
  primalDissipation(system, u, given ?? rate(system, u)),
);

/** R(u, u̇) of another geometry for the rate of this curve. */
export const primalIn = (geometry: Geometry): Quantity =>
  series((system, { u, rate: given }) => primalDissipation({ ...system, geometry }, u, given ?? rate(system, u)));

/** ½<ξ, 𝕂ξ> along a geodesic: constant if it is one. */
export const hamiltonian: Quantity = series(({ space, geometry }, { u, momentum }) =>
  momentum
    ? 0.5 * quadratic(space, geometry, u, momentum)
    : refuse("hamiltonian is recorded along geodesics; along a flow record dual"),
);
