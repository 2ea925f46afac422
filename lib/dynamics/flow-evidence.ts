/** What speaks for and against a flow that reached its end. */
import { attempt } from "../arithmetic/refusal.js";
import { dualDissipation } from "../systems/dissipation.js";
import { once } from "../arithmetic/once.js";
import { missedByWholeSteps, UNSTABLE } from "./halved-steps.js";
import { roundingOf } from "./rounding.js";
import { AGREEMENT, type Evidence, flaws, numbersOutside } from "./evidence.js";
import { isSymmetric } from "../systems/geometries/terms.js";
import { isGraph } from "../systems/spaces/graph-operators.js";
import { conservesMass } from "../systems/geometries/conserves.js";
import { mayBeInfinite } from "../systems/energies/infinite.js";
import { sum } from "../arithmetic/vectors.js";
import { type Certificate, firstBalanced } from "./certificate.js";
import type { Vec } from "../arithmetic/vec.js";
import { noiseEvidence } from "./noisy-steps.js";
import { type Made, missedBySteepSteps } from "./steep-steps.js";
import type { Lowered, Solution } from "./integrator.js";
import type { Space } from "../systems/spaces/space.js";
import type { GradientSystem } from "../systems/system.js";

/**
 * Part of the energy that is lost or surely dissipated by which the balance may be missed. First-order methods miss it
 * by O(dt): the coarsest that are of use by a quarter. A step far beyond stability misses it by many times the energy.
 * Also the part of its way by which a steep step may miss: an implicit one of u̇ = a u^{-q} from 0 is at (ah)^{1/(q+1)}
 * where the flow is at ((q+1) ah)^{1/(q+1)}, which is at most 1 - e^{-1/e} = 0.31 too little, whatever q is.
 */
const PART = 0.5;

const STEPS =
  "take more steps, or an integrator that is stable for large ones (`exponential`, `implicit-euler`, `jko`)";

/**
 * How far F(u_0) - F(u_T) lies outside of what ∫ R + R* dt ≥ 0 can be by its quadrature, D ± uncertainty; without a
 * second quadrature that is anything up to 2D. A rise of the energy always lies outside.
 */
function beyond(lost: number, dissipated: number, uncertainty: number): number {
  return Math.max(0, Math.max(0, dissipated - uncertainty) - lost, lost - dissipated - uncertainty);
}

/** The rounding of a number at some states, asked for where something depends on it. */
type Rounding = () => number;

const roundingAt = (space: Space, value: (u: Vec) => number, states: readonly Vec[]): Rounding =>
  once(() => Math.max(...states.map(u => roundingOf(space, value, u))));

/** A bound, and beside it some times the rounding where that matters. */
const bounded = (size: number, part: number, rounding: Rounding, times = 1): Pick<Evidence, "size" | "allowed"> => ({
  size,
  allowed: size <= part ? part : part + times * rounding(),
});

/** The balance of a flow without noise, where both halves of the dissipation have values at all times. */
function balance({ series }: Certificate, rounding: Rounding): readonly Evidence[] {
  const { energy, balanceDefect, balanceUncertainty } = series;
  const defect = balanceDefect?.data[0] ?? NaN;
  if (!Number.isFinite(defect)) return [];
  const lost = energy.data[firstBalanced(series)] - energy.data[energy.data.length - 1];
  const dissipated = defect + lost;
  const uncertainty = balanceUncertainty?.data[0] ?? dissipated;
  return [
    {
      what: "defect of the energy-dissipation balance beyond its uncertainty",
      ...bounded(
        beyond(lost, dissipated, uncertainty),
        PART * Math.max(Math.abs(lost), dissipated - uncertainty),
        rounding,
      ),
      advice: STEPS,
    },
  ];
}

/** Σ (F_{k+1} - F_k)⁺ over the recorded times, which is 0 along a gradient flow, whatever the quadrature. */
const rises = (energy: Vec): number =>
  energy.reduce((s, F, k) => (k === 0 ? 0 : s + Math.max(0, F - energy[k - 1])), 0);

/** The energy of a gradient flow falls. */
function descent({ energy }: Certificate["series"], rounding: Rounding): readonly Evidence[] {
  if (energy === undefined || !energy.data.every(Number.isFinite)) return [];
  const last = energy.data.length - 1;
  return [
    {
      what: "sum of all rises of the energy along the flow",
      ...bounded(rises(energy.data), PART * Math.abs(energy.data[0] - energy.data[last]), rounding, last),
      advice: STEPS,
    },
  ];
}

/** How methods of optimisation call what they lower, and its value; a descent may begin elsewhere than at its state. */
const LOWERED: Readonly<Record<Lowered, { readonly name: string; of(system: GradientSystem, u: Vec): number }>> = {
  energy: { name: "the energy", of: ({ energy }, u) => energy.value(u) },
  slope: { name: "the slope |∂F|²", of: (system, u) => 2 * dualDissipation(system, u) },
};

/** What a method of optimisation lowers is at its end not above what it was where a step of size 0 takes the start. */
function belowStart(system: GradientSystem, flow: Made, lowers: Lowered): readonly Evidence[] {
  const { t, snapshots, retake } = flow;
  const { name, of } = LOWERED[lowers];
  const start = retake(snapshots[0], t[0], [0]) ?? snapshots[0];
  const states = [start, snapshots[snapshots.length - 1]];
  const value = (u: Vec): number => attempt(() => of(system, u)).value ?? NaN;
  const [before, after] = states.map(value);
  if (!Number.isFinite(before)) return [];
  return [
    {
      what: `rise of ${name} from the start to the end, where this method is to lower it`,
      ...bounded(Math.max(0, after - before), 0, roundingAt(system.space, value, states)),
      advice: "take more steps",
    },
  ];
}

/** Of a flow without a balance each step is judged by smaller ones. */
const wholeSteps = ({ space }: GradientSystem, flow: Made): readonly Evidence[] => [
  {
    what: "part of its way by which a step misses what smaller ones reach",
    size: missedByWholeSteps(space, flow),
    allowed: UNSTABLE,
    advice: STEPS,
  },
];

/** Where the energy falls so fast that the balance says nothing of a step, it is taken again in smaller ones. */
function steepSteps(system: GradientSystem, flow: Made, proof: Certificate, rounding: Rounding): readonly Evidence[] {
  const { series, gaps = {} } = proof;
  if (!("energy" in series && "dual" in series) || Object.keys(gaps).length > 0) return [];
  return [
    {
      what:
        "the energy falls too fast for the balance to say anything of a step; " +
        "the part of the way by which it misses what smaller steps of the same method reach",
      size: missedBySteepSteps(system, flow, series, { part: PART, rounding }),
      allowed: PART,
      advice: STEPS,
    },
  ];
}

/** Wherever a gradient flow begins, its energy is finite at all later times. */
function finiteEnd({ space }: GradientSystem, { energy }: Certificate["series"]): readonly Evidence[] {
  if (!isGraph(space) || energy === undefined) return [];
  return [
    {
      what: "energies at the end that are infinite, where those of a gradient flow are finite",
      size: energy.data[energy.data.length - 1] === Infinity ? 1 : 0,
      allowed: 0,
      advice: "begin with a state that is positive where the target is, and that has no mass where it has none",
    },
  ];
}

/** Σ|m| of a state. */
const total = ({ space }: GradientSystem, u: Vec): number => space.masses(u).reduce((s, m) => s + Math.abs(m), 0);

function mass(system: GradientSystem, first: Vec, last: Vec): readonly Evidence[] {
  const { space, geometry } = system;
  if (!conservesMass(geometry)) return [];
  return [
    {
      what: "change of the mass, which this geometry conserves",
      size: Math.abs(sum(space.masses(last)) - sum(space.masses(first))),
      allowed: AGREEMENT * Math.max(total(system, first), total(system, last)),
      advice: STEPS,
    },
  ];
}

/**
 * What speaks for and against steps without noise. Of a gradient flow it is what its energy says, and where nothing
 * speaks against it, also each steep step; of a method of optimisation, what it lowers; where there is no balance, and
 * where F need not fall, steps as such.
 */
function ofSteps(
  system: GradientSystem,
  { inertial, lowers, ...flow }: Made & Pick<Solution, "inertial" | "lowers">,
  proof: Certificate,
): readonly Evidence[] {
  if (lowers) return belowStart(system, flow, lowers);
  if (inertial || !isSymmetric(system.geometry)) return wholeSteps(system, flow);
  const { snapshots } = flow;
  const ends = [snapshots[0], snapshots[snapshots.length - 1]];
  const rounding = roundingAt(system.space, u => system.energy.value(u), ends);
  const balanced = balance(proof, rounding);
  const whole = [...balanced, ...descent(proof.series, rounding), ...finiteEnd(system, proof.series)];
  if (flaws(whole).length > 0) return whole;
  return [
    ...whole,
    ...steepSteps(system, flow, proof, rounding),
    ...(balanced.length === 0 ? wholeSteps(system, flow) : []),
  ];
}

/** Everything in a certificate that can be checked. Quantities that some states refuse are judged at the others. */
export function flowEvidence(
  system: GradientSystem,
  { stochastic, inertial, lowers, ...flow }: Made & Pick<Solution, "stochastic" | "inertial" | "lowers" | "excess">,
  proof: Certificate,
): readonly Evidence[] {
  const { energy, dual, primal, mass: masses, positivity } = proof.series;
  const halves = Object.entries({ dual, primal }).flatMap(([name, array]) =>
    array === undefined || proof.gaps?.[name] !== undefined ? [] : [numbersOutside(name, array, "extended")],
  );
  const range = mayBeInfinite(system.energy.form) ? "extended" : "finite";
  const { snapshots } = flow;
  return [
    ...(energy === undefined ? [] : [numbersOutside("energy", energy, range)]),
    ...halves,
    ...Object.entries({ mass: masses, positivity }).map(([name, array]) => numbersOutside(name, array)),
    ...(stochastic ? wholeSteps(system, flow) : ofSteps(system, { inertial, lowers, ...flow }, proof)),
    ...noiseEvidence(system, { stochastic, ...flow }),
    ...mass(system, snapshots[0], snapshots[snapshots.length - 1]),
  ];
}
