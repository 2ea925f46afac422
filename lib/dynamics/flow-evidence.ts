/** What speaks for and against a flow that reached its end. */
import { AGREEMENT, type Evidence, flaws, numbersOutside } from "./evidence.js";
import { isSymmetric } from "../systems/geometries/terms.js";
import { isGraph } from "../systems/spaces/graph-operators.js";
import { conservesMass } from "../systems/geometries/conserves.js";
import { mayBeInfinite } from "../systems/energies/infinite.js";
import { maxAbs, sum } from "../arithmetic/vectors.js";
import { type Certificate, firstBalanced } from "./certificate.js";
import type { Vec } from "../arithmetic/vec.js";
import { noiseEvidence } from "./noisy-steps.js";
import { type Made, missedBySteepSteps } from "./steep-steps.js";
import type { Solution } from "./integrator.js";
import type { GradientSystem } from "../systems/system.js";

/**
 * Part of the energy that is lost or surely dissipated by which the balance may be missed. First-order methods miss it
 * by O(dt): the coarsest that are of use by a quarter. A step far beyond stability misses it by many times the energy.
 * Also the part of its way by which a steep step may miss: an implicit one of u̇ = a u^{-q} from 0 is at (ah)^{1/(q+1)}
 * where the flow is at ((q+1) ah)^{1/(q+1)}, which is at most 1 - e^{-1/e} = 0.31 too little, whatever q is.
 */
const PART = 0.5;

/** Rounding of F, whose terms are as large as F or as the masses. */
const ROUNDING = 1e-13;

const STEPS =
  "take more steps, or an integrator that is stable for large ones (`exponential`, `implicit-euler`, `jko`)";

/**
 * How far F(u_0) - F(u_T) lies outside of what ∫ R + R* dt ≥ 0 can be by its quadrature, D ± uncertainty; without a
 * second quadrature that is anything up to 2D. A rise of the energy always lies outside.
 */
function beyond(lost: number, dissipated: number, uncertainty: number): number {
  return Math.max(0, Math.max(0, dissipated - uncertainty) - lost, lost - dissipated - uncertainty);
}

/** The balance of a flow without noise, where both halves of the dissipation have values at all times. */
function balance({ series }: Certificate, masses: number): readonly Evidence[] {
  const { energy, balanceDefect, balanceUncertainty } = series;
  const defect = balanceDefect?.data[0] ?? NaN;
  if (!Number.isFinite(defect)) return [];
  const lost = energy.data[firstBalanced(series)] - energy.data[energy.data.length - 1];
  const dissipated = defect + lost;
  const uncertainty = balanceUncertainty?.data[0] ?? dissipated;
  return [
    {
      what: "defect of the energy-dissipation balance beyond its uncertainty",
      size: beyond(lost, dissipated, uncertainty),
      allowed: PART * Math.max(Math.abs(lost), dissipated - uncertainty) + ROUNDING * (maxAbs(energy.data) + masses),
      advice: STEPS,
    },
  ];
}

/** Σ (F_{k+1} - F_k)⁺ over the recorded times, which is 0 along a gradient flow, whatever the quadrature. */
const rises = (energy: Vec): number =>
  energy.reduce((s, F, k) => (k === 0 ? 0 : s + Math.max(0, F - energy[k - 1])), 0);

/** The energy of a gradient flow falls. */
function descent({ energy }: Certificate["series"], masses: number): readonly Evidence[] {
  if (energy === undefined || !energy.data.every(Number.isFinite)) return [];
  const last = energy.data.length - 1;
  return [
    {
      what: "sum of all rises of the energy along the flow",
      size: rises(energy.data),
      allowed: PART * Math.abs(energy.data[0] - energy.data[last]) + last * ROUNDING * (maxAbs(energy.data) + masses),
      advice: STEPS,
    },
  ];
}

/** What begins at rest and is damped never has more energy than at its start. */
function belowStart({ energy }: Certificate["series"], masses: number): readonly Evidence[] {
  if (energy === undefined || !energy.data.every(Number.isFinite)) return [];
  return [
    {
      what: "rise of the energy from the start to the end, where a damped motion from rest has none",
      size: Math.max(0, energy.data[energy.data.length - 1] - energy.data[0]),
      allowed: ROUNDING * (maxAbs(energy.data) + masses),
      advice: "take more steps",
    },
  ];
}

/** Where the energy falls so fast that the balance says nothing of a step, it is taken again in smaller ones. */
function steepSteps(system: GradientSystem, flow: Made, proof: Certificate, masses: number): readonly Evidence[] {
  const { series, gaps = {} } = proof;
  if (!("energy" in series && "dual" in series) || Object.keys(gaps).length > 0) return [];
  const rounding = ROUNDING * (maxAbs(series.energy.data.filter(Number.isFinite)) + masses);
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

/** What the energy of a flow without noise and momentum says; where nothing speaks against it, also each steep step. */
function ofEnergy(system: GradientSystem, flow: Made, proof: Certificate, masses: number): readonly Evidence[] {
  const whole = [...balance(proof, masses), ...descent(proof.series, masses), ...finiteEnd(system, proof.series)];
  return flaws(whole).length > 0 ? whole : [...whole, ...steepSteps(system, flow, proof, masses)];
}

/** Everything in a certificate that can be checked. Quantities that some states refuse are judged at the others. */
export function flowEvidence(
  system: GradientSystem,
  { stochastic, inertial, ...flow }: Made & Pick<Solution, "stochastic" | "inertial" | "excess">,
  proof: Certificate,
): readonly Evidence[] {
  const { energy, dual, primal, mass: masses, positivity } = proof.series;
  const halves = Object.entries({ dual, primal }).flatMap(([name, array]) =>
    array === undefined || proof.gaps?.[name] !== undefined ? [] : [numbersOutside(name, array, "extended")],
  );
  const range = mayBeInfinite(system.energy.form) ? "extended" : "finite";
  const { snapshots } = flow;
  const size = total(system, snapshots[0]);
  return [
    ...(energy === undefined ? [] : [numbersOutside("energy", energy, range)]),
    ...halves,
    ...Object.entries({ mass: masses, positivity }).map(([name, array]) => numbersOutside(name, array)),
    ...(stochastic || inertial || !isSymmetric(system.geometry) ? [] : ofEnergy(system, flow, proof, size)),
    ...noiseEvidence(system, { stochastic, ...flow }),
    ...(!stochastic && inertial === "damped" ? belowStart(proof.series, size) : []),
    ...mass(system, snapshots[0], snapshots[snapshots.length - 1]),
  ];
}
