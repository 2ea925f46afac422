import { type Cell, forgetful, recallable } from "../arithmetic/memory.js";
import { collectNotes, type Note, unheard } from "../arithmetic/notes.js";
import { refuseAll } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { geometryRefusals } from "../systems/admissible.js";
import type { GradientSystem } from "../systems/system.js";
import type { Beside, Integrator, Listener, Problem, Saved, Solution, SolveOptions, Stepper } from "./integrator.js";
import { defect, guarded, needsPositivity } from "./integrators/guard.js";
import { add, zeros } from "../arithmetic/vectors.js";
import { collect, eventsOf } from "./recorders/collect.js";
import { failed } from "./integrators/outcome.js";
import { observed, stream } from "../arithmetic/random.js";

/** Whether negative masses end the run. */
const watched = ({ geometry }: GradientSystem, { cone }: SolveOptions): boolean =>
  cone ? cone === "watch" : needsPositivity(geometry);

/** Why a problem cannot even start, and which part of it is to blame. */
export interface Obstacle {
  readonly part: "geometry" | "integrator" | "time" | "initial";
  readonly reason: string;
}

/** What is wrong with the times of a problem. */
function timeFaults({ start = 0, end }: Problem, { steps, records = steps }: SolveOptions): readonly string[] {
  const faults: string[] = [];
  if (!(end > start && end - start < Infinity))
    faults.push(`time runs from ${start} to ${end}: take a finite end after the start`);
  if (!(Number.isInteger(steps) && steps >= 1)) faults.push(`steps is ${steps}: take a whole number of at least 1`);
  if (!Number.isInteger(steps / records))
    faults.push(`${records} records do not divide ${steps} steps: take a divisor`);
  return faults;
}

/** What is wrong with the first state, if anything. */
function initialFault({ system, initial }: Problem, options: SolveOptions): readonly string[] {
  const { size } = system.space;
  if (initial.length !== size) return [`the initial state has length ${initial.length}, not ${size}`];
  const flaw = defect(system, initial, watched(system, options));
  return flaw ? [`the initial state is no state of this geometry: ${flaw.reason}`] : [];
}

/** The stepper of this problem, and why it cannot even start. */
function prepare(
  problem: Problem,
  integrator: Integrator,
  options: SolveOptions,
): { readonly stepper?: Stepper; readonly against: readonly Obstacle[] } {
  const { space, geometry } = problem.system;
  const { prepared, reasons = [] } = integrator.admit(problem.system);
  const blamed = (part: Obstacle["part"], faults: readonly string[]): readonly Obstacle[] =>
    faults.map(reason => ({ part, reason }));
  const against = [
    ...blamed("geometry", geometryRefusals(space, geometry)),
    ...blamed(
      "integrator",
      reasons.map(r => `${integrator.name}: ${r}`),
    ),
    ...blamed("time", timeFaults(problem, options)),
    ...blamed("initial", initialFault(problem, options)),
  ];
  return { stepper: prepared, against };
}

/** Why this cannot even start; [] if it can. */
export const obstacles = (problem: Problem, integrator: Integrator, options: SolveOptions): readonly Obstacle[] =>
  prepare(problem, integrator, options).against;

/** The recorded times and states of one run so far. */
interface Log {
  readonly times: number[];
  readonly snapshots: Vec[];
  readonly beside: Beside[];
}

function keep({ times, snapshots, beside }: Log, { watch }: SolveOptions, t: number, u: Vec, so: Beside): void {
  times.push(t);
  snapshots.push(u);
  beside.push(so);
  watch?.(t, u);
}

/** Counts events, keeps the last momentum, and adds up what maps stretch. */
const listenerOf = (beside: Cell<Beside>): Listener => ({
  happened: event => {
    const { counts } = beside.value;
    beside.value = { ...beside.value, counts: { ...counts, [event]: (counts[event] ?? 0) + 1 } };
  },
  carries: momentum => {
    beside.value = { ...beside.value, momentum };
  },
  stretched: by => {
    const { stretch = zeros(0) } = beside.value;
    beside.value = { ...beside.value, stretch: stretch.length === 0 ? by : add(stretch, by) };
  },
});

/** The series of all recorders along the recorded states. */
function seriesOf(system: GradientSystem, { record = [] }: SolveOptions, log: Log, note: Note): Solution["series"] {
  const points = log.snapshots.map((u, k) => ({ t: log.times[k], u, ...log.beside[k] }));
  return Object.fromEntries(record.map(recorder => [recorder.name, collect(recorder, system, points, note)]));
}

/**
 * The only time loop: t_k = start + k·dt, states and what is recorded of them at `records` + 1 equally spaced times.
 * Refuses before the first step, recorders too; numerical failure is a status, and the records then end at the last
 * good recorded time.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { status, t, snapshots } = solve({ system, initial, end: 2 }, integrators.rk4, { steps: 200, records: 20 });
 * ```
 */
export function solve(problem: Problem, integrator: Integrator, options: SolveOptions): Solution {
  const { stepper, against } = prepare(problem, integrator, options);
  if (!stepper || against.length > 0) return refuseAll(against);
  const { system, initial, start = 0, end } = problem;
  const { steps, records = steps, seed = 0 } = options;
  const dt = (end - start) / steps;
  const { note, notes } = collectNotes();
  const { keeper, recall = recallable() } = options;
  const from = keeper?.from;
  const source = stream(seed, "integrator", from?.random);
  const { rng, drawn } = observed(source, from?.drawn);
  const momentum = integrator.momentum?.(system, initial);
  const beside = recall.memory.cell<Beside>({
    counts: {},
    ...(momentum && { momentum }),
    ...(integrator.maps && { stretch: zeros(0) }),
  });
  const listener = listenerOf(beside);
  const step = guarded(system, stepper(dt, rng, note, recall.memory, listener), watched(system, options));
  const events = options.events ?? eventsOf(options.record ?? []);
  const count = (state: Vec): void => {
    for (const event of events) event(system, state, beside.value.counts).forEach(listener.happened);
  };
  for (const recorder of options.record ?? []) recorder.at(system, { t: start, u: initial, ...beside.value }, unheard);
  const log: Log = { times: [], snapshots: [], beside: [] };
  if (from) {
    recall.restore(from.memory);
    for (const [subject, sentence] of Object.entries(from.notes)) note(subject, sentence);
    from.snapshots.forEach((state, i) => keep(log, options, from.t[i], state, from.beside[i]));
  } else {
    count(initial);
    keep(log, options, start, initial, beside.value);
  }
  let u = from?.u ?? initial;
  const saved = (k: number): Saved => ({
    step: k,
    u,
    t: log.times,
    snapshots: log.snapshots,
    beside: log.beside,
    random: source.position(),
    drawn: drawn(),
    memory: recall.values(),
    notes,
  });
  const drift = integrator.drift?.admit(system).prepared ?? stepper;
  const retake: Solution["retake"] = (v, at, sizes) => {
    if (integrator.learned) return undefined;
    let [state, time] = [v, at];
    for (const h of sizes) {
      const next = guarded(system, drift(h, source, unheard, forgetful), watched(system, options))(state, time);
      if (failed(next)) return undefined;
      [state, time] = [next, time + h];
    }
    return state;
  };
  const ended = (status: Solution["status"], reason: string): Solution => {
    const stochastic = drawn();
    const inertial = integrator.inertial ?? false;
    const series = seriesOf(system, options, log, note);
    const { snapshots } = log;
    const t = Float64Array.from(log.times);
    return {
      status,
      reason,
      stochastic,
      inertial,
      ...(integrator.lowers && { lowers: integrator.lowers }),
      ...(integrator.excess && { excess: integrator.excess }),
      t,
      series,
      snapshots,
      beside: log.beside,
      final: u,
      dt,
      retake,
      notes,
    };
  };
  for (let k = (from?.step ?? 0) + 1; k <= steps; k++) {
    const t = k === steps ? end : start + k * dt;
    const next = step(u, start + (k - 1) * dt);
    if (failed(next)) return ended(next.status, `in the step to t = ${t}: ${next.reason}`);
    u = next;
    count(u);
    const recorded = (k * records) % steps === 0;
    if (recorded) {
      keep(log, options, t, u, beside.value);
      options.progress?.(k / steps);
    }
    const enough = options.stop?.(t, u) ?? "";
    if (enough) return ended("stopped", `at t = ${t}: ${enough}`);
    const wish = k < steps ? (keeper?.wish(recorded) ?? "go on") : "go on";
    if (wish !== "go on") keeper?.keep(saved(k));
    if (wish === "pause") return ended("paused", `at t = ${t} of ${end}: ${keeper?.reason}`);
  }
  return ended("completed", `reached t = ${end}`);
}
