import type { Vec } from "../../arithmetic/vec.js";
import type { Row } from "./pairs.js";

/** Newton's integer square root, from above. */
function integerRoot(n: bigint): bigint {
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

/** v / 2^200 rounded to 53 bits, for v in (2^199, 2^200]. */
function rounded(v: bigint): number {
  const shift = 147n;
  const half = 1n << (shift - 1n);
  return Number((v + half) >> shift) / 9007199254740992;
}

/**
 * 2^{-j/128}, j < 128, correctly rounded: integer arithmetic with 200 bits, as `Math.pow` differs between processors.
 */
function fractions(): Vec {
  const bits = 200n;
  let root = 1n << (bits - 1n);
  for (let halving = 0; halving < 7; halving++) root = integerRoot(root << bits);
  const table = new Float64Array(128);
  for (let j = 0, v = 1n << bits; j < 128; j++, v = (v * root) >> bits) table[j] = rounded(v);
  return table;
}

/** 2^{-e}, e = 0 … 1078, exact down to the smallest subnormal number and 0 beyond. */
function octaves(): Vec {
  const table = new Float64Array(1079);
  for (let e = 0, power = 1; e < table.length; e++, power /= 2) table[e] = power;
  return table;
}

/** 2^{-j/128}, j < 128. */
export const FRACTIONS: Vec = fractions();
const OCTAVES: Vec = octaves();

/**
 * out_j = factor exp(-rate s_j) for rate s_j ≥ 0, within 1 ulp where factor = 1 and with the same bits on every
 * machine: k = round(128 x / ln 2), r = x - k ln 2 / 128 in two parts (Cody and Waite), exp(-x) = 2^{-k/128} (1 +
 * (e^{-r} - 1)) by Taylor to degree 5, as r^6/720 < 2^-60. NaN stays NaN. One loop without a call, as inlining has a
 * budget.
 */
export function exponentialRow(factor: number, rate: number): Row {
  const scaled = FRACTIONS.map(v => factor * v);
  return (s, count, out) => {
    // constants of a module or a closure read inside the loop would cost a factor of two
    const [fraction, octave, a] = [scaled, OCTAVES, rate];
    for (let j = 0; j < count; j++) {
      const y = a * s[j];
      const x = y > 746 ? 746 : y;
      // adding and subtracting 1.5 · 2^52 rounds to the nearest integer
      const k = x * 184.6649652337873 + 6755399441055744 - 6755399441055744;
      const r = x - k * 0.005415212347998022 - k * 1.2655086083325438e-13;
      const q = r * r;
      const t = fraction[k & 127] * octave[k >> 7];
      out[j] =
        t - t * (r - q * (0.5 - r * 0.16666666666666666 + q * (0.041666666666666664 - r * 0.008333333333333333)));
    }
  };
}
