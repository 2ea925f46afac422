import type { Kinetics } from "../../systems/system.js";
import { cosh, exp, sinh, square } from "../../arithmetic/functions.js";
import { sampledIntegral } from "../../numerics/sampled.js";
import type { Evidence } from "../evidence.js";
import { primalDissipation } from "../../systems/primal-dissipation.js";
import type { Curve, CurveState, SampledCurve } from "./curve.js";
import { hamiltonian } from "./hamiltonian.js";

/** |s| up to which nodes are taken, and the steps between them. */
const REACH = 5.5;
const COARSEST = 1 / 2;
const FINEST = 1 / 16;

/**
 * ∫_0^1 f by the double-exponential rule t = 1/(1 + e^{π sinh s}), each half given from its own end: f(t) =
 * fromStart(t) = fromEnd(1-t). Both ends are resolved down to 1e-166, because a curve that leaves a nearly empty place
 * has R of size 1/(t + tiny). The step is halved until the value stays the same to 1e-8. ∞ where what is left at the
 * last nodes still counts: of 1/t every decade has its part, of t^(-0.9) the last has less than 1e-14.
 */
export function doubleExponential(fromStart: (t: number) => number, fromEnd: (t: number) => number): number {
  const at = (s: number): number => {
    const decay = exp(-Math.PI * sinh(s));
    const t = decay / (1 + decay);
    return ((Math.PI * cosh(s) * decay) / square(1 + decay)) * (fromStart(t) + fromEnd(t));
  };
  const nodes = (first: number, step: number): number => {
    let total = 0;
    for (let s = first; s <= REACH; s += step) total += at(s);
    return total;
  };
  const last = at(REACH);
  let step = COARSEST;
  let total = (Math.PI / 4) * fromStart(0.5) + nodes(step, step);
  let value = step * total;
  while (step > FINEST) {
    total += nodes(step / 2, step);
    step /= 2;
    const previous = value;
    value = step * total;
    if (Math.abs(value - previous) <= 1e-8 * Math.abs(value)) break;
  }
  return step * Math.abs(last) > 1e-8 * Math.abs(value) ? Infinity : value;
}

/** ∫ 2R(u, u̇) dt of a curve that is known at every t; `reversed` is the same curve run backwards. */
export function actionOf(kinetics: Kinetics, curve: Curve, reversed: Curve): number {
  const speed2 = ({ u, rate }: CurveState): number => 2 * primalDissipation(kinetics, u, rate);
  return doubleExponential(
    t => speed2(curve(t)),
    t => speed2(reversed(t)),
  );
}

/**
 * ∫ 2H dt over the recorded times of a Hamiltonian curve, where u̇ = 𝕂ξ and 2R(u, u̇) = 2H: trapezoidal rule for a
 * constant.
 */
export function hamiltonianAction(kinetics: Kinetics, { states }: SampledCurve): number {
  const speed2 = states.map(({ u, momentum }) => (momentum ? 2 * hamiltonian(kinetics, u, momentum) : NaN));
  return states.reduce(
    (s, { t }, k) => (k === 0 ? 0 : s + 0.5 * (t - states[k - 1].t) * (speed2[k] + speed2[k - 1])),
    0,
  );
}

/** ∫ 2R(u, u̇) dt over the recorded times of a curve that is known nowhere else. */
export const sampledAction = (kinetics: Kinetics, { states }: SampledCurve): number =>
  sampledIntegral(
    Float64Array.from(states, ({ t }) => t),
    Float64Array.from(states, ({ u, rate }) => 2 * primalDissipation(kinetics, u, rate)),
  );

/** A geodesic keeps its speed; an integrator of order p lets H drift by O(dt^p), and half of it is no such drift. */
export function hamiltonianEvidence(kinetics: Kinetics, states: readonly CurveState[]): readonly Evidence[] {
  const values = states.flatMap(({ inside, ...state }) => {
    const { u, momentum } = inside ?? state;
    return momentum ? [hamiltonian(kinetics, u, momentum)] : [];
  });
  if (values.length === 0) return [];
  const largest = Math.max(...values);
  return [
    {
      what: "variation of the Hamiltonian, which a geodesic conserves",
      size: largest - Math.min(...values),
      allowed: 0.5 * largest,
      advice: "take more steps, or `rk4`",
    },
  ];
}
