import { cos, exp } from "../../../arithmetic/functions.js";
import { gaussLegendre } from "../../../arithmetic/gauss-legendre.js";
import type { Vec } from "../../../arithmetic/vec.js";

/**
 * φ(z) = e^{β(√(1-z²)-1)} on [-1, 1], stretched over `width` grid points (the "exponential of a semicircle" of Barnett,
 * Magland and af Klinteberg 2019): with σ grid points per mode and β = 0.97 π w (1 - 1/2σ) it aliases e^{-πw√(1-1/σ)}
 * of what it spreads.
 */
export interface Window {
  /** Even number of grid points under the window. */
  readonly width: number;
  readonly beta: number;
  /**
   * The window on its first width/2 cells as polynomials of t in [-1, 1]: e_l(t²) + t o_l(t²) on cell l, and e_l(t²) -
   * t o_l(t²) on its mirror image. Coefficients of the highest power first, for each power e_0, o_0, e_1, o_1, …
   */
  readonly pieces: Vec;
}

/** Number of coefficients of e_l, and of o_l: degree width + 3 follows the window to below what it aliases. */
const coefficientsOf = (width: number): number => width / 2 + 2;

const value = (beta: number, z: number): number => (z * z >= 1 ? 0 : exp(beta * (Math.sqrt(1 - z * z) - 1)));

/**
 * Coefficients in t, lowest first, of the polynomial through (nodes, values): Newton's divided differences, then
 * expanded.
 */
function interpolant(nodes: Vec, values: Vec): Vec {
  const n = nodes.length;
  const differences = values.slice();
  const out = new Float64Array(n);
  for (let k = 1; k < n; k++)
    for (let i = n - 1; i >= k; i--) differences[i] = (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - k]);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = n - 1; k > 0; k--) out[k] = out[k - 1] - nodes[i] * out[k];
    out[0] = differences[i] - nodes[i] * out[0];
  }
  return out;
}

/** The polynomial on cell l, by interpolation at Chebyshev's nodes. */
function piece(width: number, beta: number, l: number): Vec {
  const count = 2 * coefficientsOf(width);
  const half = width / 2;
  const nodes = Float64Array.from({ length: count }, (_, i) => cos((Math.PI * (i + 0.5)) / count));
  return interpolant(
    nodes,
    nodes.map(t => value(beta, (l - half + (t + 1) / 2) / half)),
  );
}

/** The window of an even width for a grid with `oversampling` points per mode. */
export function windowOf(width: number, oversampling: number): Window {
  const beta = 0.97 * Math.PI * width * (1 - 0.5 / oversampling);
  const count = coefficientsOf(width);
  const pieces = new Float64Array(width * count);
  for (let l = 0; l < width / 2; l++) {
    const c = piece(width, beta, l);
    for (let k = 0; k < count; k++) {
      const at = (count - 1 - k) * width + 2 * l;
      pieces[at] = c[2 * k];
      pieces[at + 1] = c[2 * k + 1];
    }
  }
  return { width, beta, pieces };
}

/** ∫ φ(2x/w) cos(2πkx/n) dx, k = 0 … modes: what a mode is multiplied with by spreading, and again by interpolating. */
export function windowTransform({ width, beta }: Window, n: number, modes: number): Vec {
  const { nodes, weights } = gaussLegendre(40 + 4 * width);
  const values = nodes.map((z, i) => 0.5 * width * weights[i] * value(beta, z));
  const rate = (Math.PI * width) / n;
  return Float64Array.from({ length: modes + 1 }, (_, k) =>
    values.reduce((s, v, i) => s + v * cos(rate * k * nodes[i]), 0),
  );
}
