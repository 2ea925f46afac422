import type { Vec } from "../../arithmetic/vec.js";
import type { Term } from "../kernel-form.js";
import type { SoftMinimum } from "../typescript/soft-minimum.js";
import type { Exports } from "./exports.js";
import { distribute } from "./distribute.js";
import { farthest } from "./farthest.js";
import { type Frame, frameOf } from "./frame.js";
import type { Machine } from "./machine.js";
import { putTerms } from "./terms.js";

/** Targets per panel: the lanes of four vectors. */
export const LANES = 8;

/** Targets per band of a cloud that meets itself, as in assembly/symmetric.ts, and points from which on that pays. */
const BAND = 32;
const MUTUAL_WORTH = 96;

/** Milliseconds of a turn of a wait, roughly. */
const TURN = 6e-7;

/** Which values of pairs are wanted; the numbers are those of assembly/values.ts. */
const VALUES = {
  radial: 0,
  "radial-trace": 1,
  product: 2,
  "product-trace": 3,
  stein: 4,
  "stein-slopes": 5,
  "radial-both": 6,
  "stein-trace": 7,
} as const;

/** What is added up over the sources; the numbers are those of assembly/panels.ts. */
const SUMS = { columns: 0, differences: 1, "stein-first": 2, "stein-second": 3, direction: 4 } as const;

/** Two clouds of points of `width` numbers, in `dim` dimensions, and the terms that their values need. */
export interface Pairs {
  readonly values: keyof typeof VALUES;
  readonly terms: readonly Term[];
  readonly x: Vec;
  readonly y: Vec;
  readonly dim: number;
  /** Numbers per point; one more than `dim` where the square of a radial kernel's point stands behind it. */
  readonly width: number;
  /** No variable of a term is larger, where that is known. */
  readonly bound?: number;
}

export interface Sum {
  readonly of: keyof typeof SUMS;
  /** m × columns, in parts. */
  readonly w: readonly Vec[];
  readonly columns: number;
  /** Numbers per target. */
  readonly sums: number;
  /** Matrices of the sources, and where they are needed of the targets. */
  readonly hessians?: readonly Vec[];
}

/** Rooms for the sums of a cloud over itself: the cloud and the sums as panels, and a line of memory for every band. */
function bandRooms(frame: Frame, bands: number, width: number, sums: number): readonly number[] {
  return [bands * BAND * width, bands * BAND * sums, bands * LANES].map(count => frame.room(count));
}

/** No variable of a term is larger. */
const boundOf = ({ values, bound, x, y, dim }: Pairs): number =>
  bound ?? (values.startsWith("radial") ? farthest(x, y, dim) : Infinity);

/** How many sources are the targets themselves, and the rooms of their bands. */
interface Mutual {
  readonly met?: number;
  readonly rooms?: readonly number[];
}

/** Address of the description of a job, in the order of assembly/job.ts. */
export function putJob(
  exports: Exports,
  frame: Frame,
  pairs: Pairs,
  sum: Sum,
  out: number,
  { met = 0, rooms = [] }: Mutual = {},
): number {
  const { x, y, dim, width } = pairs;
  const sources = frame.put(y);
  const from = x === y || met > 0 ? sources : frame.put(x);
  return frame.put(
    Float64Array.of(
      from,
      x.length / width,
      sources,
      y.length / width,
      dim,
      width,
      frame.put(...sum.w),
      sum.columns,
      out,
      sum.sums,
      VALUES[pairs.values],
      SUMS[sum.of],
      putTerms(exports, frame, pairs.terms, boundOf(pairs)),
      frame.put(...(sum.hessians ?? [])),
      met,
      ...rooms,
    ),
  );
}

/** Whether values are the same seen from both sides, and what is added up needs nothing but them. */
const isMutual = ({ values }: Pairs, { of }: Sum): boolean => !values.startsWith("stein") && !of.startsWith("stein");

/**
 * The first of the sources that are the targets, where their values are worth being made once: all of them for a cloud
 * over itself or over a copy of itself, the first ones where it is followed by another cloud, as u by π in u - π.
 */
function sourcesMet(pairs: Pairs, sum: Sum): number {
  const { x, y, width } = pairs;
  const n = x.length / width;
  if (n < MUTUAL_WORTH || n * width > y.length || !isMutual(pairs, sum)) return 0;
  return x === y || x.every((v, k) => v === y[k]) ? n : 0;
}

/** n × sums: first of the pairs of the targets with themselves, then of the other ones. */
export function sumOf(machine: Machine, pairs: Pairs, sum: Sum): Vec {
  const { exports } = machine;
  const { x, y, width } = pairs;
  const frame = frameOf(machine);
  const n = x.length / width;
  const out = frame.room(n * sum.sums);
  const met = sourcesMet(pairs, sum);
  const rooms = met > 0 ? bandRooms(frame, exports.bandsOf(n), width, sum.sums) : [];
  const job = putJob(exports, frame, pairs, sum, out, { met, rooms });
  const room = exports.scratchOf(job);
  if (met > 0) {
    exports.prepareBands(job);
    distribute(machine, frame.next(), {
      routine: "strips",
      job,
      panels: exports.stripsOf(n),
      piece: 1,
      room,
      waited: () => exports.turnsWaited(job) * TURN,
    });
  }
  if (met < y.length / width)
    distribute(machine, frame.next(), { routine: "sum", job, panels: Math.ceil(n / LANES), room });
  return frame.take(out, n * sum.sums);
}

/** Σ_j w_j tr ∇_1∇_2 k_π(x_i, y_j) for lifted points with the matrices of both clouds: n. */
export function steinTraceOf(machine: Machine, pairs: Pairs, sum: Sum): Vec {
  const frame = frameOf(machine);
  const n = pairs.x.length / pairs.width;
  const out = frame.room(n);
  const job = putJob(machine.exports, frame, pairs, sum, out);
  distribute(machine, frame, {
    routine: "stein-trace",
    job,
    panels: Math.ceil(n / LANES),
    room: machine.exports.steinTraceScratchOf(job),
  });
  return frame.take(out, n);
}

/** Per target top_i = max_j h_ij and Σ_j w_j e^{h_ij - top_i}, as typescript/soft-minimum.ts: n × 2. */
export function softMinimumSums(machine: Machine, { cost, x, y, dim, potential, w, rate }: SoftMinimum): Vec {
  const frame = frameOf(machine);
  const n = x.length / dim;
  const out = frame.room(2 * n);
  const terms: readonly Term[] = [cost, { name: "exponential", factor: 1, rate: 1 }];
  const sum: Sum = { of: "columns", w: [w, potential, Float64Array.of(rate)], columns: 1, sums: 2 };
  const job = putJob(machine.exports, frame, { values: "radial", terms, x, y, dim, width: dim }, sum, out);
  distribute(machine, frame, {
    routine: "soft-minimum",
    job,
    panels: Math.ceil(n / LANES),
    room: machine.exports.softScratchOf(job),
  });
  return frame.take(out, 2 * n);
}
