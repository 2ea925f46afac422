/**
 * Spreading and interpolating of the Fourier sums, see compute/summation/fourier. A grid is described by 18 numbers:
 * for each of three axes the used points, the width of the window, where coordinates count from, grid points per unit
 * of length, the address of the coefficients of the window and their number per cell (0 for a missing axis, with width
 * 1). Two lanes are neighbours on the last axis.
 */
const AXIS: usize = 48;

// @ts-ignore: decorator
@inline function used(axis: usize): usize { return <usize>load<f64>(axis); }
// @ts-ignore: decorator
@inline function width(axis: usize): usize { return <usize>load<f64>(axis, 8); }

/** φ on a cell and on its mirror image from even part (first lane) and odd part (second lane). */
// @ts-ignore: decorator
@inline function storeCells(parts: v128, t: f64, low: usize, high: usize): void {
  const even = f64x2.extract_lane(parts, 0), turned = t * f64x2.extract_lane(parts, 1);
  store<f64>(low, even + turned);
  store<f64>(high, even - turned);
}

// @ts-ignore: decorator
@inline function horner(parts: v128, square: v128, piece: usize): v128 {
  return f64x2.add(f64x2.mul(parts, square), v128.load(piece));
}

/**
 * Sets the window of the coordinate x and returns the first grid point under it; four cells at a time, as each waits
 * for its products.
 */
function window(axis: usize, x: f64, out: usize): usize {
  const w = width(axis) << 3, coefficients = <usize>load<f64>(axis, 40);
  if (coefficients === 0) return 0;
  const v = (x - load<f64>(axis, 16)) * load<f64>(axis, 24),
    first = Math.ceil(v),
    t = 2 * (first - v) - 1,
    square = f64x2.splat(t * t);
  const pieces = <usize>load<f64>(axis, 32), end = pieces + coefficients * w;
  let l: usize = 0, low = out, high = out + w - 8;
  for (; l + 48 < w; l += 64, low += 32, high -= 32) {
    let k = pieces + l, p0 = v128.load(k), p1 = v128.load(k, 16), p2 = v128.load(k, 32), p3 = v128.load(k, 48);
    for (k += w; k < end; k += w) {
      p0 = horner(p0, square, k);
      p1 = horner(p1, square, k + 16);
      p2 = horner(p2, square, k + 32);
      p3 = horner(p3, square, k + 48);
    }
    storeCells(p0, t, low, high);
    storeCells(p1, t, low + 8, high - 8);
    storeCells(p2, t, low + 16, high - 16);
    storeCells(p3, t, low + 24, high - 24);
  }
  for (; l < w; l += 16, low += 8, high -= 8) {
    let parts = v128.load(pieces + l);
    for (let k = pieces + l + w; k < end; k += w) parts = horner(parts, square, k);
    storeCells(parts, t, low, high);
  }
  return <usize>first;
}

/** Bytes of scratch memory: three windows. */
const WINDOW: usize = 256;

/** Address of the first value under the windows of a point, which are set; missing axes stay at 1. */
function place(grid: usize, dim: usize, point: usize, values: usize, scratch: usize): usize {
  let at: usize = 0;
  for (let c: usize = 0; c < 3; c++) {
    const axis = grid + c * AXIS;
    let first: usize = 0;
    if (c + dim >= 3) first = window(axis, load<f64>(point + ((c + dim - 3) << 3)), scratch + c * WINDOW);
    at = at * used(axis) + first;
  }
  return values + (at << 3);
}

function clear(scratch: usize): void {
  for (let c: usize = 0; c < 3; c++) store<f64>(scratch + c * WINDOW, 1);
}

/** The first grid point under the window of the coordinate x. */
// @ts-ignore: decorator
@inline function firstUnder(axis: usize, x: f64): isize {
  return <isize>Math.ceil((x - load<f64>(axis, 16)) * load<f64>(axis, 24));
}

/**
 * values += Σ_i w_i φ(· - x_i) for n points of `dim` coordinates, on the grid points low ≤ p < high of the first axis
 * there is (of all on the line): strips of the grid, which several threads can fill; every grid point adds in the order
 * of the points.
 */
function spread(
  grid: usize,
  dim: usize,
  points: usize,
  weights: usize,
  n: usize,
  values: usize,
  low: isize,
  high: isize,
  scratch: usize,
): void {
  const planes = width(grid) << 3,
    rows = width(grid + AXIS) << 3,
    row = width(grid + 2 * AXIS) << 3,
    first = grid + (3 - dim) * AXIS,
    all = <isize>width(first);
  const stride = used(grid + 2 * AXIS) << 3,
    jump = used(grid + AXIS) * stride,
    b = scratch + WINDOW,
    c = scratch + 2 * WINDOW;
  clear(scratch);
  for (let i: usize = 0; i < n; i++, points += dim << 3, weights += 8) {
    const p = firstUnder(first, load<f64>(points)),
      from = (<usize>max(0, low - p)) << 3,
      end = (<usize>max(0, min(all, high - p))) << 3;
    if (from >= end) continue;
    const j0: usize = dim === 3 ? from : 0,
      j1 = dim === 3 ? end : planes,
      k0: usize = dim === 2 ? from : 0,
      k1 = dim === 2 ? end : rows;
    let plane = place(grid, dim, points, values, scratch) + (j0 >> 3) * jump + (k0 >> 3) * stride;
    for (let j = j0; j < j1; j += 8, plane += jump) {
      const w = load<f64>(weights) * load<f64>(scratch + j);
      for (let k = k0, at = plane; k < k1; k += 8, at += stride) {
        const factor = f64x2.splat(w * load<f64>(b + k));
        for (let l: usize = 0; l < row; l += 16)
          v128.store(at + l, f64x2.add(v128.load(at + l), f64x2.mul(factor, v128.load(c + l))));
      }
    }
  }
}

/** out_i = Σ φ(· - x_i) values. */
function interpolate(
  grid: usize,
  dim: usize,
  points: usize,
  n: usize,
  values: usize,
  out: usize,
  scratch: usize,
): void {
  const planes = width(grid) << 3,
    rows = width(grid + AXIS) << 3,
    row = width(grid + 2 * AXIS) << 3;
  const stride = used(grid + 2 * AXIS) << 3,
    jump = used(grid + AXIS) * stride,
    b = scratch + WINDOW,
    c = scratch + 2 * WINDOW;
  clear(scratch);
  for (let i: usize = 0; i < n; i++, points += dim << 3, out += 8) {
    let plane = place(grid, dim, points, values, scratch),
      total = f64x2.splat(0);
    for (let j: usize = 0; j < planes; j += 8, plane += jump)
      for (let k: usize = 0, at = plane; k < rows; k += 8, at += stride) {
        let dot = f64x2.splat(0);
        for (let l: usize = 0; l < row; l += 16) dot = f64x2.add(dot, f64x2.mul(v128.load(c + l), v128.load(at + l)));
        total = f64x2.add(total, f64x2.mul(f64x2.splat(load<f64>(scratch + j) * load<f64>(b + k)), dot));
      }
    store<f64>(out, f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1));
  }
}

/** The same of two grids, whose values and results stand one behind the other at these distances. */
function interpolateTwo(
  grid: usize,
  dim: usize,
  points: usize,
  n: usize,
  values: usize,
  distance: usize,
  out: usize,
  outDistance: usize,
  scratch: usize,
): void {
  const planes = width(grid) << 3,
    rows = width(grid + AXIS) << 3,
    row = width(grid + 2 * AXIS) << 3;
  const stride = used(grid + 2 * AXIS) << 3,
    jump = used(grid + AXIS) * stride,
    b = scratch + WINDOW,
    c = scratch + 2 * WINDOW;
  clear(scratch);
  for (let i: usize = 0; i < n; i++, points += dim << 3, out += 8) {
    let plane = place(grid, dim, points, values, scratch),
      first = f64x2.splat(0),
      second = first;
    for (let j: usize = 0; j < planes; j += 8, plane += jump)
      for (let k: usize = 0, at = plane; k < rows; k += 8, at += stride) {
        let s = f64x2.splat(0),
          t = s;
        for (let l: usize = 0; l < row; l += 16) {
          const window = v128.load(c + l);
          s = f64x2.add(s, f64x2.mul(window, v128.load(at + l)));
          t = f64x2.add(t, f64x2.mul(window, v128.load(at + l + distance)));
        }
        const factor = f64x2.splat(load<f64>(scratch + j) * load<f64>(b + k));
        first = f64x2.add(first, f64x2.mul(factor, s));
        second = f64x2.add(second, f64x2.mul(factor, t));
      }
    store<f64>(out, f64x2.extract_lane(first, 0) + f64x2.extract_lane(first, 1));
    store<f64>(out + outDistance, f64x2.extract_lane(second, 0) + f64x2.extract_lane(second, 1));
  }
}

/** A stage, as the host describes it: addresses and counts. */
@unmanaged
export class Stage {
  grid: f64;
  dim: f64;
  points: f64;
  n: f64;
  /** The grid, or two of them one behind the other at this distance (0 for one). */
  values: f64;
  distance: f64;
  /** Weights that are spread, or where results belong, one behind the other. */
  each: f64;
  /**
   * Strips to spread on: first point, points, and the lowest and highest grid points of the first axis, four numbers
   * each.
   */
  strips: f64;
}

/** Spreads on some of the strips. */
export function spreadStrips(stage: Stage, first: usize, last: usize, scratch: usize): void {
  const step = <usize>stage.dim << 3;
  for (let at = <usize>stage.strips + (first << 5); at < <usize>stage.strips + (last << 5); at += 32) {
    const i = <usize>load<f64>(at), points = <usize>stage.points + i * step, weights = <usize>stage.each + (i << 3);
    spread(<usize>stage.grid, <usize>stage.dim, points, weights, <usize>load<f64>(at, 8), <usize>stage.values,
      <isize>load<f64>(at, 16), <isize>load<f64>(at, 24), scratch);
  }
}

/** Points of a panel: as many as share some tiles. */
const PANEL: usize = 64;

/** Interpolates at some of the points. */
export function interpolatePanels(stage: Stage, first: usize, last: usize, scratch: usize): void {
  const i = first * PANEL,
    n = min(last * PANEL, <usize>stage.n) - i,
    dim = <usize>stage.dim,
    points = <usize>stage.points + ((i * dim) << 3),
    out = <usize>stage.each + (i << 3);
  if (stage.distance === 0) interpolate(<usize>stage.grid, dim, points, n, <usize>stage.values, out, scratch);
  else
    interpolateTwo(
      <usize>stage.grid,
      dim,
      points,
      n,
      <usize>stage.values,
      <usize>stage.distance,
      out,
      (<usize>stage.n) << 3,
      scratch,
    );
}
