import type { NamedArray } from "../arrays.js";
import type { Notes } from "../notes.js";
import type { SameAsRun, Task } from "../spec/types.generated.js";
import type { Vec } from "../types.js";

/** A run after `same-as` has been resolved and an axis point filled in: what a task function takes. */
export type ResolvedRun = Exclude<Task, SameAsRun>;

/** How a run ended. Numerical failure is a status with a reason, never a silent number and never an exception. */
export type Status =
  "completed" | "stopped" | "diverged" | "not-converged" | "left-the-cone" | "step-underflow" | "refused";

/**
 * What every flow records of itself. Entries are absent where the representation cannot evaluate them (`absent` says
 * why).
 * `balanceDefect` = F(u_T) - F(u_0) + ∫ R + R* dt, by quadrature over the recorded times, with R computed from u̇
 * independently of R*.
 * `balanceUncertainty` is how far that moves when every second record is dropped.
 */
export interface Certificate {
  readonly series: Readonly<Record<string, NamedArray>>;
  readonly absent: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly status: Status;
  /** A sentence: time, quantity and advice where the status is not `completed`. */
  readonly reason: string;
  /** Name used in formulas -> values. Dimensions: t, node, node2, mode, particle, coordinate. */
  readonly outputs: Readonly<Record<string, NamedArray>>;
  /** Dimension -> its coordinates, e.g. t: the recorded times. */
  readonly coordinates: Readonly<Record<string, Vec>>;
  readonly certificate?: Certificate;
  /** Choices worth knowing: the mobility used, direct or fast summation, the bandwidth that `median` found … */
  readonly notes: Notes;
}

/** What a task may ask of its surroundings; without it, nothing. */
export interface RunContext {
  /** Seed of the experiment; a run's own `seed` wins. */
  readonly seed: number;
  /** The bytes of a data file named in the spec, already confined to the spec's folder or the project. */
  readFile(path: string): Uint8Array;
  /** Called now and then with a fraction in [0, 1]; throws to interrupt. */
  progress(fraction: number): void;
  /** Called after every record of a flow with a way to see the result so far; that costs as much as recording. */
  watch?(sofar: () => RunResult): void;
}
