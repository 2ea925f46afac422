import type { Range } from "../../dynamics/evidence.js";
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import { certificate } from "../../dynamics/certificate.js";
import { type Note, unheard } from "../../arithmetic/notes.js";
import { flowEvidence } from "../../dynamics/flow-evidence.js";
import { collect } from "../../dynamics/recorders/collect.js";
import { type CurvePoint, type Quantity, rangeOf } from "../../dynamics/recorders/quantity.js";
import { refuse } from "../../arithmetic/refusal.js";
import { obstacles, solve } from "../../dynamics/solve.js";
import { targetOf } from "../language/builders/energy.js";
import { buildIntegrator } from "../language/builders/integrator.js";
import { buildRecorder } from "../language/builders/recorder.js";
import type { FlowRun, Recorder } from "../language/types.generated.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Problem, Recorder as SolverRecorder, Solution } from "../../dynamics/integrator.js";
import type { GradientSystem } from "../../systems/system.js";
import { begin, type Beginning } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import { systemOf } from "./system.js";
import type { Certificate } from "../../dynamics/certificate.js";
import type { Prepared, RunContext, RunResult } from "./task.js";

/** A recorder under the name that formulas use. */
interface Recording {
  readonly name: string;
  readonly spec: Recorder;
  readonly quantity: Quantity;
}

/** Name -> recorder of a spec, without the holes of its type. */
export const recordersOf = (
  record: Readonly<Record<string, Recorder | undefined>>,
): readonly (readonly [string, Recorder])[] =>
  Object.entries(record).flatMap(([name, spec]) => (spec ? [[name, spec] as const] : []));

function recordings(run: FlowRun, { setting }: Beginning): readonly Recording[] {
  const around = { ...setting, target: targetOf(run.energy) };
  return recordersOf(run.record).map(([name, spec]) => ({ name, spec, quantity: buildRecorder(spec, around) }));
}

/** Recorders that this representation cannot evaluate: said before the first step instead of recorded as NaN. */
function blindness({ system, initial }: Problem, list: readonly Recording[]): readonly string[] {
  const blind = list.filter(({ quantity }) => Number.isNaN(quantity.at(system, { t: 0, u: initial }, unheard)));
  const reason = system.energy.absent ?? "a coordinate or a value is missing";
  return blind.map(({ name, spec }) => `recorder ${name} (${spec.name}) is not a number at the first state: ${reason}`);
}

const pointsOf = ({ t, snapshots }: Solution): readonly CurvePoint[] => snapshots.map((u, k) => ({ t: t[k], u }));

/** What the certificate has computed already, if a recorder asks for just that. */
const known = ({ spec }: Recording, { series }: Certificate): NamedArray | undefined =>
  Object.keys(spec).length === 1 ? series[spec.name] : undefined;

/** The series of every recorder. */
function outputsOf(
  list: readonly Recording[],
  system: GradientSystem,
  solution: Solution,
  proof: Certificate,
  note: Note,
): Record<string, NamedArray> {
  const points = pointsOf(solution);
  return Object.fromEntries(
    list.map(recording => [
      recording.name,
      known(recording, proof) ?? collect(recording.quantity, system, points, note),
    ]),
  );
}

/** What the values of the recorders may be. */
const rangesOf = (list: readonly Recording[], system: GradientSystem): Readonly<Record<string, Range>> =>
  Object.fromEntries(list.map(({ name, quantity }) => [name, rangeOf(quantity, system)]));

/** A recorder that keeps nothing itself: it shows the flow so far to whoever watches. */
function watching(context: RunContext, resultOf: (sofar: Solution) => RunResult): readonly SolverRecorder[] {
  if (!context.watch) return [];
  const times: number[] = [];
  const snapshots: Vec[] = [];
  const sofar = (): Solution => ({
    status: "stopped",
    reason: "under way",
    t: Float64Array.from(times),
    snapshots,
    series: {},
    final: snapshots.at(-1)!,
    stochastic: false,
    notes: {},
  });
  const record = (_: GradientSystem, t: number, u: Vec): number => {
    times.push(t);
    snapshots.push(u);
    context.watch?.(() => resultOf(sofar()));
    return t;
  };
  return [{ name: "watched", record }];
}

/**
 * Gradient flow u̇ = -𝕂(u) DF(u): every recorder at the recorded times that were reached, and the certificate of the
 * flow.
 */
export function flow(run: FlowRun, context: RunContext): Prepared {
  const start = begin(run, run.initial, targetOf(run.energy), context);
  const { setting, state, notes } = start;
  const system = systemOf(run, setting);
  const { end, steps, records } = run.time;
  const options = { steps, records, seed: setting.seed, cone: run.cone, progress: context.progress.bind(context) };
  const problem = { system, initial: state, end };
  const integrator = buildIntegrator(run.integrator, setting);
  const list = recordings(run, start);
  const reasons = [...obstacles(problem, integrator, options)];
  if (reasons.length === 0) reasons.push(...blindness(problem, list));
  if (reasons.length > 0) refuse(reasons.join("; "));
  const resultOf = (solution: Solution, proof: Certificate): RunResult => {
    const outputs = outputsOf(list, system, solution, proof, setting.note);
    const coordinates = coordinatesOf(outputs, setting, solution.t);
    return {
      status: solution.status,
      reason: solution.reason,
      outputs,
      coordinates,
      certificate: proof,
      notes: { ...notes, ...solution.notes },
    };
  };
  const recorders = watching(context, sofar => resultOf(sofar, { series: {}, absent: {} }));
  return () => {
    const solution = solve(problem, integrator, { ...options, recorders });
    const proof = certificate(system, solution);
    const evidence = flowEvidence(system, solution, proof);
    return { ...resultOf(solution, proof), evidence, ranges: rangesOf(list, system) };
  };
}
