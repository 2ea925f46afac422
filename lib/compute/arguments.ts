import { refuse } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";

/** First entry that is NaN or infinite; -1 if there is none. */
function firstStray(values: Vec): number {
  // v - v is 0 for numbers only
  for (let i = 0; i < values.length; i++) if (values[i] - values[i] !== 0) return i;
  return -1;
}

/** Refuses an n × width array of which an entry is no number. */
function requireFinite(name: string, values: Vec, width: number): void {
  const at = firstStray(values);
  if (at < 0) return;
  const place = width === 1 ? `${at}` : `(${Math.floor(at / width)}, ${at % width})`;
  refuse(`${name} (${values.length / width} × ${width}) is ${values[at]} at ${place}: kernel sums need finite numbers`);
}

/** Refuses what is no cloud of at least one point with `dim` finite coordinates each, row-major. */
export function requireCloud(name: string, points: Vec, dim: number): void {
  if (!(Number.isInteger(dim) && dim >= 1))
    refuse(`dim is ${dim}: take the number of coordinates of a point, a whole number from 1`);
  if (points.length === 0) refuse(`${name} (0 × ${dim}) is empty: a kernel sum needs at least one point`);
  if (points.length % dim !== 0)
    refuse(`${name} has ${points.length} numbers, which are no whole number of points with ${dim} coordinates`);
  requireFinite(name, points, dim);
}

/** Refuses weights that are not `columns` finite numbers for each of the `count` points of a cloud. */
export function requireWeights(w: Vec, count: number, columns: number): void {
  if (!(Number.isInteger(columns) && columns >= 1)) refuse(`columns is ${columns}: take a whole number from 1`);
  if (w.length !== count * columns)
    refuse(`w has ${w.length} numbers, not ${count} × ${columns}: one row for every source`);
  requireFinite("w", w, columns);
}
