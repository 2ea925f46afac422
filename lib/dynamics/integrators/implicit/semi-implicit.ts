import { type Admission, admitted, refused, unmet } from "../../../arithmetic/admission.js";
import type { Memory } from "../../../arithmetic/memory.js";
import { square } from "../../../arithmetic/functions.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { add, axpy, maxAbs, scale, times } from "../../../arithmetic/vectors.js";
import { type GridModes, gridModes } from "../../../numerics/grid-modes.js";
import { onlyPart, type Part } from "../../../systems/geometries/parts.js";
import { isGraph, type RegularGrid } from "../../../systems/spaces/graph-operators.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator, Step } from "../../integrator.js";
import { nonNegative } from "../../../arithmetic/range.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** Allen-Cahn or Cahn-Hilliard in the eigenbasis of -Δ_h (eigenvalues q): u̇ = -κ(q) ξ, ξ = ε² q u + W'(u). */
interface PhaseField {
  readonly modes: GridModes;
  readonly volume: number;
  /** κ = 1 for L², q for H^{-1}, times the factor of the geometry; 0 in mode 0 where mass is kept. */
  readonly mobility: Vec;
  /** ε² q */
  readonly stiffness: Vec;
  /** ξ of a density, on the cells. */
  force(u: Vec): Vec;
}

const gridOf = ({ space }: GradientSystem): RegularGrid | undefined =>
  isGraph(space) ? space.lattice.grid : undefined;
const partOf = ({ geometry }: GradientSystem): Part | undefined =>
  onlyPart(geometry, ["deposit", "diffusion"], "identity");

/** What the flow of Ginzburg-Landau on a grid is made of; its transforms are made when a run begins. */
function phaseField(system: GradientSystem): Admission<() => PhaseField> {
  const grid = gridOf(system);
  const part = partOf(system);
  const { energy } = system;
  if (!grid || !part || energy.form.type !== "ginzburg-landau")
    return unmet(
      [grid, "needs a grid, for its fast transform; elsewhere use `implicit-euler`"],
      [part, "splits (scaled, spherical) `l2` and `h-minus-1` flows only"],
      [energy.form.type === "ginzburg-landau", "needs the Ginzburg-Landau energy: the splitting is of its double well"],
    );
  const { epsilon } = energy.form;
  return admitted(() => {
    const modes = gridModes(grid.shape, grid.spacing, grid.periodic);
    const volume = grid.spacing.reduce((a, b) => a * b, 1);
    const symbol =
      part.term.mechanism === "diffusion"
        ? modes.eigenvalues
        : modes.eigenvalues.map((_, i) => (i === 0 && part.spherical ? 0 : 1));
    return {
      modes,
      volume,
      mobility: symbol.map(q => part.factor * q),
      stiffness: modes.eigenvalues.map(q => epsilon * epsilon * q),
      force: u => energy.differential(scale(volume, u)).value ?? refuse("this energy has no values on the cells"),
    };
  });
}

/** (u⁺ - u)/dt = -𝕂[ξ(u) + (S - ε²Δ)(u⁺ - u)]: one explicit force, filtered by 1/(1 + dt κ(S + ε² q)). */
function stabilised({ modes, volume, mobility, stiffness, force }: PhaseField, dt: number, s: number): Step {
  const filter = mobility.map((kappa, i) => (dt * kappa) / (1 + dt * kappa * (s + stiffness[i])));
  return m => {
    const change = modes.inverse(times(filter, modes.forward(force(scale(1 / volume, m)))));
    return axpy(-volume, change, m);
  };
}

/** w -= (w + dt κ f)/(1 + dt κ(c + ε² q)) mode by mode; returns Σ of the squared corrections. */
function correct({ mobility, stiffness }: PhaseField, dt: number, c: number, w: Vec, f: Vec): number {
  let total = 0;
  for (let i = 0; i < w.length; i++) {
    const step = (w[i] + dt * mobility[i] * f[i]) / (1 + dt * mobility[i] * (c + stiffness[i]));
    w[i] -= step;
    total += step * step;
  }
  return total;
}

/**
 * What a geometric sequence of corrections leaves, e ρ/(1-ρ), all squared; e itself where it does not contract
 * (rounding).
 */
function remainder(correction: number, before: number): number {
  const ratio = Math.sqrt(correction / before);
  return ratio < 1 ? correction * square(ratio / (1 - ratio)) : correction;
}

/**
 * (u⁺ - u)/dt = -𝕂[-ε²Δu⁺ + (u⁺)³ - u] (Eyre). The cube is found by iteration with c u in its place, c = 3/2 max u²,
 * starting from the change in the step before, until what is left is below 1e-12 in the mean square.
 */
function convexSplitting(field: PhaseField, dt: number, memory: Memory): Step {
  const { modes, volume, force, mobility } = field;
  const before = memory.cell<Vec>(new Float64Array(mobility.length));
  return (m, t) => {
    const u = m.map(v => v / volume);
    const c = 1.5 * Math.max(1, maxAbs(u) * maxAbs(u));
    const w = before.value.slice();
    let change = modes.inverse(w);
    let last = 0;
    for (let k = 0; k < 500; k++) {
      const v = add(u, change);
      const convex = force(v);
      for (let i = 0; i < u.length; i++) convex[i] += change[i];
      const correction = correct(field, dt, c, w, modes.forward(convex));
      const left = remainder(correction, last);
      change = modes.inverse(w);
      last = correction;
      if (!(left > 1e-24 * u.length)) {
        before.value = w;
        return axpy(volume, change, m);
      }
    }
    return {
      status: "not-converged",
      reason: `the convex part is not solved at t = ${t + dt}; take more steps or \`stabilisation\`: 2`,
    };
  };
}

/**
 * Phase fields, unconditionally energy-stable: Eyre's convex splitting, or with `stabilisation` S ≥ 2 one linear solve
 * per step (A-2.1e).
 *
 * ```ts
 * const integrator = integrators.semiImplicit();
 * ```
 */
export function semiImplicit(stabilisation?: number): Integrator {
  if (stabilisation !== undefined) nonNegative("`stabilisation`", stabilisation);
  return {
    name: "semi-implicit",
    order: 1,
    admit: system => {
      const { prepared: field, reasons } = phaseField(system);
      if (!field) return refused(...reasons);
      return admitted((dt, _rng, _note, memory) =>
        stabilisation === undefined ? convexSplitting(field(), dt, memory) : stabilised(field(), dt, stabilisation),
      );
    },
  };
}

export const semiImplicitWord: IntegratorWord = integratorWord({
  name: "semi-implicit",
  description:
    "For phase fields: the stiff part implicitly, by Eyre's convex splitting or with a stabilising term; order 1.",
  properties: {
    stabilisation: {
      description: "Constant S of the stabilising term; default: Eyre's splitting.",
      optional: true,
      type: "number",
      minimum: 0,
    },
  },
  build: ({ stabilisation }) => semiImplicit(stabilisation),
  on: () => semiImplicit(),
});
