import type { Vec } from "./vec.js";
import { tabulate } from "./vectors.js";

/** Column j of a p × c array. */
const columnOf = (f: Vec, c: number, j: number): Vec => tabulate(f.length / c, i => f[i * c + j]);

/** The c columns of a p × c array. */
export const columnsOf = (f: Vec, c: number): readonly Vec[] =>
  c === 1 ? [f] : Array.from({ length: c }, (_, j) => columnOf(f, c, j));

/** Applies a map on Rᵖ to each of the c columns of a p × c array. */
export function onColumns(f: Vec, c: number, map: (column: Vec) => Vec): Vec {
  if (c === 1) return map(f);
  const out = new Float64Array(f.length);
  for (let j = 0; j < c; j++) {
    const column = map(columnOf(f, c, j));
    for (let i = 0; i < column.length; i++) out[i * c + j] = column[i];
  }
  return out;
}

/** Row i of the p × c array f is multiplied by w_i; 0 · ∞ = 0, since where there is no mass nothing flows. */
export function scaleRows(w: Vec, f: Vec, c: number): Vec {
  const out = new Float64Array(f.length);
  for (let i = 0, at = 0; at < f.length; i++) for (let j = 0; j < c; j++, at++) out[at] = w[i] === 0 ? 0 : w[i] * f[at];
  return out;
}
