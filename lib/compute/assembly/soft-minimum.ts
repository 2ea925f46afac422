import { exponentialRow } from "./exponential";
import { Job } from "./job";
import { BLOCK, pack, ROW, unpack, WIDTH } from "./lanes";
import { addColumns } from "./sums";
import { tableOf } from "./terms";
import { termOf } from "./value-rows";
import { pairValues } from "./values";

/**
 * Bytes of scratch memory per thread: a panel, two rows of results, and a row for every source, as the largest is
 * wanted before any sum.
 */
export function softScratchOf(job: Job): usize {
  // values are made for a block of sources at a time, and may need one row more
  return (<usize>job.width + 2 + <usize>job.m + BLOCK) * ROW;
}

/**
 * For the targets of some panels: top_i = max_j h_ij and Σ_j w_j e^{h_ij - top_i}, where h_ij = (g_j - c_ij) / ε and
 * the cost c is the first term; the second is e^{-y}. The m potentials g stand behind the m weights w, and 1/ε behind
 * them.
 */
export function softMinimumPanels(job: Job, first: usize, last: usize, scratch: usize): void {
  const n = <usize>job.n,
    m = <usize>job.m,
    width = <usize>job.width,
    w = <usize>job.w,
    g = w + (m << 3),
    rate = load<f64>(g + (m << 3)),
    result = scratch + width * ROW,
    rows = result + 2 * ROW,
    exponential = termOf(job, 1);
  for (let panel = first; panel < last; panel++) {
    pack(<usize>job.x, panel * WIDTH, n, width, scratch);
    memory.fill(result + ROW, 0, ROW);
    for (let k: usize = 0; k < ROW; k += 16) v128.store(result + k, f64x2.splat(-Infinity));
    for (let j: usize = 0; j < m; j += BLOCK) {
      const count = min(BLOCK, m - j), at = rows + j * ROW;
      pairValues(job, scratch, <usize>job.y + ((j * width) << 3), count, at);
      raise(at, g + (j << 3), rate, count, result);
    }
    lower(rows, m, result);
    exponentialRow(rows, m * ROW, 1, 1, tableOf(exponential), rows);
    addColumns(rows, w, m, 1, result + ROW);
    unpack(result, panel * WIDTH, n, 2, <usize>job.out);
  }
}

/** h = (g_j - c) rate in place of c, and top = max(top, h). */
export function raise(rows: usize, g: usize, rate: f64, count: usize, top: usize): void {
  const a = f64x2.splat(rate);
  let t0 = v128.load(top), t1 = v128.load(top, 16), t2 = v128.load(top, 32), t3 = v128.load(top, 48);
  for (const end = rows + count * ROW; rows < end; rows += ROW, g += 8) {
    const p = v128.load64_splat(g),
      h0 = f64x2.mul(f64x2.sub(p, v128.load(rows)), a), h1 = f64x2.mul(f64x2.sub(p, v128.load(rows, 16)), a),
      h2 = f64x2.mul(f64x2.sub(p, v128.load(rows, 32)), a), h3 = f64x2.mul(f64x2.sub(p, v128.load(rows, 48)), a);
    v128.store(rows, h0); v128.store(rows, h1, 16); v128.store(rows, h2, 32); v128.store(rows, h3, 48);
    t0 = f64x2.pmax(t0, h0); t1 = f64x2.pmax(t1, h1); t2 = f64x2.pmax(t2, h2); t3 = f64x2.pmax(t3, h3);
  }
  v128.store(top, t0); v128.store(top, t1, 16); v128.store(top, t2, 32); v128.store(top, t3, 48);
}

/** top - h in place of h. */
export function lower(rows: usize, count: usize, top: usize): void {
  const t0 = v128.load(top), t1 = v128.load(top, 16), t2 = v128.load(top, 32), t3 = v128.load(top, 48);
  for (const end = rows + count * ROW; rows < end; rows += ROW) {
    v128.store(rows, f64x2.sub(t0, v128.load(rows)));
    v128.store(rows, f64x2.sub(t1, v128.load(rows, 16)), 16);
    v128.store(rows, f64x2.sub(t2, v128.load(rows, 32)), 32);
    v128.store(rows, f64x2.sub(t3, v128.load(rows, 48)), 48);
  }
}
