import type { Vec } from "../types.js";
import { cos, sin } from "./functions.js";
import { tabulate } from "./vectors.js";

/** Bit-reversed indices of 0 … n-1. */
function reversed(n: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 1; i < n; i++) out[i] = (out[i >> 1] >> 1) | (i & 1 ? n >> 1 : 0);
  return out;
}

function permute(x: Vec, order: Int32Array): void {
  for (let i = 0; i < x.length; i++) {
    const j = order[i];
    if (i < j) [x[i], x[j]] = [x[j], x[i]];
  }
}

/** Combines transforms of length half into transforms of length 2·half. */
function butterflies(re: Vec, im: Vec, half: number, c: Vec, s: Vec): void {
  const n = re.length, stride = n / (2 * half);
  for (let start = 0; start < n; start += 2 * half)
    for (let k = 0; k < half; k++) {
      const a = start + k, b = a + half, wr = c[k * stride], wi = -s[k * stride];
      const xr = re[b] * wr - im[b] * wi, xi = re[b] * wi + im[b] * wr;
      re[b] = re[a] - xr;
      im[b] = im[a] - xi;
      re[a] += xr;
      im[a] += xi;
    }
}

/**
 * z_k -> Σ_j z_j e^{-2πijk/n} in place, n a power of two, tables made once; with `re` and `im` exchanged it is n times the inverse.
 * Its own, since the sines of the platform have different last bits on different machines.
 */
export function fft(n: number): (re: Vec, im: Vec) => void {
  const order = reversed(n), c = tabulate(n / 2, k => cos((2 * Math.PI * k) / n)), s = tabulate(n / 2, k => sin((2 * Math.PI * k) / n));
  return (re, im) => {
    permute(re, order);
    permute(im, order);
    for (let half = 1; half < n; half *= 2) butterflies(re, im, half, c, s);
  };
}
