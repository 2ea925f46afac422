import { log } from "../../../arithmetic/functions.js";
import { columnTransform } from "../../typescript/fft-columns.js";
import { maxAbs } from "../../../arithmetic/vectors.js";
import type { Row } from "../../typescript/pairs.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Derivative } from "../pairs.js";
import { foldedSquare } from "./fold.js";
import { inBlocks, orderOf, rowFor, type SmoothFamily, type SmoothKernel } from "./kernel.js";

/** A kernel made periodic along one axis: its period, and K such that the modes beyond ±K are negligible. */
export interface Line {
  readonly period: number;
  readonly modes: number;
}

/**
 * Most modes ±K along an axis: beyond it, points are so far apart on the kernel's scale that direct sums or cells are
 * better.
 */
const MOST = 16_384;

/** log(4/δ), and room for the factor ω^order that derivatives bring. */
const exponentOf = (order: number, delta: number): number => log(4 / delta) + 1.5 * order;

/**
 * exp(-|z|²/2ℓ²) on |z| ≤ E: with L = log(4/δ), images at the distance ℓ√(2L) are below δ/4, and so is e^{-ω²ℓ²/2}
 * beyond ω = √(2L)/ℓ.
 */
function gaussianLine(bandwidth: number, extent: number, order: number, delta: number): Line {
  const reach = Math.sqrt(2 * exponentOf(order, delta));
  const period = extent + bandwidth * reach;
  return { period, modes: Math.ceil((reach / bandwidth) * (period / (2 * Math.PI))) };
}

/** Fourier coefficients b_k, k = 0 … n/2, of φ(s(z)), s the folded square, from n samples. */
function sampled(row: Row, square: (z: number) => number, period: number, n: number): Vec {
  const re = new Float64Array(n);
  const [im, roomRe, roomIm] = [0, 1, 2].map(() => new Float64Array(n));
  for (let j = 0; j <= n / 2; j++) re[j] = re[(n - j) % n] = square((j * period) / n);
  inBlocks(row, re);
  return columnTransform(n)(re, im, roomRe, roomIm, 1)[0].subarray(0, n / 2 + 1);
}

/** Coefficients below this part of the largest are what sampling rounds: they count as 0. */
const NOISE = 1e-15;

/** The smallest K with Σ_{k>K} k^order |b_k| ≤ δ Σ k^order |b_k| / 4. */
function cutoff(b: Vec, order: number, delta: number): number {
  const noise = NOISE * maxAbs(b);
  const weight = (k: number): number =>
    Math.abs(b[k]) <= noise ? 0 : Math.abs(b[k]) * (order === 0 ? 1 : order === 1 ? k : k * k);
  let total = 0;
  let tail = 0;
  for (let k = 0; k < b.length; k++) total += weight(k);
  for (let k = b.length - 1; k > 0; k--) {
    tail += weight(k);
    if (tail > (delta * total) / 4) return k;
  }
  return 0;
}

/** Length on which the kernel varies. */
const scaleOf = (family: SmoothFamily): number =>
  family.name === "rational-quadratic" ? family.bandwidth * Math.sqrt(2 * family.alpha) : family.bandwidth;

/**
 * Where the fold of this extent goes back: a quarter of it for narrow kernels, more for wide ones, which then need
 * fewer modes.
 */
export const transitionOf = (family: SmoothFamily, extent: number): number =>
  extent * Math.min(0.75, Math.max(0.25, (2.5 * scaleOf(family)) / extent));

/** Steepness of the fold's bump for an error δ. */
export const steepness = (delta: number): number => log(4 / delta);

function foldedLine(kernel: SmoothKernel, row: Row, extent: number, order: number, delta: number): Line | undefined {
  const transition = transitionOf(kernel.family, extent);
  const period = 2 * extent + transition;
  const square = foldedSquare(extent, transition, steepness(delta));
  for (let n = 1024; n <= 4 * MOST; n *= 4) {
    const modes = cutoff(sampled(row, square, period, n), order, delta);
    if (4 * modes < n) return { period, modes: Math.max(1, modes) };
  }
  return undefined;
}

/** The line of a kernel for differences up to `extent` and error δ; undefined where it takes too many modes. */
export function lineOf(
  kernel: SmoothKernel,
  derivative: Derivative,
  dim: number,
  extent: number,
  delta: number,
): Line | undefined {
  const { family } = kernel;
  const order = orderOf(kernel, derivative);
  if (family.name !== "gaussian") return foldedLine(kernel, rowFor(kernel, derivative, dim), extent, order, delta);
  const line = gaussianLine(family.bandwidth, extent, order, delta);
  return line.modes <= MOST ? line : undefined;
}
