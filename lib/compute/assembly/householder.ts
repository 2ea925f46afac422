/**
 * Householder's reduction of a symmetric matrix and the product of its reflections, as in the TypeScript twin: lanes are the columns j, and
 * every sum runs over the rows k in index order. Rows are `step` bytes long and go four at a time, so that one load of a sum serves four.
 * Where a leading block has an odd number of columns, the next one is computed too: it is never used.
 */
import { REFLECT, UPDATE } from "./dense";
import { runStage, serving } from "./pool";

/** Bytes of a row that a panel of columns takes. */
const PANEL: usize = 128;

/** What the threads work on together: the rows k < count of a block, by panels of columns. */
@unmanaged
export class Reflection {
  a: usize;
  step: usize;
  count: usize;
  bytes: usize;
  /** The last reflection, its norm, and its product with the block. */
  u: usize;
  h: f64;
  p: usize;
  /** The next reflection, and the sums that are its product. */
  next: usize;
  sums: usize;
}

/** Runs a stage on all columns. Rows are read from end to end: a piece is as wide as it can be. */
function runColumns(routine: u32, block: Reflection): void {
  const panels = (block.bytes + PANEL - 1) / PANEL, pieces = 2 * (1 + <usize>serving());
  runStage(routine, changetype<usize>(block), panels, (panels + pieces - 1) / pieces, <f64>block.count * <f64>(block.bytes >> 1));
}

/** Σ_k over `count` numbers of |x_k|, in index order. */
function sizeOf(x: usize, count: usize): f64 {
  let total: f64 = 0;
  for (const end = x + (count << 3); x < end; x += 8) total += abs(load<f64>(x));
  return total;
}

/** x ← x/|x|₁ ∓ |x|; the norm h and the entry that is left go to the two addresses. */
function reflector(x: usize, count: usize, norm: usize, left: usize): void {
  const scale = sizeOf(x, count), last = x + ((count - 1) << 3);
  if (scale === 0) {
    store<f64>(norm, 0);
    store<f64>(left, load<f64>(last));
    return;
  }
  let h: f64 = 0;
  for (let at = x; at <= last; at += 8) {
    const v = load<f64>(at) / scale;
    store<f64>(at, v);
    h += v * v;
  }
  const f = load<f64>(last), g = f > 0 ? -sqrt(h) : sqrt(h);
  store<f64>(last, f - g);
  store<f64>(norm, h - f * g);
  store<f64>(left, scale * g);
}

/** p ← p/h - (uᵀp/2h²) u */
function conjugate(p: usize, u: usize, count: usize, h: f64): void {
  let f: f64 = 0;
  const bytes = count << 3;
  for (let k: usize = 0; k < bytes; k += 8) {
    const v = load<f64>(p + k) / h;
    store<f64>(p + k, v);
    f += v * load<f64>(u + k);
  }
  const half = f / (h + h);
  for (let k: usize = 0; k < bytes; k += 8) store<f64>(p + k, load<f64>(p + k) - half * load<f64>(u + k));
}

// @ts-ignore: decorator
@inline function splat(from: usize, k: usize): v128 { return v128.load64_splat(from + (k << 3)); }

/** row - (f p + g u), kept and returned. */
// @ts-ignore: decorator
@inline function updated(row: usize, f: v128, p: v128, g: v128, u: v128): v128 {
  const v = f64x2.sub(v128.load(row), f64x2.add(f64x2.mul(f, p), f64x2.mul(g, u)));
  v128.store(row, v);
  return v;
}

// @ts-ignore: decorator
@inline function plus(sum: v128, row: v128, factor: v128): v128 { return f64x2.add(sum, f64x2.mul(row, factor)); }

/** Four rows of A ← A - u pᵀ - p uᵀ from row k on, and sums += next_k (row k): the product of the next reflection in the same pass. */
function updateFour(block: Reflection, k: usize, first: usize, last: usize): void {
  const u = block.u, p = block.p, next = block.next, sums = block.sums, step = block.step,
    f0 = splat(u, k), f1 = splat(u, k + 1), f2 = splat(u, k + 2), f3 = splat(u, k + 3),
    g0 = splat(p, k), g1 = splat(p, k + 1), g2 = splat(p, k + 2), g3 = splat(p, k + 3),
    w0 = splat(next, k), w1 = splat(next, k + 1), w2 = splat(next, k + 2), w3 = splat(next, k + 3),
    r0 = block.a + k * step, r1 = r0 + step, r2 = r1 + step, r3 = r2 + step;
  for (let j = first; j < last; j += 16) {
    const pj = v128.load(p + j), uj = v128.load(u + j);
    let s = v128.load(sums + j);
    s = plus(s, updated(r0 + j, f0, pj, g0, uj), w0);
    s = plus(s, updated(r1 + j, f1, pj, g1, uj), w1);
    s = plus(s, updated(r2 + j, f2, pj, g2, uj), w2);
    s = plus(s, updated(r3 + j, f3, pj, g3, uj), w3);
    v128.store(sums + j, s);
  }
}

function updateOne(block: Reflection, k: usize, first: usize, last: usize): void {
  const u = block.u, p = block.p, sums = block.sums, row = block.a + k * block.step,
    f = splat(u, k), g = splat(p, k), w = splat(block.next, k);
  for (let j = first; j < last; j += 16)
    v128.store(sums + j, plus(v128.load(sums + j), updated(row + j, f, v128.load(p + j), g, v128.load(u + j)), w));
}

/** Panels of columns of the block, after the rank-two update of the last reflection. */
export function updateColumns(block: Reflection, first: usize, last: usize): void {
  const count = block.count, from = first * PANEL, to = min(last * PANEL, block.bytes);
  let k: usize = 0;
  for (; k + 3 < count; k += 4) updateFour(block, k, from, to);
  for (; k < count; k++) updateOne(block, k, from, to);
}

/** x - (f p + g u) for one row. */
function updateRow(row: usize, k: usize, count: usize, u: usize, p: usize): void {
  const f = load<f64>(u + (k << 3)), g = load<f64>(p + (k << 3));
  for (let j: usize = 0; j < count << 3; j += 8) store<f64>(row + j, load<f64>(row + j) - (f * load<f64>(p + j) + g * load<f64>(u + j)));
}

/**
 * A = Q T Qᵀ for the full symmetric matrix at `a`: reflection i is left at the start of row i, its norm and the entry off the diagonal in
 * `norms` and `off`. The update by one reflection and the product of the next are one pass over the block. `work` has room for three rows.
 */
export function tridiagonalise(a: usize, n: usize, norms: usize, off: usize, work: usize, job: usize): void {
  const step = n << 3, zeros = work + 2 * step, block = changetype<Reflection>(job);
  block.a = a;
  block.step = step;
  let p = work, sums = work + step, u = zeros;
  memory.fill(work, 0, 3 * step);
  for (let i = n - 1; i > 0; i--) {
    const own = a + i * step;
    updateRow(own, i, i + 1, u, p);
    reflector(own, i, norms + (i << 3), off + (i << 3));
    memory.fill(sums, 0, step);
    block.count = i;
    block.bytes = (i << 3) + 8 & ~15;
    block.u = u;
    block.p = p;
    block.next = own;
    block.sums = sums;
    runColumns(UPDATE, block);
    const h = load<f64>(norms + (i << 3)), free = p;
    if (h === 0) {
      memory.fill(p, 0, step);
      u = zeros;
      continue;
    }
    conjugate(sums, own, i, h);
    p = sums;
    sums = free;
    u = own;
  }
  updateRow(a, 0, 1, u, p);
}

/** row - f p, kept and returned. */
// @ts-ignore: decorator
@inline function reduced(row: usize, f: v128, p: v128): v128 {
  const v = f64x2.sub(v128.load(row), f64x2.mul(p, f));
  v128.store(row, v);
  return v;
}

// @ts-ignore: decorator
@inline function quotient(u: usize, k: usize, h: f64): v128 { return f64x2.splat(load<f64>(u + (k << 3)) / h); }

/** Four rows of Q ← Q - (u/h) p from row k on, and sums += next_k (row k). */
function reflectFour(block: Reflection, k: usize, first: usize, last: usize): void {
  const u = block.u, h = block.h, p = block.p, next = block.next, sums = block.sums, step = block.step,
    f0 = quotient(u, k, h), f1 = quotient(u, k + 1, h), f2 = quotient(u, k + 2, h), f3 = quotient(u, k + 3, h),
    w0 = splat(next, k), w1 = splat(next, k + 1), w2 = splat(next, k + 2), w3 = splat(next, k + 3),
    r0 = block.a + k * step, r1 = r0 + step, r2 = r1 + step, r3 = r2 + step;
  for (let j = first; j < last; j += 16) {
    const pj = v128.load(p + j);
    let s = v128.load(sums + j);
    s = plus(s, reduced(r0 + j, f0, pj), w0);
    s = plus(s, reduced(r1 + j, f1, pj), w1);
    s = plus(s, reduced(r2 + j, f2, pj), w2);
    s = plus(s, reduced(r3 + j, f3, pj), w3);
    v128.store(sums + j, s);
  }
}

function reflectOne(block: Reflection, k: usize, first: usize, last: usize): void {
  const p = block.p, sums = block.sums, f = quotient(block.u, k, block.h), w = splat(block.next, k), row = block.a + k * block.step;
  for (let j = first; j < last; j += 16) v128.store(sums + j, plus(v128.load(sums + j), reduced(row + j, f, v128.load(p + j)), w));
}

/** Panels of columns of Q, on whose rows a reflection has still to act, with the sums for the next one. */
export function reflectColumns(block: Reflection, first: usize, last: usize): void {
  const count = block.count, from = first * PANEL, to = min(last * PANEL, block.bytes);
  let k: usize = 0;
  for (; k + 3 < count; k += 4) reflectFour(block, k, from, to);
  for (; k < count; k++) reflectOne(block, k, from, to);
}

/** Q = the product of the reflections that `tridiagonalise` left in `a`, n × n; `work` has room for two rows. */
export function accumulate(a: usize, n: usize, norms: usize, q: usize, work: usize, job: usize): void {
  const step = n << 3, block = changetype<Reflection>(job);
  block.a = q;
  block.step = step;
  let p = work, sums = work + step, h: f64 = Infinity;
  memory.fill(p, 0, step);
  memory.fill(q, 0, n * step);
  for (let i: usize = 1; i <= n; i++) {
    // reflection i - 1 acts, which leaves row i - 1 as it is; that of i = n does not exist, and its sums are not used
    const u = a + (i - 1) * step, next = a + min(i, n - 1) * step, unit = (i - 1) << 3;
    memory.fill(sums, 0, step);
    block.count = i - 1;
    block.bytes = (min(i, n - 1) << 3) + 8 & ~15;
    block.u = u;
    block.h = h;
    block.p = p;
    block.next = next;
    block.sums = sums;
    runColumns(REFLECT, block);
    store<f64>(q + (i - 1) * step + unit, 1);
    if (i === n) return;
    store<f64>(sums + unit, load<f64>(sums + unit) + load<f64>(next + unit));
    const norm = load<f64>(norms + (i << 3)), free = p;
    h = norm === 0 ? Infinity : norm;
    p = sums;
    sums = free;
  }
}
