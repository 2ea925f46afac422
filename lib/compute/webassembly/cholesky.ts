import type { Vec } from "../../types.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Rows go in fours; a pack of a group keeps 96 columns of each. */
const ROWS = 4;
const GROUP = 96;

/** The twin of typescript/cholesky.ts: the rows of the lower half go there and come back. */
export function factorInPlace(machine: Machine, l: Vec, n: number): number {
  const frame = frameOf(machine), rows = Math.ceil(n / ROWS) * ROWS, a = frame.room(rows * rows), packs = frame.room(rows * GROUP);
  for (let i = 0; i < n; i++) frame.write(a + 8 * i * rows, l.subarray(i * n, i * n + i + 1));
  const pivot = machine.exports.cholesky(a, n, rows, packs);
  for (let i = 0; i < n; i++) frame.copy(a + 8 * i * rows, i + 1, l, i * n);
  return pivot;
}
