import { axesOf, labelsOf } from "../axes.js";
import { broadcast, strides, type Field } from "../formula/field.js";
import type { Experiment } from "../types.generated.js";

/** What a claim comes down to: its worst place and the numbers there. */
export interface Verdict {
  readonly satisfied: boolean;
  /** All numbers that decide are finite; a claim or a control that rests on anything else does not hold. */
  readonly finite: boolean;
  readonly measured: number | string;
  readonly expected: number | string;
  readonly tolerance: number;
  readonly deviation: number;
  readonly at: Readonly<Record<string, string>>;
}

/** Dimension -> index from 0. */
type Index = Readonly<Record<string, number>>;

/** The numbers of a claim at its worst place. */
export interface Worst {
  readonly values: readonly number[];
  readonly excess: number;
  readonly finite: boolean;
  readonly index: Index;
}

const indexAt = ({ dims, shape }: Field, k: number): Index => {
  const step = strides(shape);
  return Object.fromEntries(dims.map((dim, d) => [dim, Math.floor(k / step[d]) % shape[d]]));
};

/** What a place of a field is called: labels of axes, recorded times, numbers from 1. */
export function placeName(index: Index, parts: readonly Field[], spec: Experiment): Readonly<Record<string, string>> {
  const coordinate = (dim: string, i: number): number | undefined =>
    parts.find(part => part.coordinates.has(dim))?.coordinates.get(dim)?.[i];
  return Object.fromEntries(
    Object.entries(index).map(([dim, i]) => {
      const axis = axesOf(spec)[dim];
      return [dim, axis !== undefined ? labelsOf(axis)[i] : String(coordinate(dim, i) ?? i + 1)];
    }),
  );
}

/**
 * The place where `excess` of the parts is largest; a place where a part is not a finite number is worse than all
 * others.
 */
export function worst(parts: readonly Field[], excess: (...values: readonly number[]) => number): Worst {
  const aligned = parts.map((_, j) => broadcast((...values) => values[j], parts, 0));
  const valuesAt = (k: number): readonly number[] => aligned.map(part => part.data[k]);
  const badness = (k: number): number => (valuesAt(k).every(Number.isFinite) ? excess(...valuesAt(k)) : Infinity);
  const k = aligned[0].data.reduce((best, _, i) => (badness(i) > badness(best) ? i : best), 0);
  const values = valuesAt(k);
  return { values, excess: excess(...values), finite: values.every(Number.isFinite), index: indexAt(aligned[0], k) };
}
