import { columnsOf } from "../../arithmetic/columns.js";
import type { Vec } from "../../arithmetic/vec.js";
import { addRow, dotSlices } from "./dense.js";

/** Columns of a panel and rows of a block: one block of a panel (18 KB) stays in the first-level cache. */
const PANEL = 48;

/**
 * Lower factor L of A = L Lᵀ where the lower half of A stands; nothing above it is read. Blocked and looking right:
 * factor a panel, solve below it, subtract its products from the rest. Returns -1, or the first pivot that is not
 * positive.
 */
export function factorInPlace(l: Vec, n: number): number {
  for (let start = 0; start < n; start += PANEL) {
    const end = Math.min(start + PANEL, n);
    const pivot = factorPanel(l, n, start, end);
    if (pivot >= 0) return pivot;
    subtractPanel(l, n, start, end);
  }
  return -1;
}

/** Columns start … end-1 of L in all rows below, once the panels to the left have been subtracted. */
function factorPanel(l: Vec, n: number, start: number, end: number): number {
  for (let i = start; i < n; i++)
    for (let j = start; j < end && j <= i; j++) {
      const rest = l[i * n + j] - dotSlices(l, i * n + start, l, j * n + start, j - start);
      if (i === j && !(rest > 0)) return i;
      l[i * n + j] = i === j ? Math.sqrt(rest) : rest / l[j * n + j];
    }
  return -1;
}

/** l_ij -= Σ_k l_ik l_jk over the panel, for all i ≥ j ≥ end: rows j in blocks that are used for every i. */
function subtractPanel(l: Vec, n: number, start: number, end: number): void {
  const width = end - start;
  for (let block = end; block < n; block += PANEL)
    for (let i = block; i < n; i++) {
      const last = Math.min(block + PANEL, i + 1, n);
      let j = block;
      for (; j + 3 < last; j += 4) subtractFour(l, n, i, j, start, width);
      for (; j < last; j++) l[i * n + j] -= dotSlices(l, i * n + start, l, j * n + start, width);
    }
}

/** Four neighbouring entries at once: one load of l_ik serves four products. */
function subtractFour(l: Vec, n: number, i: number, j: number, start: number, width: number): void {
  const p = i * n + start;
  const q = j * n + start;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0; k < width; k++) {
    const v = l[p + k];
    a += v * l[q + k];
    b += v * l[q + n + k];
    c += v * l[q + 2 * n + k];
    d += v * l[q + 3 * n + k];
  }
  const at = i * n + j;
  l[at] -= a;
  l[at + 1] -= b;
  l[at + 2] -= c;
  l[at + 3] -= d;
}

/** Σ_k l_ik x_k, k < count, for the rows i … i + 3: four sums that do not wait for each other. */
function fourDots(l: Vec, n: number, i: number, x: Vec, count: number): readonly [number, number, number, number] {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0, p = i * n; k < count; k++, p++) {
    const v = x[k];
    a += l[p] * v;
    b += l[p + n] * v;
    c += l[p + 2 * n] * v;
    d += l[p + 3 * n] * v;
  }
  return [a, b, c, d];
}

/**
 * Rows start … start + 3 of L x = b, in place of b: four sums run as far as they can together, and each one ends alone.
 */
function solveForward(l: Vec, n: number, start: number, x: Vec): void {
  const sums = start + 4 <= n ? fourDots(l, n, start, x, start) : undefined;
  for (let i = start; i < Math.min(start + 4, n); i++) {
    let total = sums ? sums[i - start] : dotSlices(l, i * n, x, 0, start);
    for (let k = start; k < i; k++) total += l[i * n + k] * x[k];
    x[i] = (x[i] - total) / l[i * n + i];
  }
}

/** x_j -= Σ_i l_ij x_i, j < start, over the four rows from the last one up: they are read side by side, and x once. */
function subtractRows(l: Vec, n: number, start: number, x: Vec): void {
  const a = x[start + 3];
  const b = x[start + 2];
  const c = x[start + 1];
  const d = x[start];
  for (let j = 0, p = start * n; j < start; j++, p++)
    x[j] = x[j] - a * l[p + 3 * n] - b * l[p + 2 * n] - c * l[p + n] - d * l[p];
}

/**
 * Rows end - 4 … end - 1 of Lᵀ x = b, in place of b: they are solved among themselves before they act on what is above.
 */
function solveBackward(l: Vec, n: number, end: number, x: Vec): void {
  const start = Math.max(end - 4, 0);
  for (let i = end - 1; i >= start; i--) {
    x[i] /= l[i * n + i];
    addRow(-x[i], l, i * n + start, x, start, i - start);
  }
  if (start > 0) subtractRows(l, n, start, x);
}

/**
 * X with L Lᵀ X = B for n × columns numbers B: forward along rows, then back along rows too, so that memory is read in
 * order; four rows of L that have come into the caches serve all columns.
 */
export function solveCholesky(l: Vec, b: Vec, columns = 1): Vec {
  const n = b.length / columns;
  const xs = columnsOf(b, columns).map(x => x.slice());
  for (let start = 0; start < n; start += 4) for (const x of xs) solveForward(l, n, start, x);
  for (let end = n; end > 0; end -= 4) for (const x of xs) solveBackward(l, n, end, x);
  return columns === 1 ? xs[0] : b.map((_, k) => xs[k % columns][Math.floor(k / columns)]);
}
