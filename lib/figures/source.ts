/** From bindings to numbers: formulas become curves over one abscissa, one per point of the dimensions that are left. */
import type { NamedArray } from "../arrays.js";
import { exp, log } from "../numerics/functions.js";
import type { Axis } from "../spec/types.generated.js";
import type { Source } from "./types.js";

/** One curve of a family: which point of the other dimensions it is, and its ordinates. */
export interface Member {
  readonly at: Readonly<Record<string, number>>;
  readonly y: readonly number[];
}

/** A formula over an abscissa. */
export interface Family {
  readonly x: readonly number[];
  /** Dimensions besides the abscissa. */
  readonly dims: readonly string[];
  readonly members: readonly Member[];
}

export const numbersOf = (formula: string, source: Source): NamedArray => source.evaluate(formula, source.result);

/** A formula as a family of curves over `dim`; a constant is a straight line. */
export function familyOf(formula: string, dim: string, source: Source): Family {
  const array = numbersOf(formula, source);
  const dims = array.dims.filter((d) => d !== dim);
  const x = array.dims.includes(dim) ? coordinatesOf(dim, array, formula, source) : [];
  return { x, dims, members: pointsOf(array, dims).map((at) => ({ at, y: sliceOf(array, dim, at) })) };
}

/** Every point of the given dimensions of an array, as indices, the last dimension fastest. */
function pointsOf(array: NamedArray, dims: readonly string[]): readonly Readonly<Record<string, number>>[] {
  return dims.reduce<readonly Readonly<Record<string, number>>[]>(
    (points, dim) => points.flatMap((at) => Array.from({ length: sizeOf(array, dim) }, (_, i) => ({ ...at, [dim]: i }))), [{}]);
}

export const sizeOf = (array: NamedArray, dim: string): number => array.shape[array.dims.indexOf(dim)];

/** The numbers along `dim` at one point of the other dimensions; one number where the array does not have it. */
export function sliceOf(array: NamedArray, dim: string, at: Readonly<Record<string, number>>): readonly number[] {
  const strides = array.dims.map((_, k) => array.shape.slice(k + 1).reduce((a, b) => a * b, 1));
  const start = array.dims.reduce((sum, d, k) => sum + (d === dim ? 0 : (at[d] ?? 0) * strides[k]), 0);
  const k = array.dims.indexOf(dim);
  return k < 0 ? [array.data[start]] : Array.from({ length: array.shape[k] }, (_, i) => array.data[start + i * strides[k]]);
}

// ------------------------------------------------------------------ coordinates
/** The numbers of a dimension: of its axis, or as recorded by a run of the formula. */
function coordinatesOf(dim: string, array: NamedArray, formula: string, source: Source): readonly number[] {
  const size = sizeOf(array, dim);
  const axis = source.result.spec.axes?.[dim];
  if (axis !== undefined) return axisNumbers(axis);
  const names = Object.keys(source.result.runs);
  const mentioned = names.filter((name) => new RegExp(`\\b${name}\\b`).test(formula));
  for (const name of [...mentioned, ...names]) {
    const there = source.result.runs[name].coordinates[dim];
    if (there !== undefined && there.length === size) return Array.from(there);
  }
  return Array.from({ length: size }, (_, i) => i);
}

/** The numbers of an axis of the experiment. */
export function coordinatesAlong(dim: string, source: Source): readonly number[] {
  const axis = source.result.spec.axes?.[dim];
  return axis === undefined ? [] : axisNumbers(axis);
}

type Kind = Axis["axis"];
const NUMBERS: { readonly [K in Kind]: (axis: Extract<Axis, { axis: K }>) => readonly number[] } = {
  values: (axis) => axis.values,
  grid: (axis) => Array.from({ length: axis.points }, (_, i) => gridPoint(axis, i / Math.max(1, axis.points - 1))),
  choices: (axis) => Object.keys(axis.choices).map((_, i) => i),
  zip: (axis) => axis.values ?? Object.keys(axis.rows).map((_, i) => i),
  seeds: (axis) => Array.from({ length: axis.count }, (_, i) => i),
};

const gridPoint = (axis: Extract<Axis, { axis: "grid" }>, s: number): number =>
  axis.scale === "log" ? exp(log(axis.from) + s * (log(axis.to) - log(axis.from))) : axis.from + s * (axis.to - axis.from);

/** The values of an axis as numbers; labels and seeds are counted from 0. */
export const axisNumbers = (axis: Axis): readonly number[] => (NUMBERS[axis.axis] as (axis: Axis) => readonly number[])(axis);

/** The words for the i-th point of a dimension, or undefined where its number says more. */
export function labelAt(dim: string, i: number, source: Source): string | undefined {
  const axis = source.result.spec.axes?.[dim];
  if (axis?.axis === "choices") return Object.keys(axis.choices)[i];
  if (axis?.axis === "zip" && axis.values === undefined) return Object.keys(axis.rows)[i];
  return undefined;
}

/** Indices of the point that a binding names by labels or values; the first where it is silent. */
export function pointAt(at: Readonly<Record<string, string | number | undefined>> | undefined, axes: readonly string[], source: Source): Readonly<Record<string, number>> {
  const index = (dim: string): number => {
    const axis = source.result.spec.axes?.[dim];
    const wanted = at?.[dim];
    if (axis === undefined || wanted === undefined) return 0;
    const found = axisNumbers(axis).findIndex((v, i) => labelAt(dim, i, source) === String(wanted) || v === Number(wanted));
    return Math.max(0, found);
  };
  return Object.fromEntries(axes.map((dim) => [dim, index(dim)]));
}
