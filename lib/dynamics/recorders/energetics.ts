import { alongForce, dualDissipation, quadratic } from "../../systems/dissipation.js";
import type { Range } from "../evidence.js";
import { isNumberAnywhere, mayBeInfinite } from "../../systems/energies/infinite.js";
import { primalDissipation } from "../../systems/primal-dissipation.js";
import { refuse } from "../../arithmetic/refusal.js";
import { temperatureOf } from "../../systems/energies/combinations.js";
import { rate } from "../../systems/system.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { GradientSystem } from "../../systems/system.js";
import { type CurvePoint, type Recorder, series } from "./recorder.js";

const rangeOfEnergy = ({ form }: Energy): Range => (mayBeInfinite(form) ? "extended" : "finite");

/** Forces log(u/π) are infinite where u or π vanishes, and so are the halves of the dissipation. */
const ofForces = ({ energy: { form } }: GradientSystem): Range =>
  mayBeInfinite(form) || temperatureOf(form) !== 0 ? "extended" : "finite";

/**
 * F(u)
 *
 * ```ts
 * const record = [recorders.energy];
 * ```
 */
export const energy: Recorder = {
  ...series(
    "energy",
    (system, { u }) => system.energy.value(u),
    system => rangeOfEnergy(system.energy),
  ),
  number: ({ energy: { absent, form } }) => absent === undefined && isNumberAnywhere(form),
};

/**
 * Another functional of the same state.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const record = [recorders.valueOf(energies.entropy(space, 1))];
 * ```
 */
export const valueOf = (functional: Energy): Recorder => ({
  ...series("value", (_system, { u }) => functional.value(u), rangeOfEnergy(functional)),
  number: () => functional.absent === undefined && isNumberAnywhere(functional.form),
});

/**
 * R*(u, -DF) = ½<DF, 𝕂DF>
 *
 * ```ts
 * const record = [recorders.dual];
 * ```
 */
export const dual: Recorder = series("dual", (system, { u }) => dualDissipation(system, u), ofForces);

/**
 * R*(u, -DF) of another geometry along the same curve.
 *
 * ```ts
 * const record = [recorders.dualIn(geometries.hellinger)];
 * ```
 */
export const dualIn = (geometry: Geometry): Recorder =>
  series("dual", (system, { u }) => dualDissipation({ ...system, geometry }, u), ofForces);

/**
 * <DF, 𝕂DF> = -dF/dt along the flow.
 *
 * ```ts
 * const record = [recorders.dissipation];
 * ```
 */
export const dissipation: Recorder = series("dissipation", (system, { u }) => 2 * dualDissipation(system, u), ofForces);

/**
 * <DF(u), u̇>, the power of the force along a curve: its integral around a loop is 0 if the force has an energy, and
 * along the flow it is -<DF, 𝕂DF>. Defined for forces without an energy too.
 *
 * ```ts
 * const record = [recorders.power];
 * ```
 */
export const power: Recorder = series(
  "power",
  (system, { u, rate: given }) => system.space.pair(u, system.energy.differential(u), given ?? rate(system, u)),
  ofForces,
);

/** R(u, u̇) of a geometry along the flow of a system, whose rate is u̇ unless another is given. */
const primalAlong = (system: GradientSystem, geometry: Geometry, { u, rate: given }: CurvePoint): number => {
  const at = (v: Vec): number => primalDissipation({ ...system, geometry }, v, given ?? rate(system, v));
  return given ? at(u) : alongForce(system, u, at);
};

/**
 * R(u, u̇), from u̇ and independently of R*.
 *
 * ```ts
 * const record = [recorders.primal];
 * ```
 */
export const primal: Recorder = series(
  "primal",
  (system, { inside, ...point }) => primalAlong(system, system.geometry, inside ?? point),
  "extended",
);

/**
 * R(u, u̇) of another geometry for the rate of this curve.
 *
 * ```ts
 * const record = [recorders.primalIn(geometries.hellinger)];
 * ```
 */
export const primalIn = (geometry: Geometry): Recorder =>
  series("primal", (system, { inside, ...point }) => primalAlong(system, geometry, inside ?? point), "extended");

/**
 * ½<ξ, 𝕂ξ> along a geodesic: constant if it is one.
 *
 * ```ts
 * const record = [recorders.hamiltonian];
 * ```
 */
export const hamiltonian: Recorder = series("hamiltonian", ({ space, geometry }, { inside, ...point }) => {
  const { u, momentum } = inside ?? point;
  return momentum
    ? 0.5 * quadratic(space, geometry, u, momentum)
    : refuse("hamiltonian is recorded along geodesics; along a flow record dual");
});
