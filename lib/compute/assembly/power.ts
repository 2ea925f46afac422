import { cut, highWord, withHighWord } from "./words";

/**
 * x^y for finite y, |y| ≤ 2^30 and not one that the twin takes by products, by the steps of FreeBSD's e_pow.c in the
 * form of stdlib's port, which the TypeScript twin calls: log2 x in two parts, y log2 x = n + y' in two parts, 2^n
 * 2^{y'}.
 */
export function power(x: f64, y: f64): f64 {
  if (x === 1) return 1;
  if (x === 0 || x === Infinity) return (x === 0) === (y > 0) ? 0 : Infinity;
  if (x < 0) return floor(y) !== y ? NaN : floor(0.5 * y) * 2 === y ? power(-x, y) : -power(-x, y);
  if (x !== x) return NaN;
  // log2 x = mantissa part (ss, by its polynomial) + exponent
  let ax = x, high = highWord(x), n = 0;
  if (high < 0x00100000) {
    ax *= 9007199254740992.0;
    n -= 53;
    high = highWord(ax);
  }
  n += (high >> 20) - 1023;
  const j = high & 0x000fffff;
  let upper = false;
  high = j | 0x3ff00000;
  if (j > 0x3988e && j < 0xbb67a) upper = true;
  else if (j >= 0xbb67a) {
    n += 1;
    high -= 0x00100000;
  }
  ax = withHighWord(ax, high);
  // ax is in [√(3/4), √3/√2) or, around 3/2, in [√(3/2), √3)
  const bp: f64 = upper ? 1.5 : 1, u = ax - bp, v = 1.0 / (ax + bp), ss = u * v, hs = cut(ss),
    ht = withHighWord(0, ((high >> 1) | 0x20000000) + 0x00080000 + (upper ? 1 << 18 : 0)),
    lt = ax - (ht - bp),
    ls = v * (u - hs * ht - hs * lt),
    s2 = ss * ss,
    r = s2 * s2 * logarithmTail(s2) + ls * (hs + ss),
    h2 = hs * hs,
    ht3 = cut(3.0 + h2 + r),
    lt3 = r - (ht3 - 3.0 - h2),
    hu = hs * ht3,
    lu = ls * ht3 + lt3 * ss,
    hp = cut(hu + lu),
    lp = lu - (hp - hu),
    hz = 9.61796700954437255859e-1 * hp,
    lz = -7.02846165095275826516e-9 * hp + lp * 9.61796693925975554329e-1 + (upper ? 1.35003920212974897128e-8 : 0),
    dp: f64 = upper ? 5.84962487220764160156e-1 : 0,
    t1 = cut(hz + lz + dp + <f64>n),
    t2 = lz - (t1 - <f64>n - dp - hz),
    y1 = cut(y);
  return exponentiate(y1 * t1, (y - y1) * t1 + y * t2);
}

// @ts-ignore: decorator
@inline function logarithmTail(x: f64): f64 {
  return 0.5999999999999946 + x * (0.4285714285785502 + x * (0.33333332981837743 + x * (0.272728123808534
    + x * (0.23066074577556175 + x * 0.20697501780033842))));
}

/** 2^{high + low} */
function exponentiate(high: f64, low: f64): f64 {
  const z = low + high, j = highWord(z), i = <i32>(reinterpret<u64>(z) & 0xffffffff);
  if (j >= 0x40900000) {
    if (((j - 0x40900000) | i) !== 0 || low + 8.0085662595372944372e-17 > z - high) return Infinity;
  } else if ((j & 0x7fffffff) >= 0x4090cc00) {
    if (((j - <i32>0xc090cc00) | i) !== 0 || low <= z - high) return 0;
  }
  return powerOfTwo(j, high, low);
}

function powerOfTwo(j: i32, high: f64, low: f64): f64 {
  let n = 0, hp = high;
  const i = j & 0x7fffffff;
  if (i > 0x3fe00000) {
    n = j + (0x00100000 >> ((i >> 20) - 1022));
    const k = ((n & 0x7fffffff) >> 20) - 1023;
    hp -= withHighWord(0, n & ~(0x000fffff >> k));
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (j < 0) n = -n;
  }
  const t = cut(low + hp),
    u = t * 6.93147182464599609375e-1,
    v = (low - (t - hp)) * 0.6931471805599453 + t * -1.90465429995776804525e-9,
    z = u + v,
    w = v - (z - u),
    s = z * z,
    t1 = z - s * (0.16666666666666602 + s * (-0.0027777777777015593 + s * (0.00006613756321437934
      + s * (-0.0000016533902205465252 + s * 4.1381367970572385e-8)))),
    r = (z * t1) / (t1 - 2.0) - (w + z * w),
    one = 1.0 - (r - z),
    shifted = highWord(one) + (n << 20);
  return shifted >> 20 <= 0 ? scaled(one, n) : withHighWord(one, shifted);
}

/** z 2^n with one rounding where that is subnormal, z near 1. */
function scaled(z: f64, n: i32): f64 {
  const exponent = n + ((highWord(z) >> 20) & 2047) - 1023;
  if (exponent < -1074) return 0;
  return withHighWord(z, (highWord(z) & 0x000fffff) | ((exponent + 52 + 1023) << 20)) * 2.220446049250313e-16;
}
