import type { Vec } from "../../types.js";
import { refuse } from "../../refusal.js";

/** Σ_k a_{p+k} b_{q+k}, k < count, in index order. */
function dotSlices(a: Vec, p: number, b: Vec, q: number, count: number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total += a[p + k] * b[q + k];
  return total;
}

/** A x for a row-major matrix with rows as long as x. */
export function matvec(a: Vec, x: Vec): Vec {
  const m = x.length,
    out = new Float64Array(a.length / m);
  for (let i = 0; i < out.length; i++) out[i] = dotSlices(a, i * m, x, 0, m);
  return out;
}

/** A B for A n × inner and B inner × m. */
export function matmul(a: Vec, b: Vec, inner: number): Vec {
  const n = a.length / inner,
    m = b.length / inner,
    out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let k = 0; k < inner; k++) addRow(a[i * inner + k], b, k * m, out, i * m, m);
  return out;
}

/** out_{q+j} += factor b_{p+j}, j < count. */
function addRow(factor: number, b: Vec, p: number, out: Vec, q: number, count: number): void {
  for (let j = 0; j < count; j++) out[q + j] += factor * b[p + j];
}

/** Columns of a panel and rows of a block of the Cholesky factorisation: one block of a panel (18 KB) stays in the first-level cache. */
const PANEL = 48;

/**
 * Lower factor L of A = L Lᵀ for a symmetric positive definite n × n matrix; only the lower half of `a` is read. Blocked and looking
 * right: factor a panel, solve below it, subtract its products from the rest. Refused where a pivot is not positive.
 */
export function cholesky(a: Vec, n: number): Vec {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) l.set(a.subarray(i * n, i * n + i + 1), i * n);
  return choleskyInPlace(l, n);
}

/** The same where the lower half of A stands, with zeros above it: no second matrix is allocated. Returns `l`. */
export function choleskyInPlace(l: Vec, n: number): Vec {
  for (let start = 0; start < n; start += PANEL) {
    const end = Math.min(start + PANEL, n);
    factorPanel(l, n, start, end);
    subtractPanel(l, n, start, end);
  }
  return l;
}

/** Columns start … end-1 of L in all rows below, once the panels to the left have been subtracted. */
function factorPanel(l: Vec, n: number, start: number, end: number): void {
  for (let i = start; i < n; i++)
    for (let j = start; j < end && j <= i; j++) {
      const rest = l[i * n + j] - dotSlices(l, i * n + start, l, j * n + start, j - start);
      if (i === j && !(rest > 0)) refuse(`matrix is not positive definite (pivot ${i} of ${n})`);
      l[i * n + j] = i === j ? Math.sqrt(rest) : rest / l[j * n + j];
    }
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
  const p = i * n + start,
    q = j * n + start;
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

/** x with L Lᵀ x = b for one column: forward along rows, then back along rows too, so that memory is read in order. */
export function solveCholesky(l: Vec, b: Vec): Vec {
  const n = b.length,
    x = b.slice();
  for (let i = 0; i < n; i++) x[i] = (x[i] - dotSlices(l, i * n, x, 0, i)) / l[i * n + i];
  for (let i = n - 1; i >= 0; i--) {
    x[i] /= l[i * n + i];
    addRow(-x[i], l, i * n, x, 0, i);
  }
  return x;
}
