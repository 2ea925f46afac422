import type { Range } from "../evidence.js";
import type { Note } from "../../arithmetic/notes.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Covector } from "../../systems/spaces/space.js";
import type { GradientSystem } from "../../systems/system.js";

/** A point of a curve u(t). On a flow the rate follows from the system; a geodesic brings its own, and its momentum. */
export interface CurvePoint {
  readonly t: number;
  readonly u: Vec;
  /** u̇ */
  readonly rate?: Vec;
  /** The covector ξ of a geodesic with u̇ = 𝕂(u) ξ, or of a method with inertia. */
  readonly momentum?: Covector;
  /** The point a moment from an end of a curve, where R and H of the end itself do not show. */
  readonly inside?: CurvePoint;
  /** What has happened up to t. */
  readonly counts?: Counts;
  /** log det of the flow up to t at every particle, where every step is a map; empty at the start. */
  readonly stretch?: Vec;
}

/** Event -> how often it has happened since the start of a run. */
export type Counts = Readonly<Record<string, number>>;

/** What happened with a step that ended at u, after what had happened before. */
export type RecorderEvent = (system: GradientSystem, u: Vec, before: Counts) => readonly string[];

/** Dimensions of a quantity beside t, with their lengths. */
export type Dimensions = Readonly<Record<string, number>>;

/** What is saved along a curve of states: a number, or a vector whose length never changes, at each recorded time. */
export interface Recorder {
  /** Under which a solution keeps it. */
  readonly name: string;
  /** Empty for numbers. */
  readonly dims: Dimensions;
  /** Whether it is the same at all times: then it has no dimension t. */
  readonly constant?: boolean;
  /** What its values may be beside finite numbers, for which a function of the system may be needed. */
  readonly range?: Range | ((system: GradientSystem) => Range);
  /** Whether it is known, before anything is computed, to be a number at every state of finite size. */
  readonly number?: (system: GradientSystem) => boolean;
  /** What happened in the step that ended here: it is counted at every step, and `at` is told the counts. */
  readonly event?: RecorderEvent;
  /** The value at a point; what is worth knowing beside it goes into the notes of the run. */
  at(system: GradientSystem, point: CurvePoint, note: Note): number | Vec;
}

/**
 * The same recorder under another name.
 *
 * ```ts
 * const record = [recorders.named("total", recorders.mass)];
 * ```
 */
export const named = (name: string, recorder: Recorder): Recorder => ({ ...recorder, name });

/** A number at each time. */
export const series = (name: string, at: Recorder["at"], range?: Recorder["range"]): Recorder => ({
  name,
  dims: {},
  at,
  ...(range && { range }),
});

/** What the values of a recorder may be along a curve of this system. */
export const rangeOf = ({ range = "finite" }: Recorder, system: GradientSystem): Range =>
  typeof range === "function" ? range(system) : range;
