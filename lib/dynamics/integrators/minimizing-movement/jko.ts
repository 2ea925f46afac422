import { type Admission, admitted, refused } from "../../../arithmetic/admission.js";
import type { Cell, Memory } from "../../../arithmetic/memory.js";
import type { Note } from "../../../arithmetic/notes.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { parts } from "../../../systems/geometries/parts.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator, Step } from "../../integrator.js";
import { roundingOf } from "../../rounding.js";
import type { MinimizingMovement } from "./proximal.js";
import { PROXIMALS } from "./registry.js";
import { failed } from "../outcome.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** The minimizing movement of the first proximal step that admits the system. */
function choose(system: GradientSystem): Admission<MinimizingMovement> {
  const said: string[] = [];
  for (const proximal of PROXIMALS) {
    const { prepared, reasons } = proximal.admit(system);
    if (prepared) return admitted(prepared);
    said.push(`${proximal.name} ${reasons.join(" and ")}`);
  }
  return refused(
    `no proximal step is known for this geometry and energy (${said.join("; ")}); ` +
      `for a sum of geometries take \`splitting\``,
  );
}

/** A geometry times 0 does not move. */
const still = (system: GradientSystem): boolean => parts(system.geometry).every(p => p.factor === 0);

/**
 * F(u) - F(v) - d²(u, v)/2τ, which no minimiser v leaves below 0, up to rounding of the largest F of the run; NaN where
 * F cannot be evaluated.
 */
function gain(
  { space, energy }: GradientSystem,
  movement: MinimizingMovement,
  tau: number,
  largest: Cell<number>,
  [u, v]: readonly [Vec, Vec],
): number {
  const before = energy.value(u);
  const after = energy.value(v);
  const visible = before - after - movement.squaredDistance(u, v) / (2 * tau);
  if (Math.abs(before) < Infinity) largest.value = Math.max(largest.value, Math.abs(before));
  const seen = visible + 1e-12 * Math.max(largest.value, Math.abs(before), Math.abs(after));
  return seen < 0 ? seen + 10 * roundingOf(space, w => energy.value(w), u) : seen;
}

/** The step, and a failure where it was no descent. */
function descending(
  system: GradientSystem,
  movement: MinimizingMovement,
  tau: number,
  note: Note,
  memory: Memory,
): Step {
  const step = movement.step(tau, note, memory);
  const largest = memory.cell(0);
  return (u, t) => {
    const v = step(u, t);
    if (failed(v) || !(gain(system, movement, tau, largest, [u, v]) < 0)) return v;
    return {
      status: "not-converged",
      reason: `F + d²/2τ is larger after the minimizing step than before it (τ = ${tau}): take more steps`,
    };
  };
}

/**
 * Minimizing movement u⁺ = argmin F + d²(·, u)/(2 dt), by the proximal step that knows this distance and this energy
 * (B-5, B-7, B-16). A step whose result is no minimiser, as far as can be seen, ends the run as `not-converged`.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const solution = solve({ system, initial, end: 1 }, integrators.jko, { steps: 50 });
 * ```
 */
export const jko: Integrator = {
  name: "jko",
  order: 1,
  admit: system => {
    const { prepared: movement, reasons } = choose(system);
    if (!movement) return refused(...reasons);
    return admitted((dt, _rng, note, memory) =>
      still(system) ? u => u : descending(system, movement, dt, note, memory),
    );
  },
};

/**
 * Variational implicit midpoint (G-16): half a proximal step, and on along its geodesic as far again. Order 2 where F
 * is smooth on geodesics.
 *
 * ```ts
 * const secondOrder = integrators.jkoMidpoint;
 * ```
 */
export const jkoMidpoint: Integrator = {
  name: "jko",
  order: 2,
  admit: system => {
    if (parts(system.geometry).some(p => p.spherical))
      return refused("`midpoint` needs the geodesics of the whole cone: take the free geometry");
    const { prepared: movement, reasons } = choose(system);
    if (!movement) return refused(...reasons);
    return admitted((dt, _rng, note, memory) => {
      if (still(system)) return u => u;
      const half = descending(system, movement, dt / 2, note, memory);
      return (u, t) => {
        const v = half(u, t);
        return failed(v) ? v : movement.extrapolate(u, v);
      };
    });
  },
};

export const jkoWord: IntegratorWord = integratorWord({
  name: "jko",
  description: "Minimizing movement: one proximal step per time step.",
  equation: "u+ = argmin F + d^2(., u)/(2 dt)",
  properties: {
    midpoint: { description: "Variational implicit midpoint (order 2).", optional: true, type: "boolean" },
  },
  build: ({ midpoint }) => (midpoint ? jkoMidpoint : jko),
  on: () => jko,
});
