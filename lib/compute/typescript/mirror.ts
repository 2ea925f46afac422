import type { Vec } from "../../arithmetic/vec.js";

/** Columns at a time: a cache line of the rows that are read. */
const LINE = 8;

/** Copies the rows first ≤ i < last of an n × n matrix, from the diagonal on, to the columns below it. */
export function mirror(a: Vec, n: number, first: number, last: number): void {
  for (let from = first; from < n; from += LINE)
    for (let j = from, end = Math.min(from + LINE, n); j < end; j++) mirrorColumn(a, n, j, first, Math.min(last, j));
}

/** a_ji = a_ij for first ≤ i < last. */
function mirrorColumn(a: Vec, n: number, j: number, first: number, last: number): void {
  for (let i = first, to = j * n + first, at = first * n + j; i < last; i++, to++, at += n) a[to] = a[at];
}
