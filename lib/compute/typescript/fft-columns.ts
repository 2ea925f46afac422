import { cos, sin } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { tabulate } from "../../arithmetic/vectors.js";

/** cos and sin of 2πk/n, k < n. */
export interface Angles {
  readonly cos: Vec;
  readonly sin: Vec;
}

/**
 * One stage of Stockham's transform on the columns of an array with n rows: with `done` the product of the radices
 * before it, m = n/done and q = m/r, rows (p + tq)·done + j, t < r, p < q, j < done, go to rows (rp + u)·done + j as
 * e^{-2πipu/m} Σ_t e^{-2πitu/r} z_t. `columns` entries stand in each row, so that inner loops run over neighbours.
 */
type Stage = (
  re: Vec,
  im: Vec,
  outRe: Vec,
  outIm: Vec,
  n: number,
  done: number,
  columns: number,
  angles: Angles,
) => void;

const radix2: Stage = (re, im, outRe, outIm, n, done, columns, { cos: c, sin: s }) => {
  const q = n / done / 2;
  const width = done * columns;
  for (let p = 0, at = 0, to = 0; p < q; p++, at += width, to += 2 * width) {
    const wr = c[p * done];
    const wi = s[p * done];
    const i1 = at + q * width;
    const o1 = to + width;
    for (let j = 0; j < width; j++) {
      const ar = re[at + j];
      const ai = im[at + j];
      const br = re[i1 + j];
      const bi = im[i1 + j];
      const dr = ar - br;
      const di = ai - bi;
      outRe[to + j] = ar + br;
      outIm[to + j] = ai + bi;
      outRe[o1 + j] = dr * wr + di * wi;
      outIm[o1 + j] = di * wr - dr * wi;
    }
  }
};

const radix3: Stage = (re, im, outRe, outIm, n, done, columns, { cos: c, sin: s }) => {
  const q = n / done / 3;
  const width = done * columns;
  const root = 0.8660254037844386;
  for (let p = 0, at = 0, to = 0; p < q; p++, at += width, to += 3 * width) {
    const wr = c[p * done];
    const wi = s[p * done];
    const vr = c[2 * p * done];
    const vi = s[2 * p * done];
    const i1 = at + q * width;
    const i2 = i1 + q * width;
    const o1 = to + width;
    const o2 = o1 + width;
    for (let j = 0; j < width; j++) {
      const ar = re[at + j];
      const ai = im[at + j];
      const br = re[i1 + j];
      const bi = im[i1 + j];
      const cr = re[i2 + j];
      const ci = im[i2 + j];
      const sr = br + cr;
      const si = bi + ci;
      const hr = ar - 0.5 * sr;
      const hi = ai - 0.5 * si;
      const dr = root * (br - cr);
      const di = root * (bi - ci);
      const xr = hr + di;
      const xi = hi - dr;
      const yr = hr - di;
      const yi = hi + dr;
      outRe[to + j] = ar + sr;
      outIm[to + j] = ai + si;
      outRe[o1 + j] = xr * wr + xi * wi;
      outIm[o1 + j] = xi * wr - xr * wi;
      outRe[o2 + j] = yr * vr + yi * vi;
      outIm[o2 + j] = yi * vr - yr * vi;
    }
  }
};

const radix4: Stage = (re, im, outRe, outIm, n, done, columns, { cos: c, sin: s }) => {
  const q = n / done / 4;
  const width = done * columns;
  for (let p = 0, at = 0, to = 0; p < q; p++, at += width, to += 4 * width) {
    const k = p * done;
    const wr = c[k];
    const wi = s[k];
    const vr = c[2 * k];
    const vi = s[2 * k];
    const tr = c[3 * k];
    const ti = s[3 * k];
    const i1 = at + q * width;
    const i2 = i1 + q * width;
    const i3 = i2 + q * width;
    const o1 = to + width;
    const o2 = o1 + width;
    const o3 = o2 + width;
    for (let j = 0; j < width; j++) {
      const ar = re[at + j];
      const ai = im[at + j];
      const br = re[i1 + j];
      const bi = im[i1 + j];
      const cr = re[i2 + j];
      const ci = im[i2 + j];
      const dr = re[i3 + j];
      const di = im[i3 + j];
      const er = ar + cr;
      const ei = ai + ci;
      const fr = ar - cr;
      const fi = ai - ci;
      const gr = br + dr;
      const gi = bi + di;
      const hr = br - dr;
      const hi = bi - di;
      const xr = fr + hi;
      const xi = fi - hr;
      const yr = er - gr;
      const yi = ei - gi;
      const zr = fr - hi;
      const zi = fi + hr;
      outRe[to + j] = er + gr;
      outIm[to + j] = ei + gi;
      outRe[o1 + j] = xr * wr + xi * wi;
      outIm[o1 + j] = xi * wr - xr * wi;
      outRe[o2 + j] = yr * vr + yi * vi;
      outIm[o2 + j] = yi * vr - yr * vi;
      outRe[o3 + j] = zr * tr + zi * ti;
      outIm[o3 + j] = zi * tr - zr * ti;
    }
  }
};

export type Radix = 2 | 3 | 4;

const STAGES: { readonly [R in Radix]: Stage } = { 2: radix2, 3: radix3, 4: radix4 };

/** n = 2^a 3^b as radices: fours first, as they do most work per pass over the memory. */
function radices(n: number): readonly Radix[] {
  const next = ([4, 3, 2] as const).find(r => n % r === 0);
  return next === undefined ? [] : [next, ...radices(n / next)];
}

/** The smallest 2^a 3^b ≥ n that is even: a length that these transforms have. */
export function transformLength(n: number): number {
  let best = Infinity;
  for (let threes = 1; threes < 3 * n; threes *= 3) {
    let length = 2 * threes;
    while (length < n) length *= 2;
    best = Math.min(best, length);
  }
  return best;
}

/** cos and sin to the last bit or so on eight symmetric parts of the circle. */
export const angles = (n: number): Angles => ({
  cos: tabulate(n, k => cos((2 * Math.PI * k) / n)),
  sin: tabulate(n, k => sin((2 * Math.PI * k) / n)),
});

/** Result and room exchange their places with every stage: returns where the result stands. */
export type ColumnTransform = (
  re: Vec,
  im: Vec,
  roomRe: Vec,
  roomIm: Vec,
  columns: number,
) => readonly [re: Vec, im: Vec];

/**
 * z_kc -> Σ_j z_jc e^{-2πijk/n} for all columns c of an n × columns array, n = 2^a 3^b; with `re` and `im` exchanged n
 * times the inverse. Rounding: relative error below 5 log₂(n) 2^-53 in the Euclidean norm.
 */
export function columnTransform(n: number): ColumnTransform {
  const steps = radices(n);
  const table = angles(n);
  return (re, im, roomRe, roomIm, columns) => {
    let from = [re, im] as const;
    let to = [roomRe, roomIm] as const;
    let done = 1;
    for (const radix of steps) {
      STAGES[radix](...from, ...to, n, done, columns, table);
      [from, to] = [to, from];
      done *= radix;
    }
    return from;
  };
}
