import { Job } from "./job";
import { ROW } from "./lanes";
import { room } from "./value-rows";

/** For each coordinate: out += w (along z + 2φ' (b - a)), and the `dim` rows behind += w (φ b - 2φ' z). */
export function addSteinFirst(job: Job, w: usize, x: usize, y: usize, count: usize, rows: usize, out: usize): void {
  const dim = <usize>job.dim;
  for (let lanes: usize = 0; lanes < ROW; lanes += 16)
    for (let c: usize = 0; c < dim; c++)
      addFirst(job, w, x + c * ROW + lanes, y + (c << 3), count, rows + lanes, out + c * ROW + lanes);
}

/** One coordinate and two targets. */
function addFirst(job: Job, w: usize, x: usize, y: usize, count: usize, rows: usize, out: usize): void {
  const behind = <usize>job.dim * ROW, score = <usize>job.dim << 3, step = <usize>job.width << 3, two = f64x2.splat(2),
    xc = v128.load(x), a = v128.load(x + behind);
  let s = v128.load(out), t = v128.load(out + behind);
  for (const end = rows + count * ROW; rows < end; rows += ROW, y += step, w += 8) {
    const z = f64x2.sub(xc, v128.load64_splat(y)), b = v128.load64_splat(y + score), weight = v128.load64_splat(w),
      along = v128.load(rows), phi = v128.load(room(rows, 4)), slope = f64x2.mul(two, v128.load(room(rows, 5)));
    t = f64x2.add(t, f64x2.mul(weight, f64x2.sub(f64x2.mul(phi, b), f64x2.mul(slope, z))));
    s = f64x2.add(s, f64x2.mul(weight, f64x2.add(f64x2.mul(along, z), f64x2.mul(slope, f64x2.sub(b, a)))));
  }
  v128.store(out, s);
  v128.store(out + behind, t);
}

/**
 * For all coordinates: out += w (2φ' (a - b) - along z) + B w (φ a + 2φ' z), source by source; `turned` is room for dim
 * vectors.
 */
export function addSteinSecond(
  job: Job,
  B: usize,
  w: usize,
  x: usize,
  y: usize,
  count: usize,
  rows: usize,
  out: usize,
  turned: usize,
): void {
  const dim = <usize>job.dim,
    step = (<usize>job.width) << 3,
    square = (dim * dim) << 3;
  for (let lanes: usize = 0; lanes < ROW; lanes += 16)
    for (let j: usize = 0; j < count; j++) {
      addSecond(dim, w + (j << 3), x + lanes, y + j * step, rows + j * ROW + lanes, out + lanes, turned);
      addTurned(dim, B + j * square, turned, out + lanes);
    }
}

/** One source and two targets: what is not turned by B, and w (φ a + 2φ' z), which is. */
function addSecond(dim: usize, w: usize, x: usize, y: usize, rows: usize, out: usize, turned: usize): void {
  const along = v128.load(rows),
    phi = v128.load(room(rows, 4)),
    slope = f64x2.mul(f64x2.splat(2), v128.load(room(rows, 5))),
    weight = v128.load64_splat(w),
    behind = dim * ROW,
    score = dim << 3;
  for (let c: usize = 0; c < dim; c++, x += ROW, y += 8, out += ROW, turned += 16) {
    const z = f64x2.sub(v128.load(x), v128.load64_splat(y)),
      a = v128.load(x + behind),
      b = v128.load64_splat(y + score),
      own = f64x2.sub(f64x2.mul(slope, f64x2.sub(a, b)), f64x2.mul(along, z));
    v128.store(turned, f64x2.mul(weight, f64x2.add(f64x2.mul(phi, a), f64x2.mul(slope, z))));
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(weight, own)));
  }
}

/** out += B u for two targets. */
function addTurned(dim: usize, B: usize, u: usize, out: usize): void {
  for (let c: usize = 0; c < dim; c++, out += ROW) {
    let s = v128.load(out);
    for (let e: usize = 0; e < dim; e++, B += 8)
      s = f64x2.add(s, f64x2.mul(v128.load64_splat(B), v128.load(u + (e << 4))));
    v128.store(out, s);
  }
}
