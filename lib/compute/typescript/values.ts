import type { Vec } from "../../arithmetic/vec.js";
import { mirror } from "./mirror.js";
import { BLOCK, forBlocks, type PairVariable } from "./pairs.js";
import type { Row } from "./pairs.js";

/** φ(pair) for every pair: n × m. A Gram matrix of one cloud is symmetric to the bit, and half of it is copied. */
export function rowGram(phi: Row, pair: PairVariable, x: Vec, y: Vec, dim: number): Vec {
  const n = x.length / dim;
  const m = y.length / dim;
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    const first = x === y ? i : 0;
    forBlocks(y.subarray(first * dim), dim, (from, count, sources) => {
      const start = i * m + first + from;
      const row = out.subarray(start, start + count);
      pair(x, i, sources, count, dim, row);
      phi(row, count, row);
    });
  }
  if (x === y) mirror(out, n, 0, n);
  return out;
}

/**
 * Σ_j φ(pair of x_i and x_j) w_j with each pair once: target j has got its sources i < j in their order when its own
 * row comes.
 */
function symmetricSum(phi: Row, pair: PairVariable, x: Vec, dim: number, w: Vec): Vec {
  const row = new Float64Array(BLOCK);
  const out = new Float64Array(w.length);
  for (let i = 0; i < out.length; i++)
    forBlocks(x.subarray(i * dim), dim, (from, count, sources) => {
      pair(x, i, sources, count, dim, row);
      phi(row, count, row);
      out[i] = addColumn(out[i], row, w.subarray(i + from), count);
      addToRest(w[i], row, from === 0 ? 1 : 0, count, out, i + from);
    });
  return out;
}

/** out_{at+j} += weight row_j, first ≤ j < count. */
function addToRest(weight: number, row: Vec, first: number, count: number, out: Vec, at: number): void {
  for (let j = first; j < count; j++) out[at + j] += weight * row[j];
}

/** Σ_j φ(pair of x_i and y_j) w_jc: n × columns. */
export function rowSum(phi: Row, pair: PairVariable, x: Vec, y: Vec, dim: number, w: Vec, columns: number): Vec {
  if (x === y && columns === 1) return symmetricSum(phi, pair, x, dim, w);
  const n = x.length / dim;
  const row = new Float64Array(BLOCK);
  const out = new Float64Array(n * columns);
  forBlocks(y, dim, (from, count, sources) => {
    const weights = w.subarray(from * columns, (from + count) * columns);
    for (let i = 0; i < n; i++) {
      pair(x, i, sources, count, dim, row);
      phi(row, count, row);
      if (columns === 1) out[i] = addColumn(out[i], row, weights, count);
      else addColumns(row, weights, count, columns, out, i * columns);
    }
  });
  return out;
}

/** total + Σ_j row_j w_j. */
export function addColumn(total: number, row: Vec, w: Vec, count: number): number {
  let s = total;
  for (let j = 0; j < count; j++) s += row[j] * w[j];
  return s;
}

/** out_{own+c} += Σ_j row_j w_jc, two columns at a time. */
function addColumns(row: Vec, w: Vec, count: number, columns: number, out: Vec, own: number): void {
  for (let c = 0; c + 1 < columns; c += 2) addTwoColumns(row, w, c, count, columns, out, own + c);
  if (columns % 2 === 0) return;
  let s = out[own + columns - 1];
  for (let j = 0, at = columns - 1; j < count; j++, at += columns) s += row[j] * w[at];
  out[own + columns - 1] = s;
}

function addTwoColumns(row: Vec, w: Vec, c: number, count: number, columns: number, out: Vec, own: number): void {
  let s = out[own];
  let t = out[own + 1];
  for (let j = 0, at = c; j < count; j++, at += columns) {
    const k = row[j];
    s += k * w[at];
    t += k * w[at + 1];
  }
  out[own] = s;
  out[own + 1] = t;
}
