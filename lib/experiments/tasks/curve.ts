import { type NamedArray, scalar } from "../../arithmetic/named-arrays.js";
import { actionOf, hamiltonianAction, hamiltonianEvidence, sampledAction } from "../../dynamics/geodesics/action.js";
import { exactGeodesic } from "../../dynamics/geodesics/closed-form.js";
import { displacementCurve } from "../../dynamics/geodesics/displacement.js";
import { evolve } from "../../dynamics/geodesics/evolve.js";
import { greatCircle, logCurve, plainCurve, rootCurve } from "../../dynamics/geodesics/interpolations.js";
import { sample, stateOn } from "../../dynamics/geodesics/sample.js";
import { noiseToTarget } from "../../dynamics/geodesics/noise-to-target.js";
import { shoot } from "../../dynamics/geodesics/shooting.js";
import type { Curve, SampledCurve } from "../../dynamics/geodesics/curve.js";
import type { Kinetics } from "../../systems/system.js";
import { EULER, RK4, type Tableau } from "../../dynamics/integrators/explicit/tableaus.js";
import type { Range } from "../../dynamics/evidence.js";
import { normals, stream } from "../../arithmetic/random.js";
import { collect } from "../../dynamics/recorders/collect.js";
import { named, rangeOf } from "../../dynamics/recorders/recorder.js";
import { within } from "../../arithmetic/place.js";
import { refuse } from "../../arithmetic/refusal.js";
import { buildEnergy, targetOf } from "../language/builders/energy.js";
import { buildGeometry } from "../language/builders/geometry.js";
import { buildMeasure } from "../language/builders/measure.js";
import { buildRecorder } from "../language/builders/recorder.js";
import { construct, type Registry } from "../language/builders/registry.js";
import { buildState } from "../language/builders/state.js";
import type { CurveRun, Curve as By, Integrator, InterpolationCurve } from "../language/types.generated.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Law } from "../../systems/measures/measure.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Space } from "../../systems/spaces/space.js";
import { begin, type Beginning } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import { placed, recordersOf } from "./flow.js";
import type { Prepared, RunContext } from "./task.js";

/** Everything a way of finding curves may need. */
interface CurveProblem {
  readonly kinetics: Kinetics;
  readonly from: Vec;
  to(): Vec;
  /** What `to` means, before the space turns it into a state. */
  law(): Law;
  readonly records: number;
  readonly seed: number;
}

/** States at the recorded times, and ∫ 2R dt (computed only when all else went well). */
interface Found {
  readonly curve: SampledCurve;
  action(): number;
}

const TABLEAUS: Readonly<Partial<Record<Integrator["name"], Tableau>>> = { rk4: RK4, "explicit-euler": EULER };

/** Hamiltonian systems have no energy to dissipate: only methods for u̇ = f(u) make sense. */
const tableauOf = ({ name }: Integrator): Tableau =>
  TABLEAUS[name] ??
  refuse(
    `${name} does not integrate Hamiltonian systems, which geodesics are: take ${Object.keys(TABLEAUS).join(" or ")}`,
  );

const CHARTS: { readonly [N in InterpolationCurve["chart"]]: (space: Space, from: Vec, to: Vec) => Curve } = {
  plain: plainCurve,
  root: rootCurve,
  log: logCurve,
  positions: displacementCurve,
  "great-circle": greatCircle,
};

const known = ({ kinetics, records }: CurveProblem, path: Curve, reversed: Curve): Found => ({
  curve: sample(path, records),
  action: () => actionOf(kinetics, path, reversed),
});

const evolved = ({ kinetics }: CurveProblem, path: SampledCurve): Found => ({
  curve: path,
  action: () => hamiltonianAction(kinetics, path),
});

type Momentum = ReturnType<Space["covector"]>;

/** Independent normal momenta: ∇ξ at every particle, or ξ at every node. */
function randomMomentum({ kinetics: { space }, from, seed }: CurveProblem): Momentum {
  return space.covector(from, normals(stream(seed, "momentum"), space.codim));
}

/**
 * Everything that a way of finding curves refuses is refused at once; the curve itself is found when it is asked for.
 */
type Finder = () => Found;

/** Integration of Hamilton's equations from a state with its momentum. */
function released(
  p: CurveProblem,
  by: Extract<By, { readonly integrator: Integrator }>,
  end: number,
  from: Vec,
  at: Momentum,
): Finder {
  const options = { end, steps: by.steps, records: p.records, tableau: tableauOf(by.integrator) };
  return () => evolved(p, evolve(p.kinetics, from, at, options));
}

function between(p: CurveProblem, curveOf: (from: Vec, to: Vec) => Curve): Finder {
  const [there, back] = [curveOf(p.from, p.to()), curveOf(p.to(), p.from)];
  return () => known(p, there, back);
}

const FINDERS: Registry<By, CurveProblem, Finder> = {
  exact: (_by, p) => between(p, (from, to) => exactGeodesic(p.kinetics, from, to)),
  interpolation: ({ chart }, p) => between(p, (from, to) => CHARTS[chart](p.kinetics.space, from, to)),
  momentum: (by, p) => {
    const { inside, ...end } = stateOn(exactGeodesic(p.kinetics, p.from, p.to()), 0);
    const { u, momentum } = inside ?? end;
    return released(p, by, 1, u, momentum ?? refuse("this closed form has no momentum"));
  },
  shooting: ({ integrator, steps }, p) => {
    const [to, options] = [p.to(), { end: 1, steps, records: p.records, tableau: tableauOf(integrator) }];
    return () => evolved(p, shoot(p.kinetics, p.from, to, options));
  },
  "noise-to-target": (by, p) => {
    const path = noiseToTarget(p.kinetics.space, p.from, p.law(), p.records, by);
    return () => {
      const found = path();
      return { curve: found, action: () => sampledAction(p.kinetics, found) };
    };
  },
  release: (by, p) => released(p, by, by.end, p.from, randomMomentum(p)),
};

const missing = (): never => refuse("this recorder needs the energy of a gradient system: give the curve an `energy`");

const UNREACHABLE =
  "infinite: some rate of this curve is none that the geometry can make (it changes a mass that is conserved, " +
  "moves what rests, or starts where nothing is), or the speed at an end is too large to have an integral";

/** What stands in the triple of a curve without an energy. */
const NO_ENERGY: Energy = { name: "none", form: { type: "other" }, value: missing, differential: missing };

function problemOf(run: CurveRun, { setting, state }: Beginning): CurveProblem {
  const end = run.to && buildState(run.to, setting, "end");
  return {
    kinetics: { space: setting.space, geometry: buildGeometry(run.geometry, setting) },
    from: state,
    records: run.records,
    seed: setting.seed,
    law: () => buildMeasure(run.to ?? refuse("noise is carried to a target: give `to`"), setting),
    to: () => end ?? refuse(`a curve by ${run.by.name} ends somewhere: give \`to\`, or take \`release\``),
  };
}

/**
 * A curve between two states, geodesic or interpolation: every recorder at equally spaced times, and its action ∫ 2R(u,
 * u̇) dt.
 */
export function curve(run: CurveRun, context: RunContext): Prepared {
  const target = run.energy && targetOf(run.energy);
  const start = begin(run, run.from, target, context);
  const setting = { ...start.setting, target };
  const problem = problemOf(run, start);
  const find = construct(FINDERS, run.by, problem);
  const system = { ...problem.kinetics, energy: run.energy ? buildEnergy(run.energy, setting) : NO_ENERGY };
  const quantities = recordersOf(run.record).map(
    ([name, spec]) => [name, named(name, placed(spec, buildRecorder(spec, setting)))] as const,
  );
  return () => {
    const found = within(run.to ?? run.by, find);
    const { status, reason, states } = found.curve;
    const recorded = quantities.map(([name, quantity]): [string, NamedArray] => [
      name,
      collect(quantity, system, states, setting.note),
    ]);
    const action = status === "completed" ? found.action() : NaN;
    if (action === Infinity) setting.note("action", UNREACHABLE);
    const outputs = { ...Object.fromEntries(recorded), action: scalar(action) };
    const times = Float64Array.from(states, s => s.t);
    const coordinates = coordinatesOf(outputs, setting, times);
    const ranges: Record<string, Range> = { action: "extended" };
    for (const [name, quantity] of quantities) ranges[name] = rangeOf(quantity, system);
    const evidence = hamiltonianEvidence(problem.kinetics, states);
    return { status, reason, outputs, coordinates, notes: start.notes, evidence, ranges };
  };
}
