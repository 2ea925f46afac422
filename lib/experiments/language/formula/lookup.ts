import type { NamedArray } from "../../../arithmetic/named-arrays.js";
import { axesOf, labelsOf, numbersOf, pointOf } from "../axes.js";
import type { ExperimentResult, RunArchive } from "../result.js";
import { own } from "../own.js";
import { insteadOf } from "../../../arithmetic/suggest.js";
import { UNTIMED } from "./clock.js";
import { lengthOf, type Field } from "./field.js";
import { formulaError, type Selection } from "./tree.js";

/** What formulas read: the spec for its axes and quantities, the archives for their outputs. */
export type Evaluation = Pick<ExperimentResult, "spec" | "runs">;

const archiveOf = (runs: Evaluation["runs"], run: string, at: number): RunArchive =>
  own(runs, run) ?? formulaError(`there is no run "${run}", ${insteadOf(run, Object.keys(runs))}`, at);

/** The output of a run; the series of its certificate where no recorder has the name. */
export function arrayOf({ outputs, certificate }: RunArchive, output: string): NamedArray | undefined {
  return own(outputs, output) ?? own(certificate?.series ?? {}, output);
}

function missing(archive: RunArchive, run: string, output: string, at: number): never {
  const reason =
    own(archive.certificate?.absent ?? {}, output) ?? archive.status.find(s => s.status !== "completed")?.reason;
  const names = [...Object.keys(archive.outputs), ...Object.keys(archive.certificate?.series ?? {})];
  return formulaError(
    `run "${run}" has no output "${output}"${reason ? `: ${reason}` : `, ${insteadOf(output, names)}`}`,
    at,
  );
}

/** Coordinates of the dimensions of an array: recorded times and the like, and the numbers of axes. */
function located(array: NamedArray, archive: RunArchive, { spec }: Evaluation): Field {
  const coordinates = new Map<string, Float64Array>();
  array.dims.forEach((dim, i) => {
    const axis = own(axesOf(spec), dim);
    const values = axis === undefined ? own(archive.coordinates, dim) : numbersOf(axis);
    if (values !== undefined && values.length === array.shape[i]) coordinates.set(dim, values);
  });
  return { ...array, coordinates };
}

export function outputField(context: Evaluation, run: string, output: string, at: number): Field {
  const archive = archiveOf(context.runs, run, at);
  return located(arrayOf(archive, output) ?? missing(archive, run, output, at), archive, context);
}

/** The recorded times of a run as values over t. */
export function timeField(context: Evaluation, clock: string | undefined, at: number): Field {
  const times = clock === undefined ? undefined : archiveOf(context.runs, clock, at).coordinates.t;
  if (times === undefined) return formulaError(UNTIMED, at);
  return { dims: ["t"], shape: [times.length], data: times, coordinates: new Map([["t", times]]) };
}

export function axisField({ spec }: Evaluation, name: string, at: number): Field {
  const numbers = numbersOf(axesOf(spec)[name]);
  if (numbers === undefined)
    return formulaError(`axis "${name}" has no numbers: select with [${name}=label], or give a zip its "values"`, at);
  return { dims: [name], shape: [numbers.length], data: numbers, coordinates: new Map([[name, numbers]]) };
}

/** The recorded time within half a step of the wanted one; -1 if there is none. */
function nearestTime(times: Float64Array, wanted: number): number {
  const half = (times.length > 1 ? (times[times.length - 1] - times[0]) / (times.length - 1) : 0) / 2;
  const i = times.reduce((best, t, k) => (Math.abs(t - wanted) < Math.abs(times[best] - wanted) ? k : best), 0);
  return Math.abs(times[i] - wanted) <= half * (1 + 1e-9) ? i : -1;
}

/**
 * The index that a selection means along a dimension of a field: a point of an axis, a recorded time, or a number from
 * 1.
 */
export function indexOf(x: Field, { dim, label, at }: Selection, { spec }: Evaluation): number {
  const axis = own(axesOf(spec), dim);
  const index =
    axis !== undefined
      ? pointOf(axis, label)
      : dim === "t"
        ? nearestTime(coordinatesAlong(x, dim, at), Number(label))
        : Number(label) - 1;
  if (Number.isInteger(index) && index >= 0 && index < lengthOf(x, dim)) return index;
  const allowed =
    axis !== undefined ? labelsOf(axis).join(", ") : dim === "t" ? "a recorded time" : `1 to ${lengthOf(x, dim)}`;
  return formulaError(`"${dim}" has no value ${label}, only: ${allowed}`, at);
}

export const withDimension = (x: Field, dim: string, at: number): Field =>
  x.dims.includes(dim) ? x : formulaError(`there is no dimension "${dim}" here, ${insteadOf(dim, x.dims)}`, at);

export function coordinatesAlong(x: Field, dim: string, at: number): Float64Array {
  return (
    withDimension(x, dim, at).coordinates.get(dim) ??
    formulaError(`"${dim}" has no coordinates here: they differ between the points of an axis`, at)
  );
}
