import { exp } from "../../../arithmetic/functions.js";
import { transformLength } from "../../typescript/fft-columns.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Row } from "../../typescript/pairs.js";
import type { Derivative } from "../pairs.js";
import type { Axis } from "./axis.js";
import { steepness, transitionOf } from "./cutoff.js";
import { foldedSquare } from "./fold.js";
import { inBlocks, rowFor, type SmoothFamily, type SmoothKernel } from "./kernel.js";
import { typescriptEngine } from "./typescript-engine.js";
import { prunedTransform } from "./transform.js";
import { keptModes } from "./pruned-line.js";

/** Calls `visit` for all entries of an array of this shape, in row-major order, with their indices. */
export function forEntries(shape: readonly number[], visit: (entry: number, index: Int32Array) => void): void {
  const index = new Int32Array(shape.length);
  const size = shape.reduce((a, b) => a * b, 1);
  for (let entry = 0; entry < size; entry++) {
    visit(entry, index);
    for (let c = shape.length - 1; c >= 0 && ++index[c] === shape[c]; c--) index[c] = 0;
  }
}

/** √(2π) ℓ/P e^{-ω²ℓ²/2}, ω = 2πk/P, k = 0 … K: the coefficients of a Gaussian, as its images are as good as 0. */
const gaussianCoefficients = (bandwidth: number, { period, modes }: Axis): Vec =>
  Float64Array.from({ length: modes + 1 }, (_, k) => {
    const s = ((2 * Math.PI * k) / period) * bandwidth;
    return ((Math.sqrt(2 * Math.PI) * bandwidth) / period) * exp(-0.5 * s * s);
  });

/** A product of one factor per axis: Π_c f_c(k_c). */
function outerProduct(factors: readonly Vec[]): Vec {
  const out = new Float64Array(factors.reduce((size, f) => size * f.length, 1));
  forEntries(
    factors.map(f => f.length),
    (entry, index) => {
      out[entry] = factors.reduce((product, f, c) => product * f[index[c]], 1);
    },
  );
  return out;
}

/** φ(Σ_c s_c) at n_0 × n_1 × … samples of one period. */
function samples(row: Row, squares: readonly Vec[]): Vec {
  const out = new Float64Array(squares.reduce((size, s) => size * s.length, 1));
  forEntries(
    squares.map(s => s.length),
    (entry, index) => {
      out[entry] = squares.reduce((sum, s, c) => sum + s[index[c]], 0);
    },
  );
  inBlocks(row, out);
  return out;
}

/**
 * Coefficients of the folded kernel from samples, just as many as its modes need: what aliases is what the cutoff left
 * out.
 */
function foldedCoefficients(family: SmoothFamily, row: Row, axes: readonly Axis[], delta: number): Vec {
  const lengths = axes.map(({ modes }) => transformLength(2 * modes + 2));
  const squares = axes.map(({ extent, period }, c) => {
    const square = foldedSquare(extent, transitionOf(family, extent), steepness(delta));
    const n = lengths[c];
    const half = Float64Array.from({ length: n / 2 + 1 }, (_, j) => square((j * period) / n));
    return Float64Array.from({ length: n }, (_, j) => half[Math.min(j, n - j)]);
  });
  const values = samples(row, squares);
  const lines = axes.map(({ modes }, c) => ({ length: lengths[c], used: lengths[c], modes }));
  const { re } = prunedTransform(typescriptEngine, lines).forward({ re: values, im: new Float64Array(values.length) });
  return lowerHalf(re, axes).map(v => v / values.length);
}

/** Of the kept modes of every axis those from 0 to K, as an even function needs no others. */
function lowerHalf(x: Vec, axes: readonly Axis[]): Vec {
  const shape = axes.map(({ modes }) => modes + 1);
  const out = new Float64Array(shape.reduce((a, b) => a * b, 1));
  forEntries(shape, (entry, index) => {
    out[entry] = x[axes.reduce((at, { modes }, c) => at * keptModes({ modes }) + index[c], 0)];
  });
  return out;
}

/**
 * Fourier coefficients of the periodic kernel times the corrections of the window: (K_0 + 1) × (K_1 + 1) × …, even in
 * every index.
 */
export function spectrumOf(kernel: SmoothKernel, derivative: Derivative, axes: readonly Axis[], delta: number): Vec {
  const { family } = kernel;
  const corrections = axes.map(axis => axis.correction);
  if (family.name === "gaussian")
    return outerProduct(
      axes.map((axis, c) => gaussianCoefficients(family.bandwidth, axis).map((b, k) => b * corrections[c][k])),
    );
  const correction = outerProduct(corrections);
  return foldedCoefficients(family, rowFor(kernel, derivative, axes.length), axes, delta).map(
    (b, k) => b * correction[k],
  );
}
