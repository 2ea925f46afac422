import { Product } from "./multiply-stages";
import { runStage } from "./pool";
import { MULTIPLY } from "./stage-numbers";

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
    } else
      for (let lane: usize = 0; lane < 4; lane++)
        store<f64>(to + (lane << 3), lane < lanes ? load<f64>(from + (lane << 3)) : 0);
  }
}

/** A B for A n × inner and B inner × m; there is room at left, right and out for whole strips and tiles. */
export function multiply(
  a: usize,
  n: usize,
  b: usize,
  m: usize,
  inner: usize,
  left: usize,
  right: usize,
  out: usize,
  job: usize,
): void {
  const product = changetype<Product>(job),
    rows = (n + 3) >> 2,
    columns = (m + 3) >> 2;
  product.left = left;
  product.right = right;
  product.inner = inner;
  product.columns = columns;
  product.out = out;
  for (let i: usize = 0; i < rows; i++) packRows(a, n, inner, i << 2, left + ((i * inner) << 5));
  for (let j: usize = 0; j < columns; j++) packColumns(b, inner, m, j << 2, right + ((j * inner) << 5));
  runStage(MULTIPLY, job, rows, min<usize>(8, (rows + 31) >> 5), <f64>n * <f64>inner * <f64>m);
}
