import { ROW } from "./lanes";
import { FRACTIONS } from "./layout";

/** 2^{-j/128}, j < 128, correctly rounded: the host writes them here, as they need integers of 200 bits. */
export function fractions(): usize { return FRACTIONS; }

/**
 * A table: the bits of factor 2^{-j/128} plus j 2^45, j < 128, so that subtracting k 2^45 leaves those of factor
 * 2^{-k/128} for j = k mod 128, as the exponent falls by the whole part of k/128; the largest y for which no result is
 * subnormal, at most 745, from where on 2^{-k/128} alone is 0 for the twin; and factor e^{-∞}.
 */
export function prepareExponential(table: usize, factor: f64): void {
  let least: u64 = 2046;
  for (let j: usize = 0; j < 128; j++) {
    const bits = reinterpret<u64>(factor * load<f64>(FRACTIONS + (j << 3))), exponent = (bits >> 52) & 2047;
    least = exponent === 2047 ? 0 : min(least, exponent);
    store<u64>(table + (j << 3), bits + (<u64>j << 45));
  }
  store<f64>(table, anyExponential(Infinity, factor), 1032);
  store<f64>(table, least < 2 ? -1 : min(745, (<f64>least - 2) * 0.6931471805599453), 1024);
}

/** 2^{-e}, gradually down to 0. */
// @ts-ignore: decorator
@inline function octave(e: u64): f64 {
  return e <= 1022 ? reinterpret<f64>((1023 - e) << 52) : e <= 1074 ? reinterpret<f64>(<u64>1 << (1074 - e)) : 0;
}

/** factor e^{-y} for any y ≥ 0 or NaN. */
function anyExponential(y: f64, factor: f64): f64 {
  const x = y > 746 ? 746 : y,
    k = x * 184.6649652337873 + 6755399441055744 - 6755399441055744,
    r = x - k * 0.005415212347998022 - k * 1.2655086083325438e-13,
    q = r * r,
    whole = <i32>k,
    t = factor * load<f64>(FRACTIONS + (<usize>(whole & 127) << 3)) * octave(<u64>(whole >> 7));
  return t - t * (r - q * (0.5 - r * 0.16666666666666666 + q * (0.041666666666666664 - r * 0.008333333333333333)));
}

function anyExponentials(y: v128, factor: f64): v128 {
  const low = anyExponential(f64x2.extract_lane(y, 0), factor), high = anyExponential(f64x2.extract_lane(y, 1), factor);
  return f64x2.replace_lane(f64x2.splat(low), 1, high);
}

/** k + 1.5 2^52 for the integer k next to 128 y / ln 2, which stands in the lower bits. */
// @ts-ignore: decorator
@inline function shiftedOf(y: v128): v128 {
  return f64x2.add(f64x2.mul(y, f64x2.splat(184.6649652337873)), f64x2.splat(6755399441055744));
}

/** 1 - e^{-r} for the rest r = y - k ln 2 / 128; see exponentialRow of the TypeScript twin for the formula. */
// @ts-ignore: decorator
@inline function tailOf(y: v128, shifted: v128): v128 {
  const k = f64x2.sub(shifted, f64x2.splat(6755399441055744)),
    r = f64x2.sub(
      f64x2.sub(y, f64x2.mul(k, f64x2.splat(0.005415212347998022))),
      f64x2.mul(k, f64x2.splat(1.2655086083325438e-13)),
    ),
    q = f64x2.mul(r, r),
    low = f64x2.sub(f64x2.splat(0.5), f64x2.mul(r, f64x2.splat(0.16666666666666666))),
    high = f64x2.sub(f64x2.splat(0.041666666666666664), f64x2.mul(r, f64x2.splat(0.008333333333333333)));
  return f64x2.sub(r, f64x2.mul(q, f64x2.add(low, f64x2.mul(q, high))));
}

/** factor 2^{-k/128} (1 - tail). */
// @ts-ignore: decorator
@inline function finished(shifted: v128, tail: v128, table: usize): v128 {
  let t = v128.load64_zero(table + ((i32x4.extract_lane(shifted, 0) & 127) << 3));
  t = v128.load64_lane(table + ((i32x4.extract_lane(shifted, 2) & 127) << 3), t, 1);
  t = i64x2.sub(t, i64x2.shl(shifted, 45));
  return f64x2.sub(t, f64x2.mul(t, tail));
}

/** factor e^{-y} for 0 ≤ y ≤ limit or NaN. */
// @ts-ignore: decorator
@inline export function nearExponential(y: v128, table: usize): v128 {
  const shifted = shiftedOf(y);
  return finished(shifted, tailOf(y, shifted), table);
}

/** Beyond it all results are 0. */
const FAR: f64 = 746;

/**
 * factor e^{-y} for y ≥ 0 or NaN where some y may be beyond the limit of the table: mostly these are so far that the
 * result is `far`, and only few lie between.
 */
function rareExponential(y: v128, factor: f64, table: usize): v128 {
  const beyond = f64x2.gt(y, f64x2.splat(FAR)), high = f64x2.gt(y, v128.load64_splat(table, 1024));
  if (v128.any_true(v128.andnot(high, beyond))) return anyExponentials(y, factor);
  return v128.bitselect(v128.load64_splat(table, 1032), nearExponential(y, table), beyond);
}

/** factor e^{-y} for y ≥ 0 or NaN. */
// @ts-ignore: decorator
@inline export function exponential(y: v128, factor: f64, table: usize): v128 {
  return v128.any_true(f64x2.gt(y, v128.load64_splat(table, 1024)))
    ? rareExponential(y, factor, table)
    : nearExponential(y, table);
}

/** Whether no y beyond the limit of the table can come, as the largest one is known to be below. */
export function isNear(largest: f64, table: usize): bool { return largest * 1.000001 <= load<f64>(table, 1024); }

/** out = factor exp(-rate s) for `size` bytes, a multiple of 64. */
export function exponentialRow(s: usize, size: usize, factor: f64, rate: f64, table: usize, out: usize): void {
  for (const end = s + size, shift = out - s; s < end; s += ROW) anyRow(s, factor, rate, table, shift);
}

// @ts-ignore: decorator
@inline function usualRow(y0: v128, y1: v128, y2: v128, y3: v128, table: usize, to: usize): void {
  v128.store(to, nearExponential(y0, table));
  v128.store(to, nearExponential(y1, table), 16);
  v128.store(to, nearExponential(y2, table), 32);
  v128.store(to, nearExponential(y3, table), 48);
}

/** The same where no rare value can come: without a test, which costs a tenth. */
export function nearExponentialRow(s: usize, size: usize, rate: f64, table: usize, out: usize): void {
  const a = f64x2.splat(rate), shift = out - s;
  for (const end = s + size; s < end; s += ROW)
    usualRow(
      f64x2.mul(a, v128.load(s)),
      f64x2.mul(a, v128.load(s, 16)),
      f64x2.mul(a, v128.load(s, 32)),
      f64x2.mul(a, v128.load(s, 48)),
      table,
      s + shift,
    );
}

// @ts-ignore: decorator
@inline function anyRow(s: usize, factor: f64, rate: f64, table: usize, shift: usize): void {
  const a = f64x2.splat(rate), y0 = f64x2.mul(a, v128.load(s)), y1 = f64x2.mul(a, v128.load(s, 16)),
    y2 = f64x2.mul(a, v128.load(s, 32)), y3 = f64x2.mul(a, v128.load(s, 48)), to = s + shift,
    // NaN in the first argument stays, and is not below the limit
    largest = f64x2.pmax(f64x2.pmax(y0, y1), f64x2.pmax(y2, y3));
  if (v128.any_true(v128.not(f64x2.le(largest, v128.load64_splat(table, 1024))))) {
    v128.store(to, rareExponential(y0, factor, table));
    v128.store(to, rareExponential(y1, factor, table), 16);
    v128.store(to, rareExponential(y2, factor, table), 32);
    v128.store(to, rareExponential(y3, factor, table), 48);
  } else usualRow(y0, y1, y2, y3, table, to);
}

/**
 * Rows of two multiples of e^{-rate s} with tables of their own, where no rare value can come: the first in place of s,
 * the other at `out`.
 */
export function nearPairRows(s: usize, size: usize, rate: f64, first: usize, second: usize, out: usize): void {
  const a = f64x2.splat(rate), shift = out - s;
  for (const end = s + size; s < end; s += ROW)
    for (let lanes: usize = 0; lanes < ROW; lanes += 32) {
      const at = s + lanes, y = f64x2.mul(a, v128.load(at)), z = f64x2.mul(a, v128.load(at, 16)),
        shiftedY = shiftedOf(y), shiftedZ = shiftedOf(z), tailY = tailOf(y, shiftedY), tailZ = tailOf(z, shiftedZ);
      v128.store(at, finished(shiftedY, tailY, first));
      v128.store(at, finished(shiftedZ, tailZ, first), 16);
      v128.store(at + shift, finished(shiftedY, tailY, second));
      v128.store(at + shift, finished(shiftedZ, tailZ, second), 16);
    }
}
