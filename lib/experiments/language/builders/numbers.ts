import type { Vec } from "../../../arithmetic/vec.js";
import { refuse } from "../../../arithmetic/refusal.js";

/** A number in 1-D, or an array of length d. */
export function vectorOf(value: number | readonly number[], dim: number): Vec {
  const x = typeof value === "number" ? [value] : value;
  return x.length === dim
    ? Float64Array.from(x)
    : refuse(`a vector of length ${x.length} was given where the dimension is ${dim}`);
}

/** Rows of d numbers each, as a flat matrix; `what` is a row. */
export function rowsOf(rows: readonly (readonly number[])[], dim: number, what: string): Vec {
  const bad = rows.findIndex(r => r.length !== dim);
  if (bad >= 0) refuse(`${what} ${bad + 1} has ${rows[bad].length} coordinates where the dimension is ${dim}`);
  return Float64Array.from(rows.flat());
}

/** A number in 1-D, or d rows of length d that form a symmetric matrix. */
export function squareMatrix(value: number | readonly (readonly number[])[], dim: number): Vec {
  const rows = typeof value === "number" ? [[value]] : value;
  if (rows.length !== dim || rows.some(r => r.length !== dim)) refuse(`a ${dim} × ${dim} matrix is needed`);
  if (rows.some((r, i) => r.some((v, j) => v !== rows[j][i]))) refuse("the matrix must be symmetric");
  return Float64Array.from(rows.flat());
}
