import type { Vec } from "../../arithmetic/vec.js";
import { inStages } from "./distribute.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Rows of a strip, in which the four numbers of a column stand side by side. */
const ROWS = 4;

/** Numbers that the description of a stage takes. */
const STAGE = 8;

/** Numbers before strip s: the strips before it have 4, 8, 12 … columns. */
const start = (s: number): number => 2 * ROWS * s * (s + 1);

/**
 * How many columns of strip s go four rows at a time: those before its tile on the diagonal, if there are four rows.
 */
const together = (n: number, s: number): number => (ROWS * (s + 1) <= n ? ROWS * s : 0);

/** The lower half of an n × n matrix, to strips. */
function putStrips(a: Vec, n: number, strips: Vec): void {
  for (let s = 0; ROWS * s < n; s++) {
    const at = start(s);
    const p = ROWS * s * n;
    const columns = together(n, s);
    for (let k = 0, to = at; k < columns; k++, to += ROWS) {
      strips[to] = a[p + k];
      strips[to + 1] = a[p + n + k];
      strips[to + 2] = a[p + 2 * n + k];
      strips[to + 3] = a[p + 3 * n + k];
    }
    for (let r = 0, row = ROWS * s; r < ROWS && row < n; r++, row++)
      for (let k = columns; k <= row; k++) strips[at + ROWS * k + r] = a[row * n + k];
  }
}

/** … and back. */
function takeStrips(strips: Vec, n: number, l: Vec): void {
  for (let s = 0; ROWS * s < n; s++) {
    const at = start(s);
    const p = ROWS * s * n;
    const columns = together(n, s);
    for (let k = 0, from = at; k < columns; k++, from += ROWS) {
      l[p + k] = strips[from];
      l[p + n + k] = strips[from + 1];
      l[p + 2 * n + k] = strips[from + 2];
      l[p + 3 * n + k] = strips[from + 3];
    }
    for (let r = 0, row = ROWS * s; r < ROWS && row < n; r++, row++)
      for (let k = columns; k <= row; k++) l[row * n + k] = strips[at + ROWS * k + r];
  }
}

/** The twin of typescript/cholesky.ts: the lower half of `from` goes there, and L comes back to `l`. */
export function factor(machine: Machine, from: Vec, n: number, l: Vec): number {
  const frame = frameOf(machine);
  const count = start(Math.ceil(n / ROWS));
  const a = frame.room(count);
  const job = frame.room(STAGE);
  const strips = frame.view(a, count);
  putStrips(from, n, strips);
  const pivot = inStages(machine, () => machine.exports.cholesky(a, n, job));
  takeStrips(strips, n, l);
  return pivot;
}
