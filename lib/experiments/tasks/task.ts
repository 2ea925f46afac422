import type { Keeps } from "../../arithmetic/kept-few.js";
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { Evidence, Range } from "../../dynamics/evidence.js";
import type { Notes } from "../../arithmetic/notes.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Certificate } from "../../dynamics/certificate.js";
import type { Cloud } from "../../systems/measures/cloud.js";
import type { SameAsRun, Task } from "../language/types.generated.js";

/** A run after `same-as` has been resolved and an axis point filled in: what a task function takes. */
export type ResolvedRun = Exclude<Task, SameAsRun>;

/**
 * How a run may end: at its end, where it was asked to stop, where its time was up, by numerical failure, or without
 * having begun.
 */
export const STATUSES = [
  "completed",
  "stopped",
  "paused",
  "uncertified",
  "diverged",
  "not-converged",
  "left-the-cone",
  "step-underflow",
  "stiff",
  "refused",
  "failed",
] as const;

/** How a run ended. Failure is a status with a reason, never a silent number and never an exception. */
export type Status = (typeof STATUSES)[number];

/** What one run put out: status, arrays, certificate and notes. */
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

/** What a task gives: its result, what can be checked of it, and outputs that may be other than finite numbers. */
export interface TaskResult extends RunResult {
  readonly evidence: readonly Evidence[];
  readonly ranges?: Readonly<Record<string, Range>>;
}

/** A run with everything built that it needs: what makes no sense has been refused, and calling it computes the run. */
export type Prepared = () => TaskResult;

/** Where a long run keeps what it needs to go on after it was ended. */
export interface Keeping {
  /** What was kept of this very run, as plain data; undefined at its first beginning. */
  read(): unknown;
  /** Asked after every step, and whether that was a recorded one: a clock decides. */
  wish(recorded: boolean): "go on" | "keep" | "pause";
  write(value: unknown): void;
  /** Why it pauses, and what to do then. */
  readonly reason: string;
}

/** What a task may ask of its surroundings; without it, nothing. */
export interface RunContext {
  /** Seed of the experiment; a run's own `seed` wins. */
  readonly seed: number;
  /** The bytes of a data file named in the spec, already confined to the spec's folder or the project. */
  readFile(path: string): Uint8Array;
  /** Where draws are kept that several runs make alike; default: each makes its own. */
  readonly draws?: Keeps<Cloud>;
  /** Called now and then with a fraction in [0, 1]; throws to interrupt. */
  progress(fraction: number): void;
  /** Without it a run that is ended begins anew. */
  readonly keeping?: Keeping;
  /** Called after every record of a flow with a way to see the result so far; that costs as much as recording. */
  watch?(sofar: () => RunResult): void;
}
