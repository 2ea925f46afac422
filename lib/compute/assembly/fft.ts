/**
 * Transforms of the length of a power of two with the operations of typescript/fft.ts: bit-reversed, then pairs, then
 * quadruples. Lanes are neighbouring lines, of which an even number goes through all stages in the nearest caches; or
 * neighbours in a line, where there is only one.
 */
@unmanaged
export class Transform {
  re: f64;
  im: f64;
  /** Of each line: its length, and how far apart its entries are. */
  length: f64;
  inner: f64;
  /** How many lines there are, and how many go together: 1, or an even number. */
  lines: f64;
  together: f64;
  /** Cosines and sines of 2πk/length, k < length/2, and the bit-reversed order, as numbers of 32 bits. */
  cosines: f64;
  sines: f64;
  order: f64;
}

/** Bytes of scratch memory: real and imaginary parts of the lines that go together. */
export function fftScratchOf(job: Transform): usize { return <usize>job.length * <usize>job.together << 4; }

/** Sums and differences of neighbouring rows of `width` bytes. */
function pairs(x: usize, end: usize, width: usize): void {
  for (; x < end; x += 2 * width)
    for (let j: usize = 0; j < width; j += 8) {
      const a = load<f64>(x + j), b = load<f64>(x + j + width);
      store<f64>(x + j, a + b);
      store<f64>(x + j + width, a - b);
    }
}

/** Four entries at distance `step` from both parts with the twiddle factors w and w², two lanes. */
// @ts-ignore: decorator
@inline function quadruple(re: usize, im: usize, step: usize, wr: v128, wi: v128, vr: v128, vi: v128): void {
  const r1 = v128.load(re + step),
    i1 = v128.load(im + step),
    r3 = v128.load(re + 3 * step),
    i3 = v128.load(im + 3 * step);
  const br = f64x2.sub(f64x2.mul(r1, vr), f64x2.mul(i1, vi)), bi = f64x2.add(f64x2.mul(r1, vi), f64x2.mul(i1, vr)),
    dr = f64x2.sub(f64x2.mul(r3, vr), f64x2.mul(i3, vi)), di = f64x2.add(f64x2.mul(r3, vi), f64x2.mul(i3, vr));
  const r2 = v128.load(re + 2 * step),
    i2 = v128.load(im + 2 * step),
    pr = f64x2.add(r2, dr),
    pi = f64x2.add(i2, di),
    qr = f64x2.sub(r2, dr),
    qi = f64x2.sub(i2, di);
  const tr = f64x2.sub(f64x2.mul(pr, wr), f64x2.mul(pi, wi)), ti = f64x2.add(f64x2.mul(pr, wi), f64x2.mul(pi, wr)),
    ur = f64x2.add(f64x2.mul(qr, wi), f64x2.mul(qi, wr)), ui = f64x2.sub(f64x2.mul(qi, wi), f64x2.mul(qr, wr));
  const r0 = v128.load(re),
    i0 = v128.load(im),
    ar = f64x2.add(r0, br),
    ai = f64x2.add(i0, bi),
    er = f64x2.sub(r0, br),
    ei = f64x2.sub(i0, bi);
  v128.store(re, f64x2.add(ar, tr));
  v128.store(im, f64x2.add(ai, ti));
  v128.store(re + step, f64x2.add(er, ur));
  v128.store(im + step, f64x2.add(ei, ui));
  v128.store(re + 2 * step, f64x2.sub(ar, tr));
  v128.store(im + 2 * step, f64x2.sub(ai, ti));
  v128.store(re + 3 * step, f64x2.sub(er, ur));
  v128.store(im + 3 * step, f64x2.sub(ei, ui));
}

// @ts-ignore: decorator
@inline function splat(table: usize, k: usize): v128 { return v128.load64_splat(table + (k << 3)); }
// @ts-ignore: decorator
@inline function both(table: usize, k: usize, next: usize): v128 {
  return v128.load64_lane(table + (next << 3), v128.load64_zero(table + (k << 3)), 1);
}

/** Transforms of length m into those of length 4m, of rows of `width` bytes: lanes are neighbours in a row. */
function quadruples(re: usize, im: usize, n: usize, m: usize, width: usize, cosines: usize, sines: usize): void {
  const stride = n / (4 * m), step = m * width;
  for (let start: usize = 0; start < n * width; start += 4 * step)
    for (let k: usize = 0, at = start; k < m; k++) {
      const wr = splat(cosines, k * stride),
        wi = f64x2.neg(splat(sines, k * stride)),
        vr = splat(cosines, 2 * k * stride),
        vi = f64x2.neg(splat(sines, 2 * k * stride));
      for (const end = at + width; at < end; at += 16) quadruple(re + at, im + at, step, wr, wi, vr, vi);
    }
}

/**
 * The first quadruples of a single line, m = 1, one by one: w = w² = 1, of which the products keep the signs of zeros
 * as they are.
 */
function firstQuadruples(re: usize, im: usize, end: usize, one: f64, zero: f64): void {
  for (; re < end; re += 32, im += 32) {
    const r1 = load<f64>(re, 8),
      i1 = load<f64>(im, 8),
      r3 = load<f64>(re, 24),
      i3 = load<f64>(im, 24),
      r2 = load<f64>(re, 16),
      i2 = load<f64>(im, 16);
    const br = r1 * one - i1 * zero, bi = r1 * zero + i1 * one, dr = r3 * one - i3 * zero, di = r3 * zero + i3 * one;
    const pr = r2 + dr, pi = i2 + di, qr = r2 - dr, qi = i2 - di;
    const tr = pr * one - pi * zero, ti = pr * zero + pi * one, ur = qr * zero + qi * one, ui = qi * zero - qr * one;
    const r0 = load<f64>(re), i0 = load<f64>(im), ar = r0 + br, ai = i0 + bi, er = r0 - br, ei = i0 - bi;
    store<f64>(re, ar + tr);
    store<f64>(im, ai + ti);
    store<f64>(re, er + ur, 8);
    store<f64>(im, ei + ui, 8);
    store<f64>(re, ar - tr, 16);
    store<f64>(im, ai - ti, 16);
    store<f64>(re, er - ur, 24);
    store<f64>(im, ei - ui, 24);
  }
}

/** The same as `quadruples` for `count` neighbours of a single line: lanes are neighbours in the line, m ≥ 2. */
function quadruplesAlong(re: usize, im: usize, count: usize, n: usize, m: usize, cosines: usize, sines: usize): void {
  const stride = n / (4 * m), step = m << 3;
  for (let start: usize = 0; start < count << 3; start += 4 * step)
    for (let k: usize = 0; k < m; k += 2) {
      const a = k * stride,
        b = a + stride,
        wr = both(cosines, a, b),
        wi = f64x2.neg(both(sines, a, b)),
        vr = both(cosines, 2 * a, 2 * b),
        vi = f64x2.neg(both(sines, 2 * a, 2 * b));
      quadruple(re + start + (k << 3), im + start + (k << 3), step, wr, wi, vr, vi);
    }
}

/**
 * Neighbours of a single line that go through their stages within the second-level cache, before those that join such
 * blocks.
 */
const BLOCK: usize = 16384;

/** The stages from m on of a single line: block by block as far as they stay within one, then together. */
function transformLine(re: usize, im: usize, n: usize, m: usize, cosines: usize, sines: usize): void {
  let block: usize = m;
  while (block < n && (block << 2) <= BLOCK) block <<= 2;
  for (let at: usize = 0; at < n << 3; at += block << 3) {
    let within = m;
    if (m === 1 && block > 1) {
      firstQuadruples(re + at, im + at, re + at + (block << 3), load<f64>(cosines), -load<f64>(sines));
      within = 4;
    }
    for (; within < block; within <<= 2) quadruplesAlong(re + at, im + at, block, n, within, cosines, sines);
  }
  for (; block < n; block <<= 2) quadruplesAlong(re, im, n, n, block, cosines, sines);
}

// @ts-ignore: decorator
@inline function copy(from: usize, to: usize): void { store<f64>(to, load<f64>(from)); }

// @ts-ignore: decorator
@inline function placeOf(order: usize, i: usize): usize { return <usize>load<u32>(order + (i << 2)); }

/**
 * Between lines, from the first-th on, and the rows in which they go together; rows come in bit-reversed order.
 * Neighbouring lines whose entries are neighbours are moved by rows, others line by line.
 */
function move(job: Transform, array: usize, first: usize, count: usize, rows: usize, isIn: bool): void {
  const inner = <usize>job.inner,
    length = <usize>job.length,
    order = <usize>job.order,
    width = (<usize>job.together) << 3,
    isWide = (first % inner) + count <= inner;
  const step = inner << 3, moves: usize = isWide ? 1 : count, size: usize = isWide ? count << 3 : 8;
  for (let c: usize = 0; c < moves; c++) {
    const line = first + c, from = array + ((line / inner * length * inner + line % inner) << 3), to = rows + (c << 3);
    if (isIn)
      for (let i: usize = 0; i < length; i++)
        for (let e: usize = 0, at = from + placeOf(order, i) * step; e < size; e += 8) copy(at + e, to + i * width + e);
    else
      for (let i: usize = 0; i < length; i++)
        for (let e: usize = 0; e < size; e += 8) copy(to + i * width + e, from + i * step + e);
  }
}

/** All stages for rows of `width` bytes. */
function transformRows(job: Transform, re: usize, im: usize, width: usize): void {
  const n = <usize>job.length, cosines = <usize>job.cosines, sines = <usize>job.sines;
  let m: usize = n;
  while (m > 2) m >>= 2;
  if (m === 2) {
    pairs(re, im, width);
    pairs(im, im + n * width, width);
  }
  if (width === 8) transformLine(re, im, n, m, cosines, sines);
  else for (; m < n; m <<= 2) quadruples(re, im, n, m, width, cosines, sines);
}

/** Transforms some of the groups of lines. */
export function fftLines(job: Transform, first: usize, last: usize, scratch: usize): void {
  const together = <usize>job.together, lines = <usize>job.lines, im = scratch + (<usize>job.length * together << 3);
  for (let at = first * together; at < min(lines, last * together); at += together) {
    const count = min(together, lines - at);
    move(job, <usize>job.re, at, count, scratch, true);
    move(job, <usize>job.im, at, count, im, true);
    transformRows(job, scratch, im, together << 3);
    move(job, <usize>job.re, at, count, scratch, false);
    move(job, <usize>job.im, at, count, im, false);
  }
}
