import { exactScale } from "../../../arithmetic/exact-scale.js";
import { square } from "../../../arithmetic/functions.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { count, type Table } from "./table.js";

/** Column c of the points. */
const column = ({ points, dim }: Table, c: number): Vec =>
  Float64Array.from({ length: points.length / dim }, (_, i) => points[i * dim + c]);

/**
 * An affine map of a column and the moments of its image: y = scale·(x - origin), exact in doubles, then (y -
 * mean)/deviation.
 */
interface Standard {
  readonly origin: number;
  readonly scale: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Least ratio of a column's length max - min to max|x| at which the mean is subtracted without loss of digits. */
const NARROW = 1 / 1024;

/**
 * Mean and deviation (divisor n) of a column. A narrow one is moved to 0 first, which is exact, so that the deviation
 * is 0 only where all values are equal; and the numbers are brought into [-1, 1] by a power of two, so that their
 * squares exist.
 */
function standardOf(values: Vec): Standard {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const origin = high - low < NARROW * Math.max(Math.abs(low), Math.abs(high)) ? values[0] : 0;
  const moved = values.map(x => x - origin);
  const scale = exactScale(moved);
  const y = moved.map(x => scale * x);
  const mean = y.reduce((s, v) => s + v, 0) / y.length;
  return { origin, scale, mean, deviation: Math.sqrt(y.reduce((s, v) => s + square(v - mean), 0) / y.length) };
}

const standards = (table: Table): readonly Standard[] =>
  Array.from({ length: table.dim }, (_, c) => standardOf(column(table, c)));

/**
 * Mean and standard deviation (divisor n) of each column.
 *
 * ```ts
 * const [{ mean, deviation }] = data.columnMoments(data.iris());
 * ```
 */
export const columnMoments = (table: Table): readonly { readonly mean: number; readonly deviation: number }[] =>
  standards(table).map(({ origin, scale, mean, deviation }) => ({
    mean: origin + mean / scale,
    deviation: deviation / scale,
  }));

/**
 * (x - mean)/deviation in each column, with the moments of `by`: a test set is standardised by all rows, never by its
 * own. Refused where all rows of `by` have the same value in a column.
 *
 * ```ts
 * const table = data.standardise(data.iris());
 * ```
 */
export function standardise(table: Table, by: Table = table): Table {
  const of = standards(by);
  const constant = of.findIndex(({ deviation }) => deviation === 0);
  if (constant >= 0)
    refuse(
      `column ${constant + 1} is constant, ${by.points[constant]} in all ${count(by)} rows, and cannot be standardised`,
    );
  return {
    ...table,
    points: table.points.map((v, k) => {
      const { origin, scale, mean, deviation } = of[k % table.dim];
      return ((v - origin) * scale - mean) / deviation;
    }),
  };
}
