import { exponentialRow } from "./exponential";
import { BLOCK, copyRow, ROW, unpack, WIDTH } from "./lanes";
import { lower, raise } from "./soft-minimum";
import { addColumns } from "./sums";

/**
 * Costs and plan of an entropic transport problem as the host describes them: numbers, addresses and counts, all as
 * f64. Both matrices are row-major, with whole panels of eight rows and of eight columns: the last row and column are
 * repeated, with masses 0. So are vectors.
 */
@unmanaged
export class Entropic {
  costs: f64;
  plan: f64;
  n: f64;
  m: f64;
  /** Potentials and masses of the rows and of the columns. */
  f: f64;
  g: f64;
  a: f64;
  b: f64;
  rate: f64;
  /** factor = e^{-least rate} */
  factor: f64;
  least: f64;
  /** Table of the exponential with this factor, and of one with factor 1. */
  table: f64;
  plain: f64;
  /** Sums of the rows, and of the columns where γ is applied to both. */
  out: f64;
  sums: f64;
}

// @ts-ignore: decorator
@inline function whole(n: f64): usize { return <usize>n + WIDTH - 1 & ~(WIDTH - 1); }
/** Bytes of a row. */
// @ts-ignore: decorator
@inline function widthOf(job: Entropic): usize { return whole(job.m) << 3; }

/**
 * Bytes of scratch memory per thread of `softRows` and `softColumns`: two rows of results, and one for every number of
 * a sum.
 */
export function entropicScratchOf(job: Entropic): usize { return (2 + max(whole(job.n), whole(job.m))) * ROW; }

// @ts-ignore: decorator
@inline function lowHalves(a: v128, b: v128): v128 { return v128.shuffle<f64>(a, b, 0, 2); }
// @ts-ignore: decorator
@inline function highHalves(a: v128, b: v128): v128 { return v128.shuffle<f64>(a, b, 1, 3); }

/** `count` columns, an even number, of eight rows `width` bytes apart: columns become rows. */
function turn(from: usize, width: usize, count: usize, to: usize): void {
  for (const end = from + (count << 3), two = 2 * width; from < end; from += 16, to += 2 * ROW) {
    turnTwo(from, from + width, to, 0);
    turnTwo(from + two, from + two + width, to, 16);
    turnTwo(from + 2 * two, from + 2 * two + width, to, 32);
    turnTwo(from + 3 * two, from + 3 * two + width, to, 48);
  }
}

// @ts-ignore: decorator
@inline function turnTwo(from: usize, under: usize, to: usize, lanes: usize): void {
  const a = v128.load(from), b = v128.load(under);
  v128.store(to + lanes, lowHalves(a, b));
  v128.store(to + lanes, highHalves(a, b), ROW);
}

/**
 * Per target of a panel top = max_k h_k and Σ_k w_k e^{h_k - top}, where h_k = (p_k - c_k) rate, for `count` rows of
 * costs c in `rows`.
 */
function softPanel(job: Entropic, rows: usize, potentials: usize, w: usize, count: usize, result: usize): void {
  for (let k: usize = 0; k < ROW; k += 16) {
    v128.store(result + k, f64x2.splat(-Infinity));
    v128.store(result + ROW + k, f64x2.splat(0));
  }
  raise(rows, potentials, job.rate, count, result);
  for (let k: usize = 0; k < count; k += BLOCK) {
    const size = min(BLOCK, count - k), at = rows + k * ROW;
    lower(at, size, result);
    exponentialRow(at, size * ROW, 1, 1, <usize>job.plain, at);
    addColumns(at, w + (k << 3), size, 1, result + ROW);
  }
}

/** Soft minima over the columns j, for panels of rows: n × 2. */
function softRows(job: Entropic, first: usize, last: usize, scratch: usize): void {
  const m = whole(job.m), width = m << 3, rows = scratch + 2 * ROW;
  for (let panel = first; panel < last; panel++) {
    turn(<usize>job.costs + panel * WIDTH * width, width, m, rows);
    softPanel(job, rows, <usize>job.g, <usize>job.b, m, scratch);
    unpack(scratch, panel * WIDTH, <usize>job.n, 2, <usize>job.out);
  }
}

/** Soft minima over the rows i, for panels of columns: m × 2. */
function softColumns(job: Entropic, first: usize, last: usize, scratch: usize): void {
  const n = whole(job.n), width = widthOf(job), rows = scratch + 2 * ROW;
  for (let panel = first; panel < last; panel++) {
    for (let i: usize = 0, from = <usize>job.costs + panel * ROW; i < n; i++, from += width)
      copyRow(from, rows + i * ROW);
    softPanel(job, rows, <usize>job.f, <usize>job.a, n, scratch);
    unpack(scratch, panel * WIDTH, <usize>job.m, 2, <usize>job.out);
  }
}

/** c - (f + g) */
// @ts-ignore: decorator
@inline function slack(c: v128, f: v128, g: v128): v128 { return f64x2.sub(c, f64x2.add(f, g)); }

/** min_j c_ij - (f_i + g_j) of the rows of some panels. */
function leastSlacks(job: Entropic, first: usize, last: usize): void {
  const width = widthOf(job);
  for (let i = first * WIDTH; i < last * WIDTH; i++) {
    const f = v128.load64_splat(<usize>job.f + (i << 3));
    let s = f64x2.splat(Infinity), t = s, c = <usize>job.costs + i * width, g = <usize>job.g;
    for (const end = c + width; c < end; c += ROW, g += ROW) {
      s = f64x2.pmin(s, slack(v128.load(c), f, v128.load(g)));
      t = f64x2.pmin(t, slack(v128.load(c, 16), f, v128.load(g, 16)));
      s = f64x2.pmin(s, slack(v128.load(c, 32), f, v128.load(g, 32)));
      t = f64x2.pmin(t, slack(v128.load(c, 48), f, v128.load(g, 48)));
    }
    s = f64x2.pmin(s, t);
    store<f64>(<usize>job.out + (i << 3), min(f64x2.extract_lane(s, 0), f64x2.extract_lane(s, 1)));
  }
}

/** c_ij - (f_i + g_j) - least along a row. */
function slackRow(c: usize, width: usize, f: v128, g: usize, least: v128, to: usize): void {
  for (const end = c + width; c < end; c += ROW, g += ROW, to += ROW) {
    v128.store(to, f64x2.sub(slack(v128.load(c), f, v128.load(g)), least));
    v128.store(to, f64x2.sub(slack(v128.load(c, 16), f, v128.load(g, 16)), least), 16);
    v128.store(to, f64x2.sub(slack(v128.load(c, 32), f, v128.load(g, 32)), least), 32);
    v128.store(to, f64x2.sub(slack(v128.load(c, 48), f, v128.load(g, 48)), least), 48);
  }
}

/** Multiplies a row by a_i b_j, and counts what is not 0. */
function weighRow(row: usize, width: usize, a: v128, b: usize): f64 {
  const zero = f64x2.splat(0);
  let count = i64x2.splat(0);
  for (const end = row + width; row < end; row += ROW, b += ROW) {
    const k0 = f64x2.mul(f64x2.mul(a, v128.load(b)), v128.load(row)),
      k1 = f64x2.mul(f64x2.mul(a, v128.load(b, 16)), v128.load(row, 16)),
      k2 = f64x2.mul(f64x2.mul(a, v128.load(b, 32)), v128.load(row, 32)),
      k3 = f64x2.mul(f64x2.mul(a, v128.load(b, 48)), v128.load(row, 48));
    v128.store(row, k0); v128.store(row, k1, 16); v128.store(row, k2, 32); v128.store(row, k3, 48);
    count = i64x2.sub(i64x2.sub(count, f64x2.ne(k0, zero)), f64x2.ne(k1, zero));
    count = i64x2.sub(i64x2.sub(count, f64x2.ne(k2, zero)), f64x2.ne(k3, zero));
  }
  return <f64>(i64x2.extract_lane(count, 0) + i64x2.extract_lane(count, 1));
}

/**
 * γ_ij = a_i b_j factor e^{-rate (c_ij - (f_i + g_j) - least)} in the rows of some panels, and how many of them are not
 * 0.
 */
function fillPlan(job: Entropic, first: usize, last: usize): void {
  const width = widthOf(job), least = f64x2.splat(job.least);
  for (let i = first * WIDTH; i < last * WIDTH; i++) {
    const plan = <usize>job.plan + i * width,
      f = v128.load64_splat(<usize>job.f + (i << 3)),
      a = v128.load64_splat(<usize>job.a + (i << 3));
    slackRow(<usize>job.costs + i * width, width, f, <usize>job.g, least, plan);
    exponentialRow(plan, width, job.factor, job.rate, <usize>job.table, plan);
    store<f64>(<usize>job.out + (i << 3), weighRow(plan, width, a, <usize>job.b));
  }
}

/** total + γ_ij v_j + γ_i,j+1 v_j+1 for two rows from address `at` on, and v = (v_j, v_j+1). */
// @ts-ignore: decorator
@inline function addTwo(total: v128, at: usize, width: usize, v: v128): v128 {
  const upper = f64x2.mul(v128.load(at), v), under = f64x2.mul(v128.load(at + width), v);
  return f64x2.add(f64x2.add(total, lowHalves(upper, under)), highHalves(upper, under));
}

/** Σ_j γ_ij v_j of the rows of some panels, where v stands in place of g. */
function applyRows(job: Entropic, first: usize, last: usize): void {
  const width = widthOf(job), v = <usize>job.g;
  for (let panel = first; panel < last; panel++) {
    const plan = <usize>job.plan + panel * WIDTH * width, out = <usize>job.out + panel * ROW;
    let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0;
    for (let j: usize = 0, at = plan; j < width; j += 16, at += 16) {
      const weights = v128.load(v + j);
      r0 = addTwo(r0, at, width, weights);
      r1 = addTwo(r1, at + 2 * width, width, weights);
      r2 = addTwo(r2, at + 4 * width, width, weights);
      r3 = addTwo(r3, at + 6 * width, width, weights);
    }
    v128.store(out, r0); v128.store(out, r1, 16); v128.store(out, r2, 32); v128.store(out, r3, 48);
  }
}

/** sums_j += Σ_i γ_ij u_i over some panels of rows, for some panels of columns; u stands in place of f. */
function addPart(job: Entropic, first: usize, last: usize, from: usize, to: usize): void {
  const width = widthOf(job), out = <usize>job.sums, end = to * ROW;
  for (let i = first * WIDTH; i < last * WIDTH; i += WIDTH) {
    const u = <usize>job.f + (i << 3),
      u0 = v128.load64_splat(u),
      u1 = v128.load64_splat(u, 8),
      u2 = v128.load64_splat(u, 16),
      u3 = v128.load64_splat(u, 24),
      u4 = v128.load64_splat(u, 32),
      u5 = v128.load64_splat(u, 40),
      u6 = v128.load64_splat(u, 48),
      u7 = v128.load64_splat(u, 56);
    for (
      let j = from * ROW, at = <usize>job.plan + i * width + j, four = at + 4 * width;
      j < end;
      j += 16, at += 16, four += 16
    ) {
      let s = v128.load(out + j);
      s = f64x2.add(s, f64x2.mul(v128.load(at), u0));
      s = f64x2.add(s, f64x2.mul(v128.load(at + width), u1));
      s = f64x2.add(s, f64x2.mul(v128.load(at + 2 * width), u2));
      s = f64x2.add(s, f64x2.mul(v128.load(at + 3 * width), u3));
      s = f64x2.add(s, f64x2.mul(v128.load(four), u4));
      s = f64x2.add(s, f64x2.mul(v128.load(four + width), u5));
      s = f64x2.add(s, f64x2.mul(v128.load(four + 2 * width), u6));
      s = f64x2.add(s, f64x2.mul(v128.load(four + 3 * width), u7));
      v128.store(out + j, s);
    }
  }
}

/** sums_j += Σ_i γ_ij u_i over the rows of some panels. */
function addRows(job: Entropic, first: usize, last: usize): void { addPart(job, first, last, 0, whole(job.m) / WIDTH); }

/** The same over all rows, for the columns of some panels. */
function applyColumns(job: Entropic, first: usize, last: usize): void {
  addPart(job, 0, whole(job.n) / WIDTH, first, last);
}

/** Which routine works on a range of panels, of rows or of columns; the host uses the same numbers. */
export function runEntropic(routine: u32, job: Entropic, first: usize, last: usize, scratch: usize): void {
  if (routine === 0) softRows(job, first, last, scratch);
  else if (routine === 1) softColumns(job, first, last, scratch);
  else if (routine === 2) leastSlacks(job, first, last);
  else if (routine === 3) fillPlan(job, first, last);
  else if (routine === 4) applyRows(job, first, last);
  else if (routine === 5) applyColumns(job, first, last);
  else addRows(job, first, last);
}
