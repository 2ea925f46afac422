import { MULTIPLY } from "./dense";
import { runStage } from "./pool";

/** Terms that are added at once: four rows and four columns of them stay in the first-level cache. */
const TERMS: usize = 192;
/** Strips of columns that are used again and again: they stay in the second-level cache. */
const KEPT: usize = 16;

/** A B, with A in strips of four rows and B in strips of four columns: the four numbers with the same inner index stand side by side. */
@unmanaged
export class Product {
  left: usize;
  right: usize;
  inner: usize;
  /** Strips of columns. */
  columns: usize;
  /** Row-major, of whole tiles. */
  out: usize;
}

/** Four rows of A from row i on; beyond the last one it is repeated. */
function packRows(a: usize, n: usize, inner: usize, i: usize, to: usize): void {
  for (let lane: usize = 0; lane < 4; lane++) {
    const from = a + ((min(i + lane, n - 1) * inner) << 3);
    for (let k: usize = 0; k < inner; k++) store<f64>(to + (k << 5) + (lane << 3), load<f64>(from + (k << 3)));
  }
}

/** Four columns of B from column j on; beyond the last one stand zeros. */
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

/** c_ij += Σ_k p_ik q_kj for 4 × 4 entries over `count` terms, each sum in index order. */
function tile(c: usize, step: usize, p: usize, q: usize, count: usize): void {
  const c1 = c + step, c2 = c1 + step, c3 = c2 + step;
  let r0 = v128.load(c), r1 = v128.load(c, 16), r2 = v128.load(c1), r3 = v128.load(c1, 16),
    r4 = v128.load(c2), r5 = v128.load(c2, 16), r6 = v128.load(c3), r7 = v128.load(c3, 16);
  for (const end = q + (count << 5); q < end; p += 32, q += 32) {
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
  v128.store(c, r0);
  v128.store(c, r1, 16);
  v128.store(c1, r2);
  v128.store(c1, r3, 16);
  v128.store(c2, r4);
  v128.store(c2, r5, 16);
  v128.store(c3, r6);
  v128.store(c3, r7, 16);
}

/** The strips of rows first … last - 1. */
export function multiplyStrips(product: Product, first: usize, last: usize): void {
  const inner = product.inner, columns = product.columns, step = columns << 5;
  memory.fill(product.out + 4 * first * step, 0, 4 * (last - first) * step);
  for (let k: usize = 0; k < inner; k += TERMS)
    for (let kept: usize = 0; kept < columns; kept += KEPT)
      for (let i = first; i < last; i++)
        for (let j = kept; j < min(kept + KEPT, columns); j++)
          tile(
            product.out + 4 * i * step + (j << 5), step, product.left + ((i * inner + k) << 5), product.right + ((j * inner + k) << 5),
            min(TERMS, inner - k),
          );
}

/** A B for A n × inner and B inner × m; there is room at left, right and out for whole strips and tiles. */
export function multiply(a: usize, n: usize, b: usize, m: usize, inner: usize, left: usize, right: usize, out: usize, job: usize): void {
  const product = changetype<Product>(job), rows = (n + 3) >> 2, columns = (m + 3) >> 2;
  product.left = left;
  product.right = right;
  product.inner = inner;
  product.columns = columns;
  product.out = out;
  for (let i: usize = 0; i < rows; i++) packRows(a, n, inner, i << 2, left + ((i * inner) << 5));
  for (let j: usize = 0; j < columns; j++) packColumns(b, inner, m, j << 2, right + ((j * inner) << 5));
  runStage(MULTIPLY, job, rows, min<usize>(8, (rows + 31) >> 5), <f64>n * <f64>inner * <f64>m);
}
