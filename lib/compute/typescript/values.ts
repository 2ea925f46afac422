import type { Profile, Vec } from "../../types.js";
import { BLOCK, type PairVariable } from "./pairs.js";

/** φ(pair) for every pair: n × m. A Gram matrix of one cloud is symmetric to the bit, and half of it is copied. */
export function profileGram(profile: Profile, pair: PairVariable, x: Vec, y: Vec, dim: number): Vec {
  const n = x.length / dim,
    m = y.length / dim,
    phi = profile(0),
    out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    const first = x === y ? i : 0,
      row = out.subarray(i * m + first, i * m + m);
    pair(x, i, y, first, m - first, dim, row);
    phi(row, m - first, row);
  }
  if (x === y) mirror(out, n);
  return out;
}

/** Copies the upper triangle of an n × n matrix to the lower one. */
function mirror(a: Vec, n: number): void {
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) a[i * n + j] = a[j * n + i];
}

/** Σ_j φ(pair of x_i and y_j) w_jc: n × columns. */
export function profileSum(profile: Profile, pair: PairVariable, x: Vec, y: Vec, dim: number, w: Vec, columns: number): Vec {
  const n = x.length / dim,
    m = y.length / dim,
    phi = profile(0),
    row = new Float64Array(Math.min(m, BLOCK)),
    out = new Float64Array(n * columns);
  for (let i = 0; i < n; i++)
    for (let from = 0; from < m; from += BLOCK) {
      const count = Math.min(BLOCK, m - from);
      pair(x, i, y, from, count, dim, row);
      phi(row, count, row);
      if (columns === 1) out[i] = addColumn(out[i], row, w, from, count);
      else addColumns(row, w, from, count, columns, out, i * columns);
    }
  return out;
}

/** total + Σ_j row_j w_{from+j}. */
export function addColumn(total: number, row: Vec, w: Vec, from: number, count: number): number {
  let s = total;
  for (let j = 0; j < count; j++) s += row[j] * w[from + j];
  return s;
}

function addColumns(row: Vec, w: Vec, from: number, count: number, columns: number, out: Vec, own: number): void {
  for (let j = 0, at = from * columns; j < count; j++, at += columns) {
    const k = row[j];
    for (let c = 0; c < columns; c++) out[own + c] += k * w[at + c];
  }
}
