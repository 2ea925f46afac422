import type { Vec } from "../../../arithmetic/vec.js";
import { concat, row } from "../../../arithmetic/vectors.js";

/** n points of R^dim, row-major, with a response and a weight each where there is one. */
export interface Table {
  readonly dim: number;
  readonly points: Vec;
  readonly labels?: Vec;
  readonly weights?: Vec;
}

/**
 * A parsed file: rows of cells under column names (x1, x2, … where the format has no names, "" for a column that the
 * file leaves nameless). Only columns that are asked for need to be numbers.
 */
export interface Sheet {
  readonly columns: readonly string[];
  /** Number of rows. */
  readonly count: number;
  /** The numbers of a column, counted from 0. Refused, with the row, where a cell is no finite number. */
  numbers(column: number): Vec;
}

/** Number of points. */
export const count = ({ points, dim }: Table): number => points.length / dim;

/** These rows, of equal weight; a row may come several times. */
export const rowsOf = ({ dim, points, labels }: Table, rows: readonly number[]): Table => ({
  dim,
  points: concat(...rows.map(i => row(points, i, dim))),
  ...(labels && { labels: Float64Array.from(rows, i => labels[i]) }),
});
