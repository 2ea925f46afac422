import { cos, sin } from "../../arithmetic/functions.js";
import { tabulate } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";

/** Bit-reversed indices of 0 … n-1. */
function reversed(n: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 1; i < n; i++) out[i] = (out[i >> 1] >> 1) | (i & 1 ? n >> 1 : 0);
  return out;
}

function permute(x: Vec, order: Int32Array): void {
  for (let i = 0; i < x.length; i++) {
    const j = order[i];
    if (i >= j) continue;
    const xi = x[i];
    x[i] = x[j];
    x[j] = xi;
  }
}

/** Sums and differences of neighbours: transforms of length 2. */
function pairs(x: Vec): void {
  for (let i = 0; i < x.length; i += 2) {
    const a = x[i];
    const b = x[i + 1];
    x[i] = a + b;
    x[i + 1] = a - b;
  }
}

/**
 * Combines four transforms of length m into one of length 4m at each k < m: with w = e^{-2πik/4m}, those at distance m
 * with w², then those at distance 2m with w and -iw.
 */
function quadruples(re: Vec, im: Vec, m: number, c: Vec, s: Vec): void {
  const n = re.length;
  const stride = n / (4 * m);
  for (let start = 0; start < n; start += 4 * m)
    for (let k = 0; k < m; k++) {
      const i0 = start + k;
      const i1 = i0 + m;
      const i2 = i1 + m;
      const i3 = i2 + m;
      const wr = c[k * stride];
      const wi = -s[k * stride];
      const vr = c[2 * k * stride];
      const vi = -s[2 * k * stride];
      const br = re[i1] * vr - im[i1] * vi;
      const bi = re[i1] * vi + im[i1] * vr;
      const dr = re[i3] * vr - im[i3] * vi;
      const di = re[i3] * vi + im[i3] * vr;
      const pr = re[i2] + dr;
      const pi = im[i2] + di;
      const qr = re[i2] - dr;
      const qi = im[i2] - di;
      const tr = pr * wr - pi * wi;
      const ti = pr * wi + pi * wr;
      const ur = qr * wi + qi * wr;
      const ui = qi * wi - qr * wr;
      const ar = re[i0] + br;
      const ai = im[i0] + bi;
      const er = re[i0] - br;
      const ei = im[i0] - bi;
      re[i0] = ar + tr;
      im[i0] = ai + ti;
      re[i1] = er + ur;
      im[i1] = ei + ui;
      re[i2] = ar - tr;
      im[i2] = ai - ti;
      re[i3] = er - ur;
      im[i3] = ei - ui;
    }
}

/** In place on the real and imaginary parts of a line. */
export type Transform = (re: Vec, im: Vec) => void;

/** What transforms of the length 2^a need: the order of their entries, and cos and sin of 2πk/n, k < n/2. */
export interface Tables {
  readonly order: Int32Array;
  readonly c: Vec;
  readonly s: Vec;
}

export const tablesOf = (n: number): Tables => ({
  order: reversed(n),
  c: tabulate(n / 2, k => cos((2 * Math.PI * k) / n)),
  s: tabulate(n / 2, k => sin((2 * Math.PI * k) / n)),
});

function powerOfTwo(n: number): Transform {
  const { order, c, s } = tablesOf(n);
  let first = n;
  while (first > 2) first /= 4;
  return (re, im) => {
    permute(re, order);
    permute(im, order);
    if (first === 2) [re, im].forEach(pairs);
    for (let m = first; m < n; m *= 4) quadruples(re, im, m, c, s);
  };
}

/** Every r-th entry is transformed with length m = n/r; then z_{k+mt} = Σ_q e^{-2πiq(k+mt)/n} (z_q)_k, q and t < r. */
function composite(n: number, r: number): Transform {
  const m = n / r;
  const inner = lineFft(m);
  const c = tabulate(n, k => cos((2 * Math.PI * k) / n));
  const s = tabulate(n, k => sin((2 * Math.PI * k) / n));
  return (re, im) => {
    const pr = tabulate(n, i => re[(i % m) * r + Math.floor(i / m)]);
    const pi = tabulate(n, i => im[(i % m) * r + Math.floor(i / m)]);
    for (let q = 0; q < n; q += m) inner(pr.subarray(q, q + m), pi.subarray(q, q + m));
    for (let k = 0; k < n; k++) {
      let [sr, si] = [0, 0];
      for (let q = 0, angle = 0, i = k % m; q < r; q++, angle = (angle + k) % n, i += m) {
        sr += c[angle] * pr[i] + s[angle] * pi[i];
        si += c[angle] * pi[i] - s[angle] * pr[i];
      }
      re[k] = sr;
      im[k] = si;
    }
  };
}

const RADICES: readonly number[] = [3, 5];

/** Whether n = 2^a 3^b 5^c. */
export function hasFft(n: number): boolean {
  const radix = RADICES.find(r => n % r === 0);
  return radix === undefined ? (n & (n - 1)) === 0 : hasFft(n / radix);
}

/**
 * z_k -> Σ_j z_j e^{-2πijk/n} in place, n = 2^a 3^b 5^c, tables made once. Its own, since the sines of the platform
 * have different last bits on different machines.
 */
export function lineFft(n: number): Transform {
  const radix = RADICES.find(r => n % r === 0);
  return radix === undefined ? powerOfTwo(n) : composite(n, radix);
}

/** Lines of an array: of this length, with entries so far apart. */
export interface Lines {
  readonly length: number;
  readonly inner: number;
}

/** All lines of an array, outer × length × inner, one after the other. */
export function fftOfLines({ length, inner }: Lines, transform: Transform, re: Vec, im: Vec): void {
  const a = new Float64Array(length);
  const b = new Float64Array(length);
  for (let line = 0; line * length < re.length; line++) {
    const start = Math.floor(line / inner) * length * inner + (line % inner);
    for (let i = 0, at = start; i < length; i++, at += inner) {
      a[i] = re[at];
      b[i] = im[at];
    }
    transform(a, b);
    for (let i = 0, at = start; i < length; i++, at += inner) {
      re[at] = a[i];
      im[at] = b[i];
    }
  }
}
