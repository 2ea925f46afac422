/** Bytes of a row that a panel of columns takes. */
export const PANEL: usize = 128;

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

/**
 * Four rows of A ← A - u pᵀ - p uᵀ from row k on, and sums += next_k (row k): the product of the next reflection in the
 * same pass.
 */
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
  const p = block.p,
    sums = block.sums,
    f = quotient(block.u, k, block.h),
    w = splat(block.next, k),
    row = block.a + k * block.step;
  for (let j = first; j < last; j += 16)
    v128.store(sums + j, plus(v128.load(sums + j), reduced(row + j, f, v128.load(p + j)), w));
}

/** Panels of columns of Q, on whose rows a reflection has still to act, with the sums for the next one. */
export function reflectColumns(block: Reflection, first: usize, last: usize): void {
  const count = block.count, from = first * PANEL, to = min(last * PANEL, block.bytes);
  let k: usize = 0;
  for (; k + 3 < count; k += 4) reflectFour(block, k, from, to);
  for (; k < count; k++) reflectOne(block, k, from, to);
}
