import type { Vec } from "../../types.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Rows go in fours; a pack of a group keeps 96 columns of each. */
const ROWS = 4;
const GROUP = 96;

/** The twin of typescript/cholesky.ts: the rows of the lower half of `from` go there, and those of L come back to `l`. */
export function factor(machine: Machine, from: Vec, n: number, l: Vec): number {
  const frame = frameOf(machine), rows = Math.ceil(n / ROWS) * ROWS, a = frame.room(rows * rows), packs = frame.room(rows * GROUP);
  for (let i = 0; i < n; i++) frame.write(a + 8 * i * rows, from.subarray(i * n, i * n + i + 1));
  const pivot = machine.exports.cholesky(a, n, rows, packs);
  for (let i = 0; i < n; i++) frame.copy(a + 8 * i * rows, i + 1, l, i * n);
  return pivot;
}
