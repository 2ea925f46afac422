import { ROW } from "./lanes";

/** out_c += Σ_j k_j w_jc: `columns` rows of sums, two columns at a time. */
export function addColumns(k: usize, w: usize, count: usize, columns: usize, out: usize): void {
  let c: usize = 0;
  for (; c + 1 < columns; c += 2) addTwoColumns(k, w + (c << 3), count, columns << 3, out + c * ROW);
  if (c < columns) addColumn(k, w + (c << 3), count, columns << 3, out + c * ROW);
}

function addColumn(k: usize, w: usize, count: usize, step: usize, out: usize): void {
  let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48);
  for (const end = k + count * ROW; k < end; k += ROW, w += step) {
    const a = v128.load64_splat(w);
    s0 = f64x2.add(s0, f64x2.mul(v128.load(k), a));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(k, 16), a));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(k, 32), a));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(k, 48), a));
  }
  v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
}

function addTwoColumns(k: usize, w: usize, count: usize, step: usize, out: usize): void {
  let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48),
    t0 = v128.load(out, 64), t1 = v128.load(out, 80), t2 = v128.load(out, 96), t3 = v128.load(out, 112);
  for (const end = k + count * ROW; k < end; k += ROW, w += step) {
    const a = v128.load64_splat(w), b = v128.load64_splat(w, 8),
      k0 = v128.load(k), k1 = v128.load(k, 16), k2 = v128.load(k, 32), k3 = v128.load(k, 48);
    s0 = f64x2.add(s0, f64x2.mul(k0, a)); t0 = f64x2.add(t0, f64x2.mul(k0, b));
    s1 = f64x2.add(s1, f64x2.mul(k1, a)); t1 = f64x2.add(t1, f64x2.mul(k1, b));
    s2 = f64x2.add(s2, f64x2.mul(k2, a)); t2 = f64x2.add(t2, f64x2.mul(k2, b));
    s3 = f64x2.add(s3, f64x2.mul(k3, a)); t3 = f64x2.add(t3, f64x2.mul(k3, b));
  }
  v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
  v128.store(out, t0, 64); v128.store(out, t1, 80); v128.store(out, t2, 96); v128.store(out, t3, 112);
}

/** k_j *= w_j: rows times their weights. */
function weigh(k: usize, w: usize, count: usize): void {
  for (const end = k + count * ROW; k < end; k += ROW, w += 8) {
    const a = v128.load64_splat(w);
    v128.store(k, f64x2.mul(a, v128.load(k)));
    v128.store(k, f64x2.mul(a, v128.load(k, 16)), 16);
    v128.store(k, f64x2.mul(a, v128.load(k, 32)), 32);
    v128.store(k, f64x2.mul(a, v128.load(k, 48)), 48);
  }
}

/** The same for points in the plane, in one go. */
function addPlaneDifferences(k: usize, w: usize, x: usize, y: usize, step: usize, count: usize, out: usize): void {
  for (let lanes: usize = 0; lanes < ROW; lanes += 32, k += 32, x += 32, out += 32) {
    const a0 = v128.load(x), a1 = v128.load(x, 16), b0 = v128.load(x, 64), b1 = v128.load(x, 80);
    let s0 = v128.load(out), s1 = v128.load(out, 16), t0 = v128.load(out, 64), t1 = v128.load(out, 80);
    for (let g = k, p = y, v = w, end = k + count * ROW; g < end; g += ROW, p += step, v += 8) {
      const weight = v128.load64_splat(v), a = v128.load64_splat(p), b = v128.load64_splat(p, 8),
        g0 = f64x2.mul(weight, v128.load(g)), g1 = f64x2.mul(weight, v128.load(g, 16));
      s0 = f64x2.add(s0, f64x2.mul(g0, f64x2.sub(a0, a)));
      s1 = f64x2.add(s1, f64x2.mul(g1, f64x2.sub(a1, a)));
      t0 = f64x2.add(t0, f64x2.mul(g0, f64x2.sub(b0, b)));
      t1 = f64x2.add(t1, f64x2.mul(g1, f64x2.sub(b1, b)));
    }
    v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, t0, 64); v128.store(out, t1, 80);
  }
}

/** out_c += Σ_j w_j k_j (x_c - y_jc), one coordinate after the other; k is overwritten. */
export function addDifferences(
  k: usize,
  w: usize,
  x: usize,
  y: usize,
  step: usize,
  count: usize,
  dim: usize,
  out: usize,
): void {
  if (dim === 2) return addPlaneDifferences(k, w, x, y, step, count, out);
  weigh(k, w, count);
  for (let c: usize = 0; c < dim; c++) addDifference(k, x + c * ROW, y + (c << 3), count, step, out + c * ROW);
}

function addDifference(g: usize, x: usize, y: usize, count: usize, step: usize, out: usize): void {
  const x0 = v128.load(x), x1 = v128.load(x, 16), x2 = v128.load(x, 32), x3 = v128.load(x, 48);
  let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48);
  for (const end = g + count * ROW; g < end; g += ROW, y += step) {
    const a = v128.load64_splat(y);
    s0 = f64x2.add(s0, f64x2.mul(v128.load(g), f64x2.sub(x0, a)));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(g, 16), f64x2.sub(x1, a)));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(g, 32), f64x2.sub(x2, a)));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(g, 48), f64x2.sub(x3, a)));
  }
  v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
}
