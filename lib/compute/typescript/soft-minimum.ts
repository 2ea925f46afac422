import type { Vec } from "../../arithmetic/vec.js";
import type { Term } from "../kernel-form.js";
import { exponentialRow } from "./exponential.js";
import { forBlocks, squaredDistances } from "./pairs.js";
import { rowOf } from "./rows.js";
import { addColumn } from "./values.js";

/** Costs c(|x_i - y_j|²), potentials g_j and weights w_j of the sources, and 1/ε. */
export interface SoftMinimum {
  readonly cost: Term;
  readonly x: Vec;
  readonly y: Vec;
  readonly dim: number;
  readonly potential: Vec;
  readonly w: Vec;
  readonly rate: number;
}

/** Per target top_i = max_j h_ij and Σ_j w_j e^{h_ij - top_i}, where h_ij = (g_j - c_ij) / ε: n × 2. */
export function softMinimumSums({ cost, x, y, dim, potential, w, rate }: SoftMinimum): Vec {
  const costs = rowOf(cost);
  const exponential = exponentialRow(1, 1);
  const row = new Float64Array(w.length);
  const out = new Float64Array((2 * x.length) / dim);
  for (let i = 0; 2 * i < out.length; i++) {
    let top = -Infinity;
    forBlocks(y, dim, (from, count, sources) => {
      const h = row.subarray(from, from + count);
      squaredDistances(x, i, sources, count, dim, h);
      costs(h, count, h);
      top = raise(h, potential, from, rate, top);
    });
    for (let j = 0; j < row.length; j++) row[j] = top - row[j];
    exponential(row, row.length, row);
    out[2 * i] = top;
    out[2 * i + 1] = addColumn(0, row, w, row.length);
  }
  return out;
}

/** h = (g_j - c) rate in place of c; returns the largest of all so far. */
export function raise(h: Vec, potential: Vec, from: number, rate: number, top: number): number {
  let largest = top;
  for (let j = 0; j < h.length; j++) {
    h[j] = (potential[from + j] - h[j]) * rate;
    if (largest < h[j]) largest = h[j];
  }
  return largest;
}
