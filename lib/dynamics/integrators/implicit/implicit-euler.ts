import { unless } from "../../../arithmetic/admission.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { maxAbs, subtract, sum } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import { hasEmptyNodes, onlyMultiplies } from "../../../systems/empty-nodes.js";
import { mapMasses } from "../../../systems/spaces/masses.js";
import { type GradientSystem, rate } from "../../../systems/system.js";
import type { Integrator, Step, StepFailure } from "../../integrator.js";
import { needsPositivity } from "../guard.js";
import { coordinatesAt, logarithmicSolver, type Solver, solverIn, tried } from "./coordinates.js";
import { newtonSolver } from "./newton.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** Masses that must stay positive, as a range of components. */
const positiveRange = ({ space, geometry }: GradientSystem): readonly [number, number] =>
  needsPositivity(geometry) ? space.massRange : [0, 0];

/** Whether a node is empty for ever. */
type Stays = (node: number) => boolean;

/** Under growth alone, whose rates are proportional to the own mass, an empty node without a rate stays empty. */
function staysEmpty({ space, ...system }: GradientSystem, u: Vec): Stays {
  const masses = space.masses(u);
  if (!masses.includes(0) || !onlyMultiplies(system.geometry)) return () => false;
  const rates = space.masses(rate({ space, ...system }, u));
  return i => masses[i] === 0 && rates[i] === 0;
}

/** Fractions of the mean mass with which empty nodes are filled where Newton's method cannot start from them. */
const FILLINGS = [1e-3, 1e-6, 1e-1];

/** The state with its empty and nearly empty nodes filled, unless they stay empty: log u is steep there. */
function filled({ space }: GradientSystem, u: Vec, fraction: number, stays: Stays): Vec {
  const masses = space.masses(u);
  const least = (fraction * sum(masses)) / masses.length;
  return mapMasses(space, u, (m, i) => (stays(i) ? m : Math.max(m, least)));
}

/** States near one with empty or nearly empty nodes that have none. */
export const nearEmpty = (system: GradientSystem, u: Vec, stays: Stays = () => false): readonly Vec[] =>
  FILLINGS.map(fraction => filled(system, u, fraction, stays));

/** Whether there are empty nodes that the flow fills and where ξ is infinite: no derivative is to be had there. */
const isSingular = ({ space, energy }: GradientSystem, u: Vec, stays: Stays): boolean =>
  hasEmptyNodes(space, u) && energy.differential(u).value?.some((v, i) => !Number.isFinite(v) && !stays(i)) === true;

/** Where Newton's method may start: at u, and where u has empty nodes at states near it that have none. */
function starts(system: GradientSystem, u: Vec, stays: Stays): readonly Vec[] {
  const [from, to] = positiveRange(system);
  if (from === to) return [u];
  return [u, ...nearEmpty(system, u, stays).filter(near => maxAbs(subtract(near, u)) > 0)];
}

const unsolved = (t: number): StepFailure => ({
  status: "not-converged",
  reason:
    `Newton's method does not converge at t = ${t}; take more steps, ` +
    "or where the kernel or the potential has a kink `jko`, which minimises there, or a smooth one",
});

/**
 * u⁺ = u - dt 𝕂(u⁺) DF(u⁺) by damped Newton. The Jacobian is banded where the flow is local (three differences per
 * iteration on an interval); how far it reaches is found once, and it is kept while it serves.
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
      (dt, _rng, _note, memory): Step => {
        let stays: Stays = () => false;
        const kept = (v: Vec): Vec => mapMasses(system.space, v, (x, i) => (stays(i) ? 0 : x));
        let refusal: Error | undefined;
        const moving = tried(
          v => kept(rate(system, kept(v))),
          why => (refusal = why),
        );
        const positive = positiveRange(system);
        const plain = newtonSolver(moving, dt, positive, memory);
        const fromEmpty = newtonSolver(moving, dt, system.space.massRange);
        /** The ways to solve from any start, in their order. */
        const solvers = (u: Vec): readonly Solver[] => {
          const coordinates = coordinatesAt(system.space, u);
          if (coordinates) return [solverIn(coordinates, moving, dt, positive)];
          const onMasses = positive[1] - positive[0] === system.space.size && !u.some((_, i) => stays(i));
          return onMasses ? [plain, logarithmicSolver(moving, dt)] : [plain];
        };
        return (u, t) => {
          stays = staysEmpty(system, u);
          refusal = undefined;
          const singular = isSingular(system, u, stays);
          if (singular && maxAbs(rate(system, u)) === 0) return u;
          for (const solve of singular ? [fromEmpty] : solvers(u))
            for (const start of singular ? nearEmpty(system, u, stays) : starts(system, u, stays)) {
              const v = solve(u, start);
              if (v) return v;
            }
          if (refusal) throw refusal;
          return unsolved(t + dt);
        };
      },
    ),
};

export const implicitEulerWord: IntegratorWord = integratorWord({
  name: "implicit-euler",
  description: "Implicit Euler method by Newton's method; order 1.",
  properties: {},
  build: () => implicitEuler,
  on: () => implicitEuler,
});
