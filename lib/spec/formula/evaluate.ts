import type { NamedArray } from "../../arrays.js";
import { axesOf, labelsOf, numbersOf, pointOf } from "../axes.js";
import type { ExperimentResult, RunArchive } from "../result.js";
import { insteadOf } from "../suggest.js";
import { CONSTANTS } from "../vocabulary.js";
import { slope } from "./calculus.js";
import { firstClock } from "./clock.js";
import { broadcast, constant, lengthOf, mapLines, reduceLines, type Field } from "./field.js";
import { interpret, type Algebra } from "./interpret.js";
import { parse } from "./parser.js";
import { quantitiesOf, type Quantities } from "./quantities.js";
import { formulaError, type Selection, type Tree } from "./tree.js";

/** What formulas read: the spec for its axes and quantities, the archives for their outputs. */
export type Evaluation = Pick<ExperimentResult, "spec" | "runs">;

/** Evaluates formulas of one experiment; quantities are computed once. */
export interface Evaluator {
  /** The value of a formula. `beside`: formulas whose runs say what `t` means where this one mentions none. */
  (formula: string, beside?: readonly string[]): Field;
}

const archiveOf = (runs: Evaluation["runs"], run: string, at: number): RunArchive =>
  Object.hasOwn(runs, run) ? runs[run] : formulaError(`there is no run "${run}", ${insteadOf(run, Object.keys(runs))}`, at);

/** The output of a run; the series of its certificate where no recorder has the name. */
function arrayOf({ outputs, certificate }: RunArchive, output: string): NamedArray | undefined {
  if (Object.hasOwn(outputs, output)) return outputs[output];
  const series = certificate?.series ?? {};
  return Object.hasOwn(series, output) ? series[output] : undefined;
}

function missing(archive: RunArchive, run: string, output: string, at: number): never {
  const reason = archive.certificate?.absent[output] ?? archive.status.find(s => s.status !== "completed")?.reason;
  const names = [...Object.keys(archive.outputs), ...Object.keys(archive.certificate?.series ?? {})];
  return formulaError(`run "${run}" has no output "${output}"${reason ? `: ${reason}` : `, ${insteadOf(output, names)}`}`, at);
}

/** Coordinates of the dimensions of an array: recorded times and the like, and the numbers of axes. */
function located(array: NamedArray, archive: RunArchive, { spec }: Evaluation): Field {
  const coordinates = new Map<string, Float64Array>();
  array.dims.forEach((dim, i) => {
    const axis = axesOf(spec)[dim];
    const values = axis === undefined ? archive.coordinates[dim] : numbersOf(axis);
    if (values !== undefined && values.length === array.shape[i]) coordinates.set(dim, values);
  });
  return { ...array, coordinates };
}

function outputField(context: Evaluation, run: string, output: string, at: number): Field {
  const archive = archiveOf(context.runs, run, at);
  return located(arrayOf(archive, output) ?? missing(archive, run, output, at), archive, context);
}

/** The recorded times of a run as values over t. */
function timeField(context: Evaluation, clock: string | undefined, at: number): Field {
  const times = clock === undefined ? undefined : archiveOf(context.runs, clock, at).coordinates.t;
  if (times === undefined) return formulaError(`"t" needs recorded times: no run with one time grid is mentioned beside it`, at);
  return { dims: ["t"], shape: [times.length], data: times, coordinates: new Map([["t", times]]) };
}

function axisField({ spec }: Evaluation, name: string, at: number): Field {
  const numbers = numbersOf(axesOf(spec)[name]);
  if (numbers === undefined) return formulaError(`axis "${name}" has no numbers: select with [${name}=label], or give a zip its "values"`, at);
  return { dims: [name], shape: [numbers.length], data: numbers, coordinates: new Map([[name, numbers]]) };
}

/** The recorded time within half a step of the wanted one; -1 if there is none. */
function nearestTime(times: Float64Array, wanted: number): number {
  const half = (times.length > 1 ? (times[times.length - 1] - times[0]) / (times.length - 1) : 0) / 2;
  const i = times.reduce((best, t, k) => (Math.abs(t - wanted) < Math.abs(times[best] - wanted) ? k : best), 0);
  return Math.abs(times[i] - wanted) <= half * (1 + 1e-9) ? i : -1;
}

/** The index that a selection means along a dimension of a field: a point of an axis, a recorded time, or a number from 1. */
function indexOf(x: Field, { dim, label, at }: Selection, { spec }: Evaluation): number {
  const axis = axesOf(spec)[dim];
  const index = axis !== undefined ? pointOf(axis, label) : dim === "t" ? nearestTime(coordinatesAlong(x, dim, at), Number(label)) : Number(label) - 1;
  if (Number.isInteger(index) && index >= 0 && index < lengthOf(x, dim)) return index;
  const allowed = axis !== undefined ? labelsOf(axis).join(", ") : dim === "t" ? "a recorded time" : `1 to ${lengthOf(x, dim)}`;
  return formulaError(`"${dim}" has no value ${label}, only: ${allowed}`, at);
}

const withDimension = (x: Field, dim: string, at: number): Field =>
  x.dims.includes(dim) ? x : formulaError(`there is no dimension "${dim}" here, ${insteadOf(dim, x.dims)}`, at);

function coordinatesAlong(x: Field, dim: string, at: number): Float64Array {
  return withDimension(x, dim, at).coordinates.get(dim) ?? formulaError(`"${dim}" has no coordinates here: they differ between the points of an axis`, at);
}

function slopeField(y: Field, x: Field, window: readonly Field[], at: number): Field {
  if (x.dims.length !== 1) formulaError(`the abscissa of slope must have exactly one dimension, it has ${x.dims.length}`, at);
  if (window.some(w => w.dims.length > 0)) formulaError("the window of slope must be two numbers", at);
  const [from, to] = window.length === 2 ? window.map(w => w.data[0]) : [-Infinity, Infinity];
  const [dim] = x.dims;
  const aligned = broadcast(v => v, [withDimension(y, dim, at), x], at);
  return reduceLines(aligned, dim, line => slope(line, x.data, from, to));
}

/** Formulas over arrays. */
function fields(context: Evaluation, quantities: Quantities): Algebra<Field> {
  const known = new Map<string, Field>();
  const quantity = (name: string, clock: string | undefined, at: number): Field => {
    const key = `${name}|${clock ?? ""}`;
    const value = known.get(key) ?? quantities.inside(name, at, tree => interpret(tree, algebra, algebra.clock(tree) ?? clock));
    known.set(key, value);
    return value;
  };
  const algebra: Algebra<Field> = {
    number: constant,
    name: (name, clock, at) => {
      if (name === "t") return timeField(context, clock, at);
      if (Object.hasOwn(axesOf(context.spec), name)) return axisField(context, name, at);
      if (quantities.names.includes(name)) return quantity(name, clock, at);
      if (Object.hasOwn(CONSTANTS, name)) return constant(CONSTANTS[name]);
      return formulaError(`"${name}" is no axis, quantity or constant, ${insteadOf(name, [...Object.keys(axesOf(context.spec)), ...quantities.names])}`, at);
    },
    output: (run, output, at) => outputField(context, run, output, at),
    select: (x, selection) => {
      const index = indexOf(withDimension(x, selection.dim, selection.at), selection, context);
      return reduceLines(x, selection.dim, line => line[index]);
    },
    map: broadcast,
    reduce: (x, dim, reduction, at) => {
      const coordinates = reduction.coordinates ? coordinatesAlong(x, dim, at) : new Float64Array(0);
      return reduceLines(withDimension(x, dim, at), dim, line => reduction.of(line, coordinates));
    },
    scan: (x, dim, scan, at) => {
      const coordinates = coordinatesAlong(x, dim, at);
      return mapLines(x, dim, coordinates.length, line => scan(line, coordinates));
    },
    slope: slopeField,
    clock: tree => firstClock(tree, {
      quantity: quantities.readable,
      isTimed: (run, output) => Object.hasOwn(context.runs, run) && (arrayOf(context.runs[run], output)?.dims.includes("t") ?? false),
    }),
  };
  return algebra;
}

/** An evaluator for the formulas of an experiment. Refuses a formula with its place; NaN in the data stays NaN. */
export function evaluatorOf(context: Evaluation): Evaluator {
  const algebra = fields(context, quantitiesOf(context.spec));
  const clockOf = (trees: readonly Tree[]): string | undefined => trees.map(algebra.clock).find(clock => clock !== undefined);
  return (formula, beside = []) => {
    const tree = parse(formula);
    return interpret(tree, algebra, clockOf([tree, ...beside.map(parse)]));
  };
}

/** The value of one formula over an experiment's results: numbers over the dimensions that it leaves. */
export const evaluate = (formula: string, context: Evaluation): Field => evaluatorOf(context)(formula);
