/**
 * A = L Lᵀ in place, row-major with `step` bytes a row. The order of sums is that of the TypeScript twin: every entry loses, panel by
 * panel, a dot product of 48 terms that starts at 0; which entries are done first is free, and chosen for the caches. Two panels make
 * a group; the rows of a group that stand below it are packed, four rows to a column of 32 bytes, so that the products run through memory.
 */
const PANEL: usize = 48;
const GROUP: usize = 2 * PANEL;
/** Bytes of one panel, of one group, of four packed rows. */
const PANEL_BYTES: usize = PANEL << 5;
const GROUP_BYTES: usize = GROUP << 5;
/** Rows of a group that are used again and again: they stay in the second-level cache. */
const KEPT: usize = 64;

/** The panel's own rows: l_ij = (a_ij - Σ_k l_ik l_jk) / l_jj. Returns the row of a pivot that is not positive, or -1. */
function factorDiagonal(a: usize, step: usize, start: usize, end: usize): i32 {
  for (let i = start; i < end; i++) {
    const own = a + i * step;
    for (let j = start; j <= i; j++) {
      const other = a + j * step;
      let total: f64 = 0;
      for (let k = start << 3; k < j << 3; k += 8) total += load<f64>(own + k) * load<f64>(other + k);
      const rest = load<f64>(own + (j << 3)) - total;
      if (i === j && !(rest > 0)) return <i32>i;
      store<f64>(own + (j << 3), i === j ? sqrt(rest) : rest / load<f64>(other + (j << 3)));
    }
  }
  return -1;
}

/** Two numbers of two rows. */
// @ts-ignore: decorator
@inline function gather(a: usize, step: usize): v128 {
  return v128.load64_lane(a + step, v128.load64_zero(a), 1);
}

// @ts-ignore: decorator
@inline function scatter(a: usize, step: usize, v: v128): void {
  v128.store64_lane(a, v, 0);
  v128.store64_lane(a + step, v, 1);
}

/** (c - total) / l for two rows, also into the pack. */
// @ts-ignore: decorator
@inline function solved(c: usize, step: usize, total: v128, l: usize, pack: usize): v128 {
  const x = f64x2.div(f64x2.sub(gather(c, step), total), v128.load64_splat(l));
  scatter(c, step, x);
  v128.store(pack, x);
  return x;
}

/** Columns j … j + 3 of four rows at `c` below the panel; row j of the panel is at `l`, and the rows' columns before j are in `pack`. */
function solveTile(c: usize, step: usize, l: usize, j: usize, pack: usize): void {
  const l1 = l + step, l2 = l1 + step, l3 = l2 + step, c2 = c + 2 * step;
  let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0, p = pack, k: usize = 0;
  for (const end = j << 3; k < end; k += 8, p += 32) {
    const x = v128.load(p), y = v128.load(p, 16);
    const a0 = v128.load64_splat(l + k);
    r0 = f64x2.add(r0, f64x2.mul(x, a0));
    r1 = f64x2.add(r1, f64x2.mul(y, a0));
    const a1 = v128.load64_splat(l1 + k);
    r2 = f64x2.add(r2, f64x2.mul(x, a1));
    r3 = f64x2.add(r3, f64x2.mul(y, a1));
    const a2 = v128.load64_splat(l2 + k);
    r4 = f64x2.add(r4, f64x2.mul(x, a2));
    r5 = f64x2.add(r5, f64x2.mul(y, a2));
    const a3 = v128.load64_splat(l3 + k);
    r6 = f64x2.add(r6, f64x2.mul(x, a3));
    r7 = f64x2.add(r7, f64x2.mul(y, a3));
  }
  const x0 = solved(c, step, r0, l + k, p), y0 = solved(c2, step, r1, l + k, p + 16);
  r2 = f64x2.add(r2, f64x2.mul(x0, v128.load64_splat(l1 + k)));
  r3 = f64x2.add(r3, f64x2.mul(y0, v128.load64_splat(l1 + k)));
  r4 = f64x2.add(r4, f64x2.mul(x0, v128.load64_splat(l2 + k)));
  r5 = f64x2.add(r5, f64x2.mul(y0, v128.load64_splat(l2 + k)));
  r6 = f64x2.add(r6, f64x2.mul(x0, v128.load64_splat(l3 + k)));
  r7 = f64x2.add(r7, f64x2.mul(y0, v128.load64_splat(l3 + k)));
  const x1 = solved(c + 8, step, r2, l1 + k + 8, p + 32), y1 = solved(c2 + 8, step, r3, l1 + k + 8, p + 48);
  r4 = f64x2.add(r4, f64x2.mul(x1, v128.load64_splat(l2 + k, 8)));
  r5 = f64x2.add(r5, f64x2.mul(y1, v128.load64_splat(l2 + k, 8)));
  r6 = f64x2.add(r6, f64x2.mul(x1, v128.load64_splat(l3 + k, 8)));
  r7 = f64x2.add(r7, f64x2.mul(y1, v128.load64_splat(l3 + k, 8)));
  const x2 = solved(c + 16, step, r4, l2 + k + 16, p + 64), y2 = solved(c2 + 16, step, r5, l2 + k + 16, p + 80);
  r6 = f64x2.add(r6, f64x2.mul(x2, v128.load64_splat(l3 + k, 16)));
  r7 = f64x2.add(r7, f64x2.mul(y2, v128.load64_splat(l3 + k, 16)));
  solved(c + 24, step, r6, l3 + k + 24, p + 96);
  solved(c2 + 24, step, r7, l3 + k + 24, p + 112);
}

/** The panel's columns in all rows from `end` on, four columns at a time: neighbouring tiles do not wait for each other. */
function solveBelow(a: usize, step: usize, rows: usize, start: usize, packs: usize): void {
  for (let j: usize = 0; j < PANEL; j += 4)
    for (let i = start + PANEL; i < rows; i += 4)
      solveTile(a + i * step + ((start + j) << 3), step, a + (start + j) * step + (start << 3), j, packs + (i >> 2) * GROUP_BYTES);
}

// @ts-ignore: decorator
@inline function subtract(c: usize, v: v128): void {
  v128.store(c, f64x2.sub(v128.load(c), v));
}

/** c_ij -= Σ_k p_ik q_jk for 4 × 4 entries, one panel after the other: 16 sums in eight vectors. */
function subtractTile(c: usize, step: usize, p: usize, q: usize, panels: usize): void {
  const c1 = c + step, c2 = c1 + step, c3 = c2 + step;
  for (let panel: usize = 0; panel < panels; panel++) {
    let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0;
    for (const end = p + PANEL_BYTES; p < end; p += 32, q += 32) {
      const b0 = v128.load(q), b1 = v128.load(q, 16);
      const a0 = v128.load64_splat(p);
      r0 = f64x2.add(r0, f64x2.mul(a0, b0));
      r1 = f64x2.add(r1, f64x2.mul(a0, b1));
      const a1 = v128.load64_splat(p, 8);
      r2 = f64x2.add(r2, f64x2.mul(a1, b0));
      r3 = f64x2.add(r3, f64x2.mul(a1, b1));
      const a2 = v128.load64_splat(p, 16);
      r4 = f64x2.add(r4, f64x2.mul(a2, b0));
      r5 = f64x2.add(r5, f64x2.mul(a2, b1));
      const a3 = v128.load64_splat(p, 24);
      r6 = f64x2.add(r6, f64x2.mul(a3, b0));
      r7 = f64x2.add(r7, f64x2.mul(a3, b1));
    }
    subtract(c, r0);
    subtract(c + 16, r1);
    subtract(c1, r2);
    subtract(c1 + 16, r3);
    subtract(c2, r4);
    subtract(c2 + 16, r5);
    subtract(c3, r6);
    subtract(c3 + 16, r7);
  }
}

/** Subtracts `panels` panels, from byte `at` of the packs on, in the columns from … to - 1 of all rows below; `packs` are those of row 0. */
function subtractPanels(a: usize, step: usize, rows: usize, from: usize, to: usize, packs: usize, at: usize, panels: usize): void {
  for (let kept = from; kept < to; kept += KEPT)
    for (let i = kept; i < rows; i += 4) {
      const end = min(min(kept + KEPT, to), i + 1), p = packs + (i >> 2) * GROUP_BYTES + at;
      for (let j = kept; j < end; j += 4)
        subtractTile(a + i * step + (j << 3), step, p, packs + (j >> 2) * GROUP_BYTES + at, panels);
    }
}

/**
 * The factor of the n × n matrix at `a` with `rows` rows, n rounded up to fours; only the lower half is read, and garbage is left above it.
 * `packs` has room for `rows` · 192 numbers. Returns -1, or the first pivot that is not positive.
 */
export function cholesky(a: usize, n: usize, rows: usize, packs: usize): i32 {
  const step = rows << 3;
  for (let group: usize = 0; group < n; group += GROUP) {
    const groupEnd = min(group + GROUP, n);
    for (let start = group, at: usize = 0; start < groupEnd; start += PANEL, at += PANEL_BYTES) {
      const end = min(start + PANEL, n), failed = factorDiagonal(a, step, start, end);
      if (failed >= 0 || end === n) return failed;
      solveBelow(a, step, rows, start, packs + at);
      subtractPanels(a, step, rows, end, groupEnd, packs, at, 1);
    }
    subtractPanels(a, step, rows, groupEnd, n, packs, 0, GROUP / PANEL);
  }
  return -1;
}
