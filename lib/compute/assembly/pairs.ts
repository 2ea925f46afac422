import { ROW } from "./lanes";

/**
 * Rows of |x - y|² of a panel x and `count` sources, `step` bytes apart: squares added in the order of the coordinates.
 */
export function squaredDistances(x: usize, y: usize, step: usize, count: usize, dim: usize, out: usize): void {
  if (dim === 1) line(x, y, step, count, out);
  else if (dim === 2) plane(x, y, step, count, out);
  else manifold(x, y, step, count, dim, out);
}

// @ts-ignore: decorator
@inline function square(v: v128): v128 { return f64x2.mul(v, v); }

function line(x: usize, y: usize, step: usize, count: usize, out: usize): void {
  const x0 = v128.load(x), x1 = v128.load(x, 16), x2 = v128.load(x, 32), x3 = v128.load(x, 48);
  for (const end = out + count * ROW; out < end; out += ROW, y += step) {
    const a = v128.load64_splat(y);
    v128.store(out, square(f64x2.sub(x0, a)));
    v128.store(out, square(f64x2.sub(x1, a)), 16);
    v128.store(out, square(f64x2.sub(x2, a)), 32);
    v128.store(out, square(f64x2.sub(x3, a)), 48);
  }
}

function plane(x: usize, y: usize, step: usize, count: usize, out: usize): void {
  const x0 = v128.load(x), x1 = v128.load(x, 16), x2 = v128.load(x, 32), x3 = v128.load(x, 48),
    z0 = v128.load(x, 64), z1 = v128.load(x, 80), z2 = v128.load(x, 96), z3 = v128.load(x, 112);
  for (const end = out + count * ROW; out < end; out += ROW, y += step) {
    const a = v128.load64_splat(y), b = v128.load64_splat(y, 8);
    v128.store(out, f64x2.add(square(f64x2.sub(x0, a)), square(f64x2.sub(z0, b))));
    v128.store(out, f64x2.add(square(f64x2.sub(x1, a)), square(f64x2.sub(z1, b))), 16);
    v128.store(out, f64x2.add(square(f64x2.sub(x2, a)), square(f64x2.sub(z2, b))), 32);
    v128.store(out, f64x2.add(square(f64x2.sub(x3, a)), square(f64x2.sub(z3, b))), 48);
  }
}

/**
 * Two sources at a time: eight sums stay in registers, and a load of a coordinate of x serves both. An odd count
 * computes one row more.
 */
function manifold(x: usize, y: usize, step: usize, count: usize, dim: usize, out: usize): void {
  for (const end = out + count * ROW; out < end; out += 2 * ROW, y += 2 * step) {
    let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0, s0 = r0, s1 = r0, s2 = r0, s3 = r0;
    for (let c: usize = 0, p = x, q = y; c < dim; c++, p += ROW, q += 8) {
      const a = v128.load64_splat(q), b = v128.load64_splat(q + step),
        x0 = v128.load(p), x1 = v128.load(p, 16), x2 = v128.load(p, 32), x3 = v128.load(p, 48);
      r0 = f64x2.add(r0, square(f64x2.sub(x0, a)));
      r1 = f64x2.add(r1, square(f64x2.sub(x1, a)));
      r2 = f64x2.add(r2, square(f64x2.sub(x2, a)));
      r3 = f64x2.add(r3, square(f64x2.sub(x3, a)));
      s0 = f64x2.add(s0, square(f64x2.sub(x0, b)));
      s1 = f64x2.add(s1, square(f64x2.sub(x1, b)));
      s2 = f64x2.add(s2, square(f64x2.sub(x2, b)));
      s3 = f64x2.add(s3, square(f64x2.sub(x3, b)));
    }
    v128.store(out, r0); v128.store(out, r1, 16); v128.store(out, r2, 32); v128.store(out, r3, 48);
    v128.store(out, s0, 64); v128.store(out, s1, 80); v128.store(out, s2, 96); v128.store(out, s3, 112);
  }
}

/** Rows of x · y, products added to 0 in the order of the coordinates. An odd count computes one row more. */
export function products(x: usize, y: usize, step: usize, count: usize, dim: usize, out: usize): void {
  for (const end = out + count * ROW; out < end; out += 2 * ROW, y += 2 * step)
    twoProducts(x, y, step, dim, out, false);
}

/**
 * Rows of |x|² + |y|² - 2 x · y, not below 0, for points with their squares behind `dim` coordinates. An odd count
 * computes one row more.
 */
export function expandedDistances(x: usize, y: usize, step: usize, count: usize, dim: usize, out: usize): void {
  for (const end = out + count * ROW; out < end; out += 2 * ROW, y += 2 * step) twoProducts(x, y, step, dim, out, true);
}

/** Two sources at a time: eight sums stay in registers, and a load of a coordinate of x serves both. */
// @ts-ignore: decorator
@inline function twoProducts(x: usize, y: usize, step: usize, dim: usize, out: usize, expanded: bool): void {
  let r0 = f64x2.splat(0), r1 = r0, r2 = r0, r3 = r0, s0 = r0, s1 = r0, s2 = r0, s3 = r0, p = x, q = y;
  for (const end = y + (dim << 3); q < end; p += ROW, q += 8) {
    const a = v128.load64_splat(q), b = v128.load64_splat(q + step),
      x0 = v128.load(p), x1 = v128.load(p, 16), x2 = v128.load(p, 32), x3 = v128.load(p, 48);
    r0 = f64x2.add(r0, f64x2.mul(x0, a));
    r1 = f64x2.add(r1, f64x2.mul(x1, a));
    r2 = f64x2.add(r2, f64x2.mul(x2, a));
    r3 = f64x2.add(r3, f64x2.mul(x3, a));
    s0 = f64x2.add(s0, f64x2.mul(x0, b));
    s1 = f64x2.add(s1, f64x2.mul(x1, b));
    s2 = f64x2.add(s2, f64x2.mul(x2, b));
    s3 = f64x2.add(s3, f64x2.mul(x3, b));
  }
  if (expanded) {
    const a = v128.load64_splat(q), b = v128.load64_splat(q + step),
      x0 = v128.load(p), x1 = v128.load(p, 16), x2 = v128.load(p, 32), x3 = v128.load(p, 48);
    r0 = distance(x0, a, r0); r1 = distance(x1, a, r1); r2 = distance(x2, a, r2); r3 = distance(x3, a, r3);
    s0 = distance(x0, b, s0); s1 = distance(x1, b, s1); s2 = distance(x2, b, s2); s3 = distance(x3, b, s3);
  }
  v128.store(out, r0); v128.store(out, r1, 16); v128.store(out, r2, 32); v128.store(out, r3, 48);
  v128.store(out, s0, 64); v128.store(out, s1, 80); v128.store(out, s2, 96); v128.store(out, s3, 112);
}

/** |x|² + |y|² - 2 x · y, or 0 where that is negative; NaN stays. */
// @ts-ignore: decorator
@inline function distance(x: v128, y: v128, product: v128): v128 {
  return f64x2.pmax(f64x2.sub(f64x2.add(x, y), f64x2.add(product, product)), f64x2.splat(0));
}

/** Rows of (x - y) · (a - b) for points with another vector behind their `dim` coordinates. */
export function mixedProducts(x: usize, y: usize, step: usize, count: usize, dim: usize, out: usize): void {
  const other = dim * ROW, behind = dim << 3;
  for (const end = out + count * ROW; out < end; out += ROW, y += step)
    for (let lanes: usize = 0; lanes < ROW; lanes += 16) {
      let r = f64x2.splat(0);
      for (let c: usize = 0, p = x + lanes, q = y; c < dim; c++, p += ROW, q += 8) {
        const z = f64x2.sub(v128.load(p), v128.load64_splat(q)),
          change = f64x2.sub(v128.load(p + other), v128.load64_splat(q + behind));
        r = f64x2.add(r, f64x2.mul(z, change));
      }
      v128.store(out + lanes, r);
    }
}
