/**
 * A = L Lᵀ in place, in strips of four rows: the four numbers of a column stand side by side, and strip s has the
 * columns 0 … 4s + 3, so that every loop runs through memory. The order of sums is that of the TypeScript twin: every
 * entry loses, panel by panel, a dot product of 48 terms that starts at 0; which entries are done first is free, and
 * chosen for the caches.
 */
export const PANEL: usize = 48;
/** Strips of a panel. */
export const DEPTH: usize = PANEL >> 2;
/** Bytes of one panel in a strip. */
const PANEL_BYTES: usize = PANEL << 5;
/** Panels that are subtracted at once: four rows of them stay in the first-level cache. */
export const AT_ONCE: usize = 4;
/** Strips that are used again and again: they stay in the second-level cache. */
const KEPT: usize = 16;

/**
 * What the threads work on together: the columns of the strips from … to - 1, and of which columns they are subtracted.
 */
@unmanaged
export class Stage {
  a: usize;
  /** Strips of the matrix. */
  rows: usize;
  from: usize;
  to: usize;
  left: usize;
  right: usize;
}

/** Address of column 4t of strip s. */
// @ts-ignore: decorator
@inline function tileOf(a: usize, s: usize, t: usize): usize { return a + ((s * (s + 1)) << 6) + (t << 7); }

/** Σ_k l_ik l_jk over the columns `from` ≤ k < j of one strip, whose lanes are `own` and `other`. */
// @ts-ignore: decorator
@inline function dot(own: usize, other: usize, bytes: usize): f64 {
  let total: f64 = 0;
  for (let k: usize = 0; k < bytes; k += 32) total += load<f64>(own + k) * load<f64>(other + k);
  return total;
}

/**
 * The tile of strip s on the diagonal, whose panel starts at strip `start`. Returns the row of a pivot that is not
 * positive, or -1.
 */
function factorTile(a: usize, n: usize, start: usize, s: usize): i32 {
  const from = tileOf(a, s, start), rows = min<usize>(4, n - (s << 2));
  for (let i: usize = 0; i < rows; i++)
    for (let j: usize = 0; j <= i; j++) {
      const bytes = ((s - start) << 7) + (j << 5), other = from + (j << 3), own = from + (i << 3);
      const rest = load<f64>(own + bytes) - dot(own, other, bytes);
      if (i === j && !(rest > 0)) return <i32>((s << 2) + i);
      store<f64>(own + bytes, i === j ? sqrt(rest) : rest / load<f64>(other + bytes));
    }
  return -1;
}

/** (c - total) / l for four rows, of which two are in each vector. */
// @ts-ignore: decorator
@inline function solved(c: usize, total: v128, l: usize): v128 {
  const x = f64x2.div(f64x2.sub(v128.load(c), total), v128.load64_splat(l));
  v128.store(c, x);
  return x;
}

// @ts-ignore: decorator
@inline function plus(sum: v128, x: v128, l: usize): v128 { return f64x2.add(sum, f64x2.mul(x, v128.load64_splat(l))); }

/**
 * Four columns of the strip at p, after `count` columns of the panel that are solved; the rows of these four stand in
 * the strip at l.
 */
function solveTile(p: usize, l: usize, count: usize): void {
  let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0;
  for (const end = p + (count << 5); p < end; p += 32, l += 32) {
    const x = v128.load(p), y = v128.load(p, 16);
    r0 = plus(r0, x, l);
    r1 = plus(r1, y, l);
    r2 = plus(r2, x, l + 8);
    r3 = plus(r3, y, l + 8);
    r4 = plus(r4, x, l + 16);
    r5 = plus(r5, y, l + 16);
    r6 = plus(r6, x, l + 24);
    r7 = plus(r7, y, l + 24);
  }
  const x0 = solved(p, r0, l), y0 = solved(p + 16, r1, l);
  const x1 = solved(p + 32, plus(r2, x0, l + 8), l + 40), y1 = solved(p + 48, plus(r3, y0, l + 8), l + 40);
  r4 = plus(plus(r4, x0, l + 16), x1, l + 48);
  r5 = plus(plus(r5, y0, l + 16), y1, l + 48);
  r6 = plus(plus(r6, x0, l + 24), x1, l + 56);
  r7 = plus(plus(r7, y0, l + 24), y1, l + 56);
  const x2 = solved(p + 64, r4, l + 80), y2 = solved(p + 80, r5, l + 80);
  solved(p + 96, plus(r6, x2, l + 88), l + 120);
  solved(p + 112, plus(r7, y2, l + 88), l + 120);
}

// @ts-ignore: decorator
@inline function subtract(c: usize, v: v128): void {
  v128.store(c, f64x2.sub(v128.load(c), v));
}

/** c_ij -= Σ_k p_ik q_jk for 4 × 4 entries, one panel after the other: 16 sums in eight vectors. */
function subtractTile(c: usize, p: usize, q: usize, panels: usize): void {
  for (let panel: usize = 0; panel < panels; panel++) {
    let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0;
    for (const end = p + PANEL_BYTES; p < end; p += 32, q += 32) {
      const x = v128.load(p), y = v128.load(p, 16);
      const a0 = v128.load64_splat(q);
      r0 = f64x2.add(r0, f64x2.mul(x, a0));
      r1 = f64x2.add(r1, f64x2.mul(y, a0));
      const a1 = v128.load64_splat(q, 8);
      r2 = f64x2.add(r2, f64x2.mul(x, a1));
      r3 = f64x2.add(r3, f64x2.mul(y, a1));
      const a2 = v128.load64_splat(q, 16);
      r4 = f64x2.add(r4, f64x2.mul(x, a2));
      r5 = f64x2.add(r5, f64x2.mul(y, a2));
      const a3 = v128.load64_splat(q, 24);
      r6 = f64x2.add(r6, f64x2.mul(x, a3));
      r7 = f64x2.add(r7, f64x2.mul(y, a3));
    }
    subtract(c, r0);
    subtract(c + 16, r1);
    subtract(c + 32, r2);
    subtract(c + 48, r3);
    subtract(c + 64, r4);
    subtract(c + 80, r5);
    subtract(c + 96, r6);
    subtract(c + 112, r7);
  }
}

/** The panel of the strips start … end - 1, in its own rows. Returns the row of a pivot that is not positive, or -1. */
export function factorDiagonal(a: usize, n: usize, start: usize, end: usize): i32 {
  for (let s = start; s < end; s++) {
    const failed = factorTile(a, n, start, s);
    if (failed >= 0) return failed;
    for (let i = s + 1; i < end; i++) solveTile(tileOf(a, i, start), tileOf(a, s, start), (s - start) << 2);
  }
  return -1;
}

/** The columns of one panel in strips below it, the last ones first: neighbouring tiles do not wait for each other. */
export function solveStrips(stage: Stage, first: usize, last: usize): void {
  const a = stage.a, from = stage.from, end = stage.rows - first;
  for (let kept = stage.rows - last; kept < end; kept += KEPT)
    for (let s = from; s < stage.to; s++)
      for (let i = kept; i < min(kept + KEPT, end); i++)
        solveTile(tileOf(a, i, from), tileOf(a, s, from), (s - from) << 2);
}

/**
 * Subtracts the panels of the strips from … to - 1 in the columns of the strips left … right - 1 of strips, the last
 * ones first.
 */
export function subtractStrips(stage: Stage, first: usize, last: usize): void {
  const a = stage.a,
    from = stage.from,
    panels = (stage.to - from) / DEPTH,
    start = stage.rows - last,
    end = stage.rows - first;
  for (let kept = stage.left; kept < min(stage.right, end); kept += KEPT)
    for (let i = max(start, kept); i < end; i++)
      for (let j = kept; j < min(min(kept + KEPT, stage.right), i + 1); j++)
        subtractTile(tileOf(a, i, j), tileOf(a, i, from), tileOf(a, j, from), panels);
}
