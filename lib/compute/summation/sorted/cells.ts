import type { Vec } from "../../../arithmetic/vec.js";
import { exponentialRow } from "../../typescript/exponential.js";
import type { Rung } from "./rung.js";

/** e^{-r} */
export const exponential: ReturnType<typeof exponentialRow> = exponentialRow(1, 1);

/** Points that are looked at together: what is known of them stays in the first-level cache. */
const BLOCK = 256;

/** Sorted points as a sweep sees them: rising from the first on, or, mirrored at 0, from the last one back. */
export interface View {
  readonly x: Vec;
  readonly side: 1 | -1;
}

/** A block of rising coordinates in cells of length 1/κ: r = κ (x - a) with a the beginning of the cell, and e^{-r}. */
export interface Cells {
  readonly x: Vec;
  /** Beginning of the cell of each point: a double, so that x - a is exact or nearly so. */
  readonly anchor: Vec;
  readonly r: Vec;
  readonly decay: Vec;
}

export const emptyCells = (): Cells => ({
  x: new Float64Array(BLOCK),
  anchor: new Float64Array(BLOCK),
  r: new Float64Array(BLOCK),
  decay: new Float64Array(BLOCK).fill(1),
});

/** The beginning of the last cell at or before x; by rounding x may lie an ulp before the cell of its quotient. */
function beginning(x: number, low: number, kappa: number, length: number): number {
  const cell = Math.floor((x - low) * kappa);
  const begin = low + cell * length;
  return begin <= x ? begin : low + (cell - 1) * length;
}

/** Cells of the points from the first-th on; returns how many. Without decay there is one, which begins at `low`. */
export function fillCells(
  { x, anchor, r, decay }: Cells,
  { x: all, side }: View,
  first: number,
  low: number,
  rung: Rung,
): number {
  const count = Math.min(BLOCK, all.length - first);
  const { kappa } = rung;
  const length = 1 / kappa;
  for (let i = 0, at = side > 0 ? first : all.length - 1 - first; i < count; i++, at += side) x[i] = side * all[at];
  for (let i = 0; i < count; i++) anchor[i] = rung.decay === "none" ? low : beginning(x[i], low, kappa, length);
  for (let i = 0; i < count; i++) r[i] = kappa * (x[i] - anchor[i]);
  if (rung.decay === "exponential") exponential(r, count, decay);
  return count;
}
