/** Terms that are added at once: four rows and four columns of them stay in the first-level cache. */
const TERMS: usize = 192;
/** Strips of columns that are used again and again: they stay in the second-level cache. */
const KEPT: usize = 16;

/**
 * A B, with A in strips of four rows and B in strips of four columns: the four numbers with the same inner index stand
 * side by side.
 */
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
            product.out + 4 * i * step + (j << 5),
            step,
            product.left + ((i * inner + k) << 5),
            product.right + ((j * inner + k) << 5),
            min(TERMS, inner - k),
          );
}
