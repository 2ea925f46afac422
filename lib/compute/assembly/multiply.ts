import { pack, ROW, WIDTH } from "./lanes";

/** Columns of the right matrix that are used for all rows before the next ones: they stay in the second-level cache. */
const KEPT: usize = 64;

/** Four columns of B from column j on, as `inner` rows of 32 bytes; beyond the last column stand zeros. */
function packColumns(b: usize, inner: usize, m: usize, j: usize, to: usize): void {
  const lanes = min(4, m - j);
  for (let k: usize = 0; k < inner; k++, to += 32) {
    const from = b + ((k * m + j) << 3);
    if (lanes === 4) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    } else for (let lane: usize = 0; lane < 4; lane++) store<f64>(to + (lane << 3), lane < lanes ? load<f64>(from + (lane << 3)) : 0);
  }
}

/** Two numbers, of which the second may not exist. */
// @ts-ignore: decorator
@inline function put(out: usize, columns: usize, first: usize, v: v128): void {
  if (first < columns) v128.store64_lane(out + (first << 3), v, 0);
  if (first + 1 < columns) v128.store64_lane(out + (first << 3), v, 1, 8);
}

/** Σ_k p_ik q_kj for 4 × 4 entries, each sum in index order, of which `rows` × `columns` are stored. */
function tile(p: usize, q: usize, inner: usize, out: usize, step: usize, rows: usize, columns: usize): void {
  let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0;
  for (const end = q + (inner << 5); q < end; p += ROW, q += 32) {
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
  put(out, columns, 0, r0);
  put(out, columns, 2, r1);
  if (rows > 1) { put(out + step, columns, 0, r2); put(out + step, columns, 2, r3); }
  if (rows > 2) { put(out + 2 * step, columns, 0, r4); put(out + 2 * step, columns, 2, r5); }
  if (rows > 3) { put(out + 3 * step, columns, 0, r6); put(out + 3 * step, columns, 2, r7); }
}

/** A B for A n × inner and B inner × m. `packs` has room for both, the rows of A rounded up to eights and the columns of B to fours. */
export function multiply(a: usize, n: usize, b: usize, m: usize, inner: usize, packs: usize, out: usize): void {
  const step = m << 3, left = packs, right = packs + (n + WIDTH - 1 & ~(WIDTH - 1)) * (inner << 3);
  for (let i: usize = 0; i < n; i += WIDTH) pack(a, i, n, inner, left + i * (inner << 3));
  for (let j: usize = 0; j < m; j += 4) packColumns(b, inner, m, j, right + j * (inner << 3));
  for (let kept: usize = 0; kept < m; kept += KEPT)
    for (let i: usize = 0; i < n; i += 4) {
      const rows = left + (i & ~(WIDTH - 1)) * (inner << 3) + ((i & (WIDTH - 1)) << 3);
      for (let j = kept; j < min(kept + KEPT, m); j += 4)
        tile(rows, right + j * (inner << 3), inner, out + i * step + (j << 3), step, n - i, m - j);
    }
}
