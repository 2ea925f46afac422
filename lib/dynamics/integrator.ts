import type { NamedArray } from "../arithmetic/named-arrays.js";
import type { Counts, Recorder, RecorderEvent } from "./recorders/recorder.js";
import type { Admission } from "../arithmetic/admission.js";
import type { Memory, Recall } from "../arithmetic/memory.js";
import type { Note, Notes } from "../arithmetic/notes.js";
import type { Rng } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import type { Covector } from "../systems/spaces/space.js";
import type { GradientSystem } from "../systems/system.js";

/** Numerical failures of a step. */
export type FailureStatus = "diverged" | "left-the-cone" | "step-underflow" | "not-converged" | "stiff";

/** How a run ended; all but the first three are numerical failures. */
export type FlowStatus = "completed" | "stopped" | "paused" | FailureStatus;

/** Numerical failure of one step, as a value: which, and a sentence with the quantity and advice. */
export interface StepFailure {
  readonly status: FailureStatus;
  readonly reason: string;
}

/** u(t) -> u(t + dt), or why there is none. */
export type Step = (u: Vec, t: number) => Vec | StepFailure;

/** What is known of a run beside its state: its events, and the momentum of a method that has one. */
export interface Beside {
  readonly counts: Counts;
  readonly momentum?: Covector;
  /** log det of the flow so far at every particle, where every step is a map; empty at the start. */
  readonly stretch?: Vec;
}

/**
 * Who listens to a method: to its events (a death, a birth), to the momentum that it carries, and to log det of the
 * derivative of a step that is a map, at every particle.
 */
export interface Listener {
  happened(event: string): void;
  carries(momentum: Covector): void;
  stretched(logDeterminants: Vec): void;
}

/**
 * Steps of size dt, with noise and notes of their own; made once for a run. What a step depends on beside its arguments
 * lives in the memory, so that a run can go on elsewhere. What a
 * recorder may want to know beside the state is said to the listener, if there is one.
 */
export type Stepper = (dt: number, rng: Rng, note: Note, memory: Memory, listener?: Listener) => Step;

/** What methods of optimisation lower. */
export type Lowered = "energy" | "slope";

/**
 * A time discretisation. `admit` says why it refuses a system, or gives the stepper of that system, which makes what is
 * constant during a run (factorisations, spectra) once, and may write notes then and at every step.
 */
export interface Integrator {
  readonly name: string;
  /** Global order of convergence in dt (weak order where there is noise); Infinity for closed forms. */
  readonly order: number;
  /**
   * A step also depends on the steps before, or is none of the flow: the run is no gradient flow, and no energy balance
   * is claimed of it.
   */
  readonly inertial?: true;
  /**
   * What such a run is to lower, so that steps which serve never end above the start: F where it descends, also by a
   * damped motion from rest; the slope |∂F|² = 2R*(u, -DF) where it goes to a point without one.
   */
  readonly lowers?: Lowered;
  /**
   * Of a method with noise, from λdt: the part by which the variance of the law that it tends to is too large along a
   * linear drift -λx, beside τ/λ of the flow; ∞ where there is no such law.
   */
  excess?(stiffness: number): number;
  /**
   * The same without what is drawn and what is observed: its steps without noise, jumps and resampling. By these the
   * steps of a run are judged; default: the method itself.
   */
  readonly drift?: Integrator;
  /** The momentum at the first state, of a method that has one. */
  momentum?(system: GradientSystem, initial: Vec): Covector;
  /** A step is found by training, which is dear, and another from another start: none is taken again to judge it. */
  readonly learned?: true;
  /** Every step is a map of the particles and says by what it stretches space: the density at them stays known. */
  readonly maps?: true;
  admit(system: GradientSystem): Admission<Stepper>;
}

/** A gradient system, where it starts, and the time span. */
export interface Problem {
  readonly system: GradientSystem;
  readonly initial: Vec;
  /** Default 0. */
  readonly start?: number;
  readonly end: number;
}

/** All that a flow needs to go on from a step as if it had never been ended. Plain data. */
export interface Saved {
  /** Steps done, and the state after them. */
  readonly step: number;
  readonly u: Vec;
  /** The recorded times and states. */
  readonly t: readonly number[];
  readonly snapshots: readonly Vec[];
  readonly beside: readonly Beside[];
  /** Where the stream of noise is, and whether anybody has drawn from it. */
  readonly random: readonly number[];
  readonly drawn: boolean;
  readonly memory: readonly unknown[];
  readonly notes: Notes;
}

/** Who keeps a flow, decides when, and may end it in good order. */
export interface Keeper {
  /** Where the flow goes on; without it, at its beginning. */
  readonly from?: Saved;
  /** Asked after every step. "pause" keeps the flow and ends it. */
  wish(recorded: boolean): "go on" | "keep" | "pause";
  keep(saved: Saved): void;
  /** What a user is told of a pause. */
  readonly reason: string;
}

/** How `solve` goes: steps, records, seed, what is recorded and when it stops. */
export interface SolveOptions {
  /** t_k = start + k·dt with dt = (end - start)/steps. */
  readonly steps: number;
  /** Number of equal intervals between recorded times; divides `steps`, default `steps`. */
  readonly records?: number;
  readonly seed?: number;
  /** What is kept under its name in `series`, at the recorded times: `[recorders.mass, …]`. */
  readonly record?: readonly Recorder[];
  /** What is counted at the first state and after every step; default: the events of `record`. */
  readonly events?: readonly RecorderEvent[];
  /** Called with every recorded time and its state. */
  watch?(t: number, u: Vec): void;
  /** Asked after every step: a reason ends the run with the status `stopped`, "" goes on. */
  stop?(t: number, u: Vec): string;
  /** Called at the recorded times with the fraction done. */
  progress?(fraction: number): void;
  /** "watch" ends the run as `left-the-cone` at a negative mass; default: wherever 𝕂 is meaningless with one. */
  readonly cone?: "watch" | "ignore";
  /** Keeps the flow now and then. */
  readonly keeper?: Keeper;
  /** What energies and geometries of the problem remember; default: they remember nothing. */
  readonly recall?: Recall;
}

/** What `solve` returns: how the run ended, its times, states and records. */
export interface Solution {
  readonly status: FlowStatus;
  /** A sentence: time, quantity and advice where the status is a failure. */
  readonly reason: string;
  /** The recorded times that were reached. */
  readonly t: Vec;
  /** Recorder -> its values, over the dimension t and its own. */
  readonly series: Readonly<Record<string, NamedArray>>;
  /** The states at the times `t`. */
  readonly snapshots: readonly Vec[];
  /** What is known at each of these times beside the state. */
  readonly beside: readonly Beside[];
  /** The last finite state. */
  readonly final: Vec;
  /** The size of a step. */
  readonly dt: number;
  /**
   * What the method, or its drift, makes of u at t in steps of these sizes, with a memory of its own; undefined where
   * one fails, and of learned ones.
   */
  retake(u: Vec, t: number, sizes: readonly number[]): Vec | undefined;
  /** Whether the integrator drew random numbers: then the energy balance holds in the mean only. */
  readonly stochastic: boolean;
  /** That of the integrator. */
  readonly excess?: Integrator["excess"];
  /** Whether the integrator has inertia: then there is no energy balance, and the energy may rise. */
  readonly inertial: boolean;
  /** That of the integrator. */
  readonly lowers?: Lowered;
  /** What the integrator and the recorders have to say beside numbers. */
  readonly notes: Notes;
}
