import type { Vec } from "../../../arithmetic/vec.js";

/** n points of R^dim, row-major, with a response each where there is one. */
export interface Table {
  readonly dim: number;
  readonly points: Vec;
  readonly labels?: Vec;
}

/** A parsed file: rows of numbers under column names (x1, x2, … where the format has no names). */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** Number of points. */
export const count = ({ points, dim }: Table): number => points.length / dim;
