/** What a figure needs to know of a run: its geometry and its recorded states. */
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import { axesOf, placesOf } from "../../experiments/language/axes.js";
import { targetOf } from "../../experiments/language/builders/energy.js";
import type { Geometry, Measure, Recorder, Space } from "../../experiments/language/types.generated.js";
import type { ResolvedRun } from "../../experiments/tasks/task.js";
import { drawable, labelAt, pointAt, type Point } from "./source.js";
import { tickText } from "./text.js";
import type { Source } from "./plotly-figure.js";

/** A point of the axes as a binding names it. */
export type At = Readonly<Record<string, string | number | undefined>> | undefined;

/** The geometry of a run, at a point of the axes that choose it. */
export function geometryOf(source: Source, run: string, at: Point = {}): Geometry | undefined {
  for (const [dim, axis] of Object.entries(axesOf(source.result.spec))) {
    if (axis.axis !== "choices" || at[dim] === undefined) continue;
    if (placesOf(axis).some(place => place.run === run && place.path.join("/") === "geometry"))
      return axis.choices[labelAt(dim, at[dim], source) ?? ""] as Geometry;
  }
  const task = source.tasks[run];
  return task !== undefined && "geometry" in task ? task.geometry : undefined;
}

/** The geometry that a point of an axis of choices stands for. */
export function geometryChosen(source: Source, dim: string, i: number): Geometry | undefined {
  const axis = axesOf(source.result.spec)[dim];
  if (axis?.axis !== "choices" || !placesOf(axis).some(place => place.path.join("/") === "geometry")) return undefined;
  return axis.choices[labelAt(dim, i, source) ?? ""] as Geometry;
}

export const spaceOf = (task: ResolvedRun | undefined): Space | undefined =>
  task !== undefined && "space" in task ? task.space : undefined;

/** The measure that the energy of a run compares with. */
export const targetMeasure = (task: ResolvedRun | undefined): Measure | undefined =>
  task !== undefined && "energy" in task && task.energy !== undefined ? targetOf(task.energy) : undefined;

/** What the first recorder of one of these kinds has recorded, at one point of the axes. */
export function recorded(
  source: Source,
  run: string,
  kinds: readonly Recorder["name"][],
  at: At,
): NamedArray | undefined {
  const task = source.tasks[run];
  const record = (task !== undefined && "record" in task ? task.record : {}) as Readonly<Record<string, Recorder>>;
  const archive = source.result.runs[run];
  for (const kind of kinds) {
    const name = Object.keys(record).find(key => record[key].name === kind && archive?.outputs[key] !== undefined);
    if (name !== undefined)
      return drawable(
        withoutAxes(archive.outputs[name], pointAt(at, archive.axes, source)),
        `the output ${run}.${name}`,
      );
  }
  return undefined;
}

/** An array at one point of its leading axes. */
function withoutAxes(array: NamedArray, at: Point): NamedArray {
  const leading = array.dims.filter(d => d in at).length;
  const [dims, shape] = [array.dims.slice(leading), array.shape.slice(leading)];
  const size = shape.reduce((a, b) => a * b, 1);
  const row = array.dims.slice(0, leading).reduce((index, d, k) => index * array.shape[k] + at[d], 0);
  return { dims, shape, data: array.data.slice(row * size, (row + 1) * size) };
}

export const timesOf = (source: Source, run: string): readonly number[] =>
  Array.from(source.result.runs[run].coordinates["t"] ?? []);

/** Row k of an array over (t, …). */
export function rowAt(array: NamedArray, k: number): Float64Array {
  const size = array.data.length / array.shape[0];
  return array.data.slice(k * size, (k + 1) * size);
}

/** Whether row i of `count` has room for its time: all of few, every second of many. */
export const hasName = (count: number, i: number): boolean => count <= 8 || i % 2 === 0;

/** Indices of the wanted times; otherwise about `count` equally spaced ones whose times are short to write. */
export function chosenTimes(
  times: readonly number[],
  count: number,
  wanted: readonly number[] | undefined,
): readonly number[] {
  if (wanted !== undefined) return wanted.map(t => nearest(times, t));
  const last = times.length - 1;
  if (last < count) return times.map((_, i) => i);
  const divisors = Array.from({ length: Math.ceil(count / 2) }, (_, i) => count - i).filter(n => last % n === 0);
  const rows = (n: number): readonly number[] =>
    Array.from({ length: n + 1 }, (_, i) => i).filter(i => hasName(n + 1, i));
  const longest = (n: number): number => Math.max(...rows(n).map(i => tickText(times[(i * last) / n]).length));
  const parts = divisors.length === 0 ? count - 1 : divisors.reduce((a, b) => (longest(b) < longest(a) ? b : a));
  return Array.from({ length: parts + 1 }, (_, i) => Math.round((i * last) / parts));
}

const nearest = (times: readonly number[], t: number): number =>
  times.reduce((best, v, i) => (Math.abs(v - t) < Math.abs(times[best] - t) ? i : best), 0);
