/** One size of a routine: n points (or equations, or nodes) in dimension d. */
export interface Size {
  readonly n: number;
  readonly d: number;
}

/**
 * Who computes: ours on one thread, on all of them, in TypeScript; then the peers, each on one thread: ml-matrix, five
 * libraries of Python (KeOps on the CPU, compiled for a formula when it is first used), and C as wide as the processor
 * goes and two numbers wide.
 */
export const NAMES = [
  "wasm-1",
  "wasm-all",
  "typescript",
  "ml-matrix",
  "numpy",
  "scipy",
  "torch",
  "pot",
  "keops",
  "native",
  "native-sse",
] as const;

export type Name = (typeof NAMES)[number];

/** What a time is divided by: a pair of points, a point, or nothing. */
export type Unit = "ns/pair" | "ns/point" | "ms";

/** Computes once. */
export type Run = () => unknown;

/** Something that is computed by us and by others. */
export interface Routine {
  readonly name: string;
  /** The routine of the peers that has the same result, where that is another one. */
  readonly alike?: string;
  readonly unit: Unit;
  readonly sizes: readonly Size[];
  /** Data made, ready to run through the door of the library. */
  ours(size: Size): Run;
  /** The same with ml-matrix, which keeps matrices of rows; undefined where that would take minutes or gigabytes. */
  mlMatrix?(size: Size): Run | undefined;
}

/**
 * Time that passes; or processor time, which a busy machine does not change. Several threads are always timed by the
 * wall.
 */
export const CLOCKS = ["wall", "processor"] as const;

export type Clock = (typeof CLOCKS)[number];

/** Seconds that one run takes. */
export type Timed = (clock: Clock) => Promise<number>;

export interface Contender {
  readonly name: Name;
  /** Ready to run; undefined where it has no such routine. */
  prepare(routine: Routine, size: Size): Promise<Timed | undefined>;
  /** The first numbers of what it has prepared, where it can tell them. */
  answer?(): Promise<readonly number[]>;
}

export type Times = { readonly [N in Name]?: number };

/** One line of the table; a contender that is absent was not present. */
export interface Row extends Size {
  readonly routine: string;
  readonly unit: Unit;
  readonly best: Times;
  readonly median: Times;
}
