import type { Memory } from "../../../arithmetic/memory.js";
import { refused, unless } from "../../../arithmetic/admission.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { subtract, tabulate, zeros } from "../../../arithmetic/vectors.js";
import { once } from "../../../arithmetic/once.js";
import { logRefusals } from "../../../systems/admissible.js";
import type { EnergyForm } from "../../../systems/energies/energy.js";
import { type Chart, logChart, onSupport, plainChart, rootChart } from "../../../systems/geometries/charts.js";
import { conservesMass } from "../../../systems/geometries/conserves.js";
import { parts } from "../../../systems/geometries/parts.js";
import { hasEmptyNodes } from "../../../systems/empty-nodes.js";
import { mapMasses } from "../../../systems/spaces/masses.js";
import { primalForm } from "../../../systems/primal-dissipation.js";
import type { Space } from "../../../systems/spaces/space.js";
import { type GradientSystem, placeOf } from "../../../systems/system.js";
import { ROUNDING, roundingOf } from "../../rounding.js";
import type { Step, StepFailure } from "../../integrator.js";
import { nearEmpty } from "../implicit/implicit-euler.js";
import { newtonSolver } from "../implicit/newton.js";
import { chartRate } from "../explicit/runge-kutta.js";
import { geodesicIn } from "./extrapolate.js";
import { type ImplicitStep, minimiser } from "./implicit-step.js";
import { picard } from "./picard.js";
import type { Proximal } from "./proximal.js";

/** The chart in which the metric of one free part is constant (table 0.2, "geodesics straight in"). */
function flatChart({ geometry, space: { support } }: GradientSystem): Chart | undefined {
  const [
    {
      term: { mechanism, smoother },
      spherical,
    },
    ...others
  ] = parts(geometry);
  const particles = support === "atoms";
  if (others.length > 0 || support === "density" || (spherical && smoother.form !== "inverse")) return undefined;
  if (smoother.form === "inverse") return particles && mechanism === "transport" ? undefined : plainChart;
  if (mechanism === "growth" && smoother.form === "kernel") return logChart;
  if (smoother.form !== "identity") return undefined;
  if (mechanism === "growth") return rootChart;
  return mechanism === "deposit" || mechanism === "diffusion" || (mechanism === "transport" && particles)
    ? plainChart
    : undefined;
}

const stuck: StepFailure = {
  status: "not-converged",
  reason: "no minimiser of F + d²/2τ was found near the state; take more steps",
};

/** The coordinates that a part moves: positions of particles under transport, else masses. */
function movingRange({ space, geometry }: GradientSystem): readonly [number, number] {
  const [{ term }] = parts(geometry);
  return space.support === "atoms" && placeOf(term.mechanism) === "edges" ? [0, space.moving] : space.massRange;
}

/** Unit vectors of the coordinates that move, without their mean where the mass is kept. */
function axesOf(system: GradientSystem): readonly Vec[] {
  const [from, to] = movingRange(system);
  const n = to - from;
  const kept = movesMasses(system) && conservesMass(system.geometry) ? 1 / n : 0;
  return Array.from({ length: n }, (_, k) => tabulate(n, i => (i === k ? 1 : 0) - kept));
}

/** Whether a part moves masses, and not the positions of particles. */
const movesMasses = (system: GradientSystem): boolean => movingRange(system)[0] === system.space.massRange[0];

/** The chart at u: births and deaths of kernel Hellinger keep an empty node empty, and log 0 is no number. */
const chartAt = (chart: Chart, space: Space, u: Vec): Chart =>
  chart === logChart ? onSupport(chart, space, u) : chart;

/**
 * p = z - y -> |z - y|² in a chart where the metric is constant: by R at the state u, or where it is masses that move
 * at masses 1, in the chart log of the nodes that are not empty.
 */
function squaredNorm(system: GradientSystem, chart: Chart, u: Vec): (p: Vec) => number {
  const { space } = system;
  const at = movesMasses(system) ? mapMasses(space, u, m => (chart.name === "log" && m === 0 ? 0 : 1)) : u;
  const primal = primalForm(system, at);
  return p => 2 * primal(chart.pull(space, at, p));
}

/** What F is known not to fall below. */
function floorOf(form: EnergyForm): number {
  if (form.type === "scaled") return form.factor > 0 ? form.factor * floorOf(form.of) : -Infinity;
  return ["phi", "half-mmd2", "ginzburg-landau"].includes(form.type) ? 0 : -Infinity;
}

/** Why no state that kernel Hellinger reaches from u has an energy, where that is so. */
function unreachable({ space, energy }: GradientSystem, chart: Chart, u: Vec): StepFailure | undefined {
  const node = space.masses(u).indexOf(0);
  if (chart.name !== "log" || node < 0 || Number.isFinite(energy.value(u))) return undefined;
  return {
    status: "not-converged",
    reason:
      `node ${node} is empty, this geometry keeps it empty, and F is ${energy.value(u)} where it is: ` +
      "begin with a state that is positive everywhere (a `mixture` of this one and a little of the target, say)",
  };
}

/** v with y in the place of what moves. */
function moved(v: Vec, y: Vec, from: number): Vec {
  const out = v.slice();
  out.set(y, from);
  return out;
}

/** One step, for the coordinates y that move: what rests has other units. */
function stepIn(system: GradientSystem, flat: Chart, tau: number, memory: Memory): Step {
  const { space, energy } = system;
  const [from, to] = movingRange(system);
  const moving = (v: Vec): Vec => v.subarray(from, to);
  let chart = flat;
  let whole = new Float64Array(space.size);
  const stateAt = (y: Vec): Vec => chart.from(space, moved(whole, y, from));
  const isState = (y: Vec): boolean => stateAt(y).every(Number.isFinite);
  const f = (y: Vec): Vec => (isState(y) ? moving(chartRate(system, chart, moved(whole, y, from))) : y.map(() => NaN));
  const positive = [0, flat === rootChart ? to - from : 0] as const;
  const outside = (y: Vec): boolean => y.subarray(...positive).some(v => v < 0);
  const newton = newtonSolver(f, tau, positive, memory);
  const axes = axesOf(system);
  /** The largest |F| of the run: at rest F is what its rounding leaves. */
  const largest = memory.cell(0);
  /** Where log u has no slope in empty nodes, or too steep a one, from states near by that have no such nodes. */
  const fromEmpty = (b: Vec, u: Vec): Vec | undefined => {
    const inside = newtonSolver(f, tau, [0, to - from]);
    for (const near of nearEmpty(system, u)) {
      const y = inside(b, moving(chart.to(space, near)));
      if (y) return y;
    }
    return undefined;
  };
  return u => {
    chart = chartAt(flat, space, u);
    const hopeless = unreachable(system, chart, u);
    if (hopeless) return hopeless;
    whole = chart.to(space, u).slice();
    const b = moving(whole);
    const top = energy.value(u);
    if (Math.abs(top) < Infinity) largest.value = Math.max(largest.value, Math.abs(top));
    const norm2 = squaredNorm(system, chart, u);
    const of: ImplicitStep = {
      b,
      tau,
      f,
      axes,
      rounding: once(() => ROUNDING * largest.value + roundingOf(space, v => energy.value(v), u)),
      top,
      floor: floorOf(energy.form),
      energy: y => (outside(y) || !isState(y) ? Infinity : energy.value(stateAt(y))),
      penalty: y => norm2(moved(zeros(space.size), subtract(y, b), from)) / (2 * tau),
    };
    const singular = hasEmptyNodes(space, u) && !f(b).every(Number.isFinite);
    const near = singular ? undefined : (picard(f, tau, b) ?? newton(b, b));
    const y = minimiser(of, newton, near ?? (movesMasses(system) ? fromEmpty(b, u) : undefined));
    return y ? stateAt(y) : stuck;
  };
}

/**
 * Where the metric is constant in a chart, argmin F + d²/2τ is implicit Euler there: by Picard where that contracts,
 * else by Newton, and checked to be a minimiser.
 */
export const flatProximal: Proximal = {
  name: "flat",
  admit: system => {
    const chart = flatChart(system);
    if (!chart) return refused("no chart makes this metric constant on this space", ...logRefusals(system));
    return unless(logRefusals(system), {
      step: (tau, _note, memory) => stepIn(system, chart, tau, memory),
      squaredDistance: (u, v) => {
        const here = chartAt(chart, system.space, u);
        return squaredNorm(system, here, u)(subtract(here.to(system.space, v), here.to(system.space, u)));
      },
      extrapolate: (u, v) => geodesicIn(system.space, chartAt(chart, system.space, u))(u, v),
    });
  },
};
