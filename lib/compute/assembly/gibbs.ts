import { exponentialRow, prepareExponential } from "./exponential";
import { ROW, unpack, WIDTH } from "./lanes";
import { lower, raise } from "./soft-minimum";
import { addColumns } from "./sums";

/**
 * Routines on panels of a matrix of costs: eight rows are the lanes, and a column of them stands in 64 bytes. Vectors along the rows are
 * rounded up to whole panels; `rows` is room for one panel, and a table of the exponential is made by each routine that needs one.
 */

// @ts-ignore: decorator
@inline function copy(panel: usize, m: usize, rows: usize): void { memory.copy(rows, panel, m * ROW); }

/** Per row top_i = max_j h_ij and Σ_j w_j e^{h_ij - top_i}, where h_ij = (g_j - c_ij) rate: n × 2. */
export function softRows(costs: usize, n: usize, m: usize, g: usize, w: usize, rate: f64, table: usize, rows: usize, out: usize): void {
  const result = rows + m * ROW;
  prepareExponential(table, 1);
  for (let i: usize = 0; i < n; i += WIDTH, costs += m * ROW) {
    for (let k: usize = 0; k < ROW; k += 16) {
      v128.store(result + k, f64x2.splat(-Infinity));
      v128.store(result + ROW + k, f64x2.splat(0));
    }
    copy(costs, m, rows);
    raise(rows, g, rate, m, result);
    lower(rows, m, result);
    exponentialRow(rows, m * ROW, 1, 1, table, rows);
    addColumns(rows, w, m, 1, result + ROW);
    unpack(result, i, n, 2, out);
  }
}

/** c - (f + g) */
// @ts-ignore: decorator
@inline function slack(costs: usize, f: v128, g: usize): v128 {
  return f64x2.sub(v128.load(costs), f64x2.add(f, v128.load64_splat(g)));
}

/** min_ij c_ij - (f_i + g_j) */
export function leastSlack(costs: usize, n: usize, m: usize, f: usize, g: usize): f64 {
  let least = f64x2.splat(Infinity);
  for (let i: usize = 0; i < n; i += WIDTH)
    for (let k: usize = 0; k < ROW; k += 16) {
      const own = v128.load(f + (i << 3) + k);
      let at = costs + i * m * 8 + k;
      for (let j: usize = 0; j < m; j++, at += ROW)
        least = f64x2.pmin(least, slack(at, own, g + (j << 3)));
    }
  return min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
}

/** γ_ij = a_i b_j factor e^{-rate (c_ij - (f_i + g_j) - least)}, in panels. */
export function gibbsRows(
  costs: usize, n: usize, m: usize, f: usize, g: usize, a: usize, b: usize, rate: f64, factor: f64, least: f64, table: usize, out: usize,
): void {
  const shift = f64x2.splat(least);
  prepareExponential(table, factor);
  for (let i: usize = 0; i < n; i += WIDTH, f += ROW, a += ROW, costs += m * ROW, out += m * ROW) {
    for (let k: usize = 0; k < ROW; k += 16) {
      const own = v128.load(f + k);
      for (let j: usize = 0; j < m; j++)
        v128.store(out + j * ROW + k, f64x2.sub(slack(costs + j * ROW + k, own, g + (j << 3)), shift));
    }
    exponentialRow(out, m * ROW, factor, rate, table, out);
    for (let k: usize = 0; k < ROW; k += 16) {
      const mass = v128.load(a + k);
      for (let j: usize = 0, at = out + k; j < m; j++, at += ROW)
        v128.store(at, f64x2.mul(f64x2.mul(mass, v128.load64_splat(b + (j << 3))), v128.load(at)));
    }
  }
}

/** Σ_j γ_ij v_j, whole panels of them. */
export function applyRows(panels: usize, n: usize, m: usize, v: usize, out: usize): void {
  for (let i: usize = 0; i < n; i += WIDTH, panels += m * ROW, out += ROW) {
    memory.fill(out, 0, ROW);
    addColumns(panels, v, m, 1, out);
  }
}
