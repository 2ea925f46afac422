import type { NamedArray } from "../../arithmetic/named-arrays.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Certificate } from "../../dynamics/certificate.js";
import type { RunResult } from "../tasks/task.js";
import type { Vec } from "../../arithmetic/vec.js";
import { axesOf, axesOfRun, sizeOf } from "./axes.js";
import { strides } from "./formula/field.js";
import type { RunArchive } from "./result.js";
import type { Experiment } from "./types.generated.js";
import { unitKey, unitsOf, type Unit } from "./units.js";
import { timesOf } from "./vocabulary.js";

/** Copies an array into the corner of a larger one of the same rank. */
function place(from: NamedArray, into: Vec, offset: number, shape: readonly number[]): void {
  const own = strides(from.shape);
  const other = strides(shape);
  from.data.forEach((v, k) => {
    const at = own.reduce((sum, stride, d) => sum + (Math.floor(k / stride) % from.shape[d]) * other[d], 0);
    into[offset + at] = v;
  });
}

/**
 * How the outputs of one run are stacked: its axes, their sizes, and the times that every point should have reached.
 */
interface Stacking {
  readonly axes: readonly string[];
  readonly sizes: readonly number[];
  readonly times?: Vec;
}

/**
 * One array per unit -> one array with the axes as leading dimensions. A unit that has no such output, or a shorter one
 * because it ended early or its space is smaller, is filled up with NaN, which no claim takes for a number.
 */
function stack({ axes, sizes, times }: Stacking, parts: readonly (NamedArray | undefined)[]): NamedArray {
  const present = parts.filter(part => part !== undefined);
  const dims = present[0].dims;
  const inner = dims.map((dim, d) =>
    Math.max(dim === "t" && times !== undefined ? times.length : 0, ...present.map(part => part.shape[d])),
  );
  const length = inner.reduce((a, b) => a * b, 1);
  const data = new Float64Array(parts.length * length).fill(NaN);
  parts.forEach((part, i) => part !== undefined && place(part, data, i * length, inner));
  return { dims: [...axes, ...dims], shape: [...sizes, ...inner], data };
}

type Named<V> = Readonly<Record<string, V>>;

/** Names in the order of their first appearance. */
const namesOf = (records: readonly Named<unknown>[]): readonly string[] => [
  ...new Set(records.flatMap(r => Object.keys(r))),
];

const stackAll = (stacking: Stacking, records: readonly Named<NamedArray>[]): Named<NamedArray> =>
  Object.fromEntries(
    namesOf(records).map(name => [
      name,
      stack(
        stacking,
        records.map(r => r[name]),
      ),
    ]),
  );

/** The recorded times t_k = k end/records of a run; undefined where an axis changes them. */
function plannedTimes(units: readonly Unit[]): Vec | undefined {
  const [first, ...others] = units.map(unit => timesOf(unit.task));
  if (first === undefined || others.some(times => times?.end !== first.end || times.records !== first.records))
    return undefined;
  return Float64Array.from({ length: first.records + 1 }, (_, k) => (k * first.end) / first.records);
}

/**
 * The longest coordinates, if every other unit has a beginning of them: units that ended early do; other grids do not.
 */
function commonCoordinates(parts: readonly (Vec | undefined)[]): Vec | undefined {
  const present = parts.filter(part => part !== undefined);
  const longest = present.reduce((a, b) => (b.length > a.length ? b : a));
  const size = Math.abs(longest[longest.length - 1]);
  return present.every(part => part.every((v, i) => Math.abs(v - longest[i]) <= 1e-9 * size)) ? longest : undefined;
}

function coordinatesOf({ times }: Stacking, results: readonly RunResult[]): Named<Vec> {
  const records = [...results.map(r => r.coordinates), ...(times === undefined ? [] : [{ t: times }])];
  const pairs = namesOf(records).map(name => [name, commonCoordinates(records.map(r => r[name]))] as const);
  return Object.fromEntries(pairs.filter((pair): pair is readonly [string, Vec] => pair[1] !== undefined));
}

function certificateOf(stacking: Stacking, results: readonly RunResult[]): Certificate | undefined {
  const parts = results.map(r => r.certificate);
  const present = parts.filter(part => part !== undefined);
  if (present.length === 0) return undefined;
  return {
    series: stackAll(
      stacking,
      parts.map(part => part?.series ?? {}),
    ),
    absent: Object.assign({}, ...present.map(part => part.absent)) as Certificate["absent"],
  };
}

/** A note that all units share as it is; otherwise one line with the point before each. */
function notesOf(units: readonly Unit[], results: readonly RunResult[]): Named<string> {
  const note = (name: string): string => {
    const values = results.map(r => r.notes[name]);
    if (values.every(v => v === values[0])) return values[0];
    return units.flatMap((unit, i) => (values[i] === undefined ? [] : [`${unitKey(unit)}: ${values[i]}`])).join("; ");
  };
  return Object.fromEntries(namesOf(results.map(r => r.notes)).map(name => [name, note(name)]));
}

function archiveOf(spec: Experiment, run: string, units: readonly Unit[], results: readonly RunResult[]): RunArchive {
  const axes = axesOfRun(spec, run);
  const sizes = axes.map(name => sizeOf(axesOf(spec)[name]));
  const stacking = { axes, sizes, times: plannedTimes(units) };
  const certificate = certificateOf(stacking, results);
  return {
    axes,
    status: results.map(({ status, reason }) => ({ status, reason })),
    outputs: stackAll(
      stacking,
      results.map(r => r.outputs),
    ),
    coordinates: coordinatesOf(stacking, results),
    ...(certificate && { certificate }),
    notes: notesOf(units, results),
  };
}

/**
 * Results of all units -> archives of all runs: outputs carry the axes of their run as leading dimensions. Refuses if
 * one is missing.
 */
export function assemble(
  spec: Experiment,
  results: ReadonlyMap<string, RunResult>,
): Readonly<Record<string, RunArchive>> {
  const units = unitsOf(spec);
  const resultOf = (unit: Unit): RunResult =>
    results.get(unitKey(unit)) ?? refuse(`there is no result for ${unitKey(unit)}`);
  const archive = (run: string): RunArchive => {
    const own = units.filter(unit => unit.run === run);
    return archiveOf(spec, run, own, own.map(resultOf));
  };
  return Object.fromEntries(Object.keys(spec.runs ?? {}).map(run => [run, archive(run)]));
}
