/**
 * From bindings to numbers: formulas become curves over one abscissa, one per point of the dimensions that are left.
 */
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import { refuse } from "../../arithmetic/refusal.js";
import { axesOf, labelsOf, numbersOf, pointOf } from "../../experiments/language/axes.js";
import type { Field } from "../../experiments/language/formula/field.js";
import type { Source } from "./plotly-figure.js";
import { isDrawable } from "./ticks.js";

/** An array whose numbers a page can place; the others are missing. */
export function drawable<A extends NamedArray>(array: A, what: string): A {
  if (array.data.length === 0) refuse(`${what} has no number to draw`);
  return { ...array, data: array.data.map(v => (isDrawable(v) ? v : NaN)) };
}

/** Indices along some dimensions. */
export type Point = Readonly<Record<string, number>>;

/** One curve of a family: which point of the other dimensions it is, and its ordinates. */
export interface Member {
  readonly at: Point;
  readonly y: readonly number[];
}

/** A formula over an abscissa; without one (`x` is empty), a constant. */
export interface Family {
  readonly x: readonly number[];
  /** Dimensions besides the abscissa. */
  readonly dims: readonly string[];
  readonly members: readonly Member[];
}

/**
 * A formula as a family of curves over `dim`. `beside`: formulas whose runs say what `t` means where this one mentions
 * none.
 */
export function familyOf(formula: string, dim: string, source: Source, beside: readonly string[] = []): Family {
  const field = source.evaluate(formula, beside);
  const dims = field.dims.filter(d => d !== dim);
  const x = field.dims.includes(dim) ? coordinatesOf(field, dim) : [];
  return { x, dims, members: pointsOf(field, dims).map(at => ({ at, y: sliceOf(field, dim, at) })) };
}

/** The numbers of a dimension; labels and seeds are counted from 1. */
const coordinatesOf = (field: Field, dim: string): readonly number[] =>
  Array.from(field.coordinates.get(dim) ?? Array.from({ length: sizeOf(field, dim) }, (_, i) => i + 1));

/** Every point of the given dimensions of an array, the last dimension fastest. */
const pointsOf = (array: NamedArray, dims: readonly string[]): readonly Point[] =>
  dims.reduce<readonly Point[]>(
    (points, dim) => points.flatMap(at => Array.from({ length: sizeOf(array, dim) }, (_, i) => ({ ...at, [dim]: i }))),
    [{}],
  );

export const sizeOf = (array: NamedArray, dim: string): number => array.shape[array.dims.indexOf(dim)];

/** The numbers along `dim` at one point of the other dimensions; one number where the array does not have it. */
export function sliceOf(array: NamedArray, dim: string, at: Point): readonly number[] {
  const strides = array.dims.map((_, k) => array.shape.slice(k + 1).reduce((a, b) => a * b, 1));
  const start = array.dims.reduce((sum, d, k) => sum + (d === dim ? 0 : (at[d] ?? 0) * strides[k]), 0);
  const k = array.dims.indexOf(dim);
  return k < 0
    ? [array.data[start]]
    : Array.from({ length: array.shape[k] }, (_, i) => array.data[start + i * strides[k]]);
}

// ------------------------------------------------------------------ axes
/** The numbers of an axis of the experiment. */
export function axisNumbers(dim: string, source: Source): readonly number[] {
  const axis = axesOf(source.result.spec)[dim];
  return axis === undefined ? [] : Array.from(numbersOf(axis) ?? []);
}

/** The words for the i-th point of an axis, or undefined where its number says more. */
export function labelAt(dim: string, i: number, source: Source): string | undefined {
  const axis = axesOf(source.result.spec)[dim];
  return axis === undefined || numbersOf(axis) !== undefined ? undefined : labelsOf(axis)[i];
}

/** The point that a binding names by labels or values; the first along axes on which it is silent. */
export function pointAt(
  at: Readonly<Record<string, string | number | undefined>> | undefined,
  axes: readonly string[],
  source: Source,
): Point {
  const index = (dim: string): number =>
    Math.max(0, at?.[dim] === undefined ? 0 : pointOf(axesOf(source.result.spec)[dim], String(at[dim])));
  return Object.fromEntries(axes.map(dim => [dim, index(dim)]));
}
