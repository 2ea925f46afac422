import type { Vec } from "../../../arithmetic/vec.js";
import { square } from "../../../arithmetic/functions.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { count, type Table } from "./table.js";

/** Column c of the points. */
const column = ({ points, dim }: Table, c: number): Vec =>
  Float64Array.from({ length: points.length / dim }, (_, i) => points[i * dim + c]);

/** Mean and standard deviation (divisor n) of each column. */
export function columnMoments(table: Table): readonly { readonly mean: number; readonly deviation: number }[] {
  const n = count(table);
  return Array.from({ length: table.dim }, (_, c) => {
    const x = column(table, c);
    const mean = x.reduce((s, v) => s + v, 0) / n;
    return { mean, deviation: Math.sqrt(x.reduce((s, v) => s + square(v - mean), 0) / n) };
  });
}

/**
 * (x - mean)/deviation in each column, with the moments of `by`: a test set is standardised by all rows, never by its
 * own.
 */
export function standardise(table: Table, by: Table = table): Table {
  const moments = columnMoments(by);
  const constant = moments.findIndex(m => m.deviation === 0);
  if (constant >= 0) refuse(`column ${constant + 1} is constant and cannot be standardised`);
  return {
    ...table,
    points: table.points.map((v, k) => (v - moments[k % table.dim].mean) / moments[k % table.dim].deviation),
  };
}
