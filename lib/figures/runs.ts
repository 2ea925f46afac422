/** What a figure needs to know of a run: its parts after `same-as`, its geometry, its recorded states. */
import type { NamedArray } from "../arrays.js";
import type { Geometry, Recorder, Task } from "../spec/types.generated.js";
import { labelAt, pointAt, sizeOf, sliceOf } from "./source.js";
import type { Source } from "./types.js";

type Json = unknown;

/** A part of a run, such as its geometry: from the run itself or from the one that it is the same as. */
export function partOf(source: Source, run: string, key: string): Json {
  const spec = source.result.spec.runs?.[run] as Task | undefined;
  if (spec === undefined) return undefined;
  if (spec.task !== "same-as") return (spec as unknown as Record<string, Json>)[key];
  return `/${key}` in spec.but ? spec.but[`/${key}`] : partOf(source, spec.run, key);
}

/** The geometry of a run, at a point of the axes that choose it. */
export function geometryOf(source: Source, run: string, at: Readonly<Record<string, number>> = {}): Geometry | undefined {
  for (const [dim, axis] of Object.entries(source.result.spec.axes ?? {})) {
    if (axis?.axis !== "choices" || at[dim] === undefined || !axis.set.includes(`/runs/${run}/geometry`)) continue;
    return axis.choices[labelAt(dim, at[dim], source) ?? ""] as Geometry | undefined;
  }
  return partOf(source, run, "geometry") as Geometry | undefined;
}

/** The recorded output of the first recorder of one of these kinds, at one point of the axes. */
export function recorded(
  source: Source, run: string, kinds: readonly Recorder["name"][], at?: Readonly<Record<string, string | number | undefined>>,
): NamedArray | undefined {
  const record = (partOf(source, run, "record") ?? {}) as Readonly<Record<string, Recorder>>;
  const archive = source.result.runs[run];
  for (const kind of kinds) {
    const name = Object.keys(record).find((key) => record[key].name === kind);
    if (name !== undefined && archive?.outputs[name] !== undefined) return atPoint(archive.outputs[name], pointAt(at, archive.axes, source));
  }
  return undefined;
}

/** An array without its leading axes. */
function atPoint(array: NamedArray, at: Readonly<Record<string, number>>): NamedArray {
  const kept = array.dims.map((d, k) => [d, array.shape[k]] as const).filter(([d]) => !(d in at));
  const size = kept.reduce((product, [, n]) => product * n, 1);
  const start = array.dims.reduce((offset, d, k) => offset * array.shape[k] + (at[d] ?? 0), 0);
  const trailing = array.dims.slice(0, array.dims.length - kept.length).every((d) => d in at);
  if (!trailing) throw new Error("an axis follows a recorded dimension");
  return { dims: kept.map(([d]) => d), shape: kept.map(([, n]) => n), data: array.data.slice(start, start + size) };
}

export const timesOf = (source: Source, run: string): readonly number[] => Array.from(source.result.runs[run]?.coordinates["t"] ?? []);

/** Row k of an array over (t, node, …). */
export const rowAt = (array: NamedArray, k: number): Float64Array => {
  const size = array.data.length / sizeOf(array, array.dims[0]);
  return array.data.slice(k * size, (k + 1) * size);
};

/** Column i over t of an array over (t, node). */
export const columnAt = (array: NamedArray, dim: string, i: number): readonly number[] => sliceOf(array, array.dims[0], { [dim]: i });

/** Indices of the wanted times; otherwise `count` equally spaced ones from the first to the last. */
export function chosenTimes(times: readonly number[], count: number, wanted?: readonly number[]): readonly number[] {
  if (wanted !== undefined) return wanted.map((t) => nearest(times, t));
  const last = times.length - 1;
  if (last < count) return times.map((_, i) => i);
  return Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
}

const nearest = (times: readonly number[], t: number): number =>
  times.reduce((best, v, i) => (Math.abs(v - t) < Math.abs(times[best] - t) ? i : best), 0);
