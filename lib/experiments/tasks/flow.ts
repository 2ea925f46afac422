import type { Range } from "../../dynamics/evidence.js";
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import { certificate, certifiedSeries } from "../../dynamics/certificate.js";
import { type Note, type Notes, unheard } from "../../arithmetic/notes.js";
import { flowEvidence } from "../../dynamics/flow-evidence.js";
import { noiseNotes } from "../../dynamics/noisy-steps.js";
import { collect, eventsOf } from "../../dynamics/recorders/collect.js";
import { type CurvePoint, named, rangeOf, type Recorder } from "../../dynamics/recorders/recorder.js";
import { about, within } from "../../arithmetic/place.js";
import { type Complaint, refuseAll, sentenceOf } from "../../arithmetic/refusal.js";
import { obstacles, solve } from "../../dynamics/solve.js";
import { targetOf } from "../language/builders/energy.js";
import { buildIntegrator } from "../language/builders/integrator.js";
import { buildRecorder } from "../language/builders/recorder.js";
import type { FlowRun, Recorder as RecorderSpec } from "../language/types.generated.js";
import { maxAbs, zeros } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Keeper, Saved, Solution, SolveOptions } from "../../dynamics/integrator.js";
import type { GradientSystem } from "../../systems/system.js";
import { begin, type Beginning } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import { systemOf } from "./system.js";
import type { Certificate } from "../../dynamics/certificate.js";
import type { Prepared, RunContext, RunResult } from "./task.js";

/** Name -> recorder of a spec, without the holes of its type. */
export const recordersOf = (
  record: Readonly<Record<string, RecorderSpec | undefined>>,
): readonly (readonly [string, RecorderSpec])[] =>
  Object.entries(record).flatMap(([name, spec]) => (spec ? [[name, spec] as const] : []));

/** The recorder whose refusals say where its spec stands. */
export const placed = (spec: RecorderSpec, recorder: Recorder): Recorder => ({
  ...recorder,
  at: (...args) => within(spec, () => recorder.at(...args)),
});

function recordings(run: FlowRun, { setting, state }: Beginning): readonly Recorder[] {
  const around = { ...setting, target: targetOf(run.energy), flow: run, first: state };
  return recordersOf(run.record).map(([name, spec]) => named(name, placed(spec, buildRecorder(spec, around))));
}

/** Coordinates and weights up to this have squares and sums that do not overflow. */
const MODERATE = 1e100;

/** Recorders that this representation cannot evaluate: said before the first step instead of recorded as NaN. */
function blindness(
  system: GradientSystem,
  first: CurvePoint,
  list: readonly Recorder[],
  { record }: FlowRun,
): readonly Complaint[] {
  const moderate = maxAbs(first.u) < MODERATE;
  const known = (recorder: Recorder): boolean => moderate && recorder.number?.(system) === true;
  const blind = list.filter(recorder => !known(recorder) && Number.isNaN(recorder.at(system, first, unheard)));
  const reason = system.energy.absent ?? "a coordinate or a value is missing";
  return blind.map(({ name }) =>
    about(record[name] ?? record, `recorder ${name} is not a number at the first state: ${reason}`),
  );
}

const curveOf = ({ t, snapshots, beside }: Solution): readonly CurvePoint[] =>
  snapshots.map((u, k) => ({ t: t[k], u, ...beside[k] }));

/** The series of every recorder. */
function outputsOf(
  list: readonly Recorder[],
  system: GradientSystem,
  solution: Solution,
  proof: Certificate,
  note: Note,
): Record<string, NamedArray> {
  const points = curveOf(solution);
  return Object.fromEntries(
    list.map(recorder => [recorder.name, certifiedSeries(recorder, proof) ?? collect(recorder, system, points, note)]),
  );
}

/** What the values of the recorders may be. */
const rangesOf = (list: readonly Recorder[], system: GradientSystem): Readonly<Record<string, Range>> =>
  Object.fromEntries(list.map(recorder => [recorder.name, rangeOf(recorder, system)]));

/** Shows the flow so far to whoever watches, at every recorded time. */
function watching(context: RunContext, resultOf: (sofar: Solution) => RunResult): SolveOptions["watch"] {
  if (!context.watch) return undefined;
  const times: number[] = [];
  const snapshots: Vec[] = [];
  const sofar = (): Solution => ({
    status: "stopped",
    reason: "under way",
    t: Float64Array.from(times),
    snapshots,
    series: {},
    beside: [],
    final: snapshots.at(-1)!,
    dt: NaN,
    retake: () => undefined,
    stochastic: false,
    inertial: false,
    notes: {},
  });
  return (t, u) => {
    times.push(t);
    snapshots.push(u);
    context.watch?.(() => resultOf(sofar()));
  };
}

/** A flow as it is kept: with the notes of its builders. */
interface Kept {
  readonly saved: Saved;
  readonly notes: Notes;
}

/** Keeps the flow where somebody keeps runs; what the builders had noted is noted again. */
function keeperOf({ keeping }: RunContext, { setting, notes }: Beginning): Keeper | undefined {
  if (keeping === undefined) return undefined;
  const kept = keeping.read() as Kept | undefined;
  for (const [subject, sentence] of Object.entries(kept?.notes ?? {})) setting.note(subject, sentence);
  return {
    ...(kept && { from: kept.saved }),
    wish: recorded => keeping.wish(recorded),
    keep: saved => keeping.write({ saved, notes } satisfies Kept),
    reason: keeping.reason,
  };
}

/**
 * Gradient flow u̇ = -𝕂(u) DF(u): every recorder at the recorded times that were reached, and the certificate of the
 * flow.
 */
export function flow(run: FlowRun, context: RunContext): Prepared {
  const start = begin(run, run.initial, targetOf(run.energy), context);
  const { setting, state, notes, recall } = start;
  const system = systemOf(run, setting);
  const { end, steps, records } = run.time;
  const options = { steps, records, seed: setting.seed, cone: run.cone, progress: context.progress.bind(context) };
  const problem = { system, initial: state, end };
  const integrator = buildIntegrator(run.integrator, setting);
  const list = recordings(run, start);
  const first = {
    t: 0,
    u: state,
    momentum: integrator.momentum?.(system, state),
    ...(integrator.maps && { stretch: zeros(0) }),
  };
  const faults = obstacles(problem, integrator, options).map(({ part, reason }) => about(run[part], reason));
  const complaints = faults.length > 0 ? faults : blindness(system, first, list, run);
  if (complaints.length > 0) refuseAll(complaints);
  // A state that is refused on the way has no place in the spec: what can be changed are the steps, or the integrator.
  const reasonOf = ({ status, reason }: Solution): string =>
    status === "diverged" ? sentenceOf(about(run.time, reason)) : reason;
  const resultOf = (solution: Solution, proof: Certificate): RunResult => {
    const outputs = outputsOf(list, system, solution, proof, setting.note);
    const coordinates = coordinatesOf(outputs, setting, solution.t);
    return {
      status: solution.status,
      reason: reasonOf(solution),
      outputs,
      coordinates,
      certificate: proof,
      notes: { ...notes, ...solution.notes, ...proof.notes },
    };
  };
  const watch = watching(context, sofar => resultOf(sofar, { series: {}, absent: {} }));
  return () => {
    const solution = solve(problem, integrator, {
      ...options,
      watch,
      recall,
      events: eventsOf(list),
      keeper: keeperOf(context, start),
    });
    const proof = certificate(system, solution);
    // first the result: its notes count the sums of the flow, not those of its judge
    const result = resultOf(solution, proof);
    return {
      ...result,
      notes: { ...result.notes, ...noiseNotes(system, solution) },
      evidence: flowEvidence(system, solution, proof),
      ranges: rangesOf(list, system),
    };
  };
}
