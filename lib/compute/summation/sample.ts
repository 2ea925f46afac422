import { maxAbs } from "../../arithmetic/vectors.js";
import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Derivative, outputsOf, type Pairs, type Sum } from "./pairs.js";

/** Targets whose sums are verified: enough to see a method fail, and less work than what is verified. */
const TARGETS = 8;

/** Sources per direct sum: what a block rounds does not grow with the number of sources. */
const BLOCK = 2048;

/** Some targets of a sum, drawn anew for every number of them, with their direct sums. */
export interface Sample {
  readonly targets: Int32Array;
  readonly points: Vec;
  readonly values: Vec;
}

const blockOf = ({ y, dim, w, columns }: Pairs, x: Vec, from: number): Pairs => ({
  x,
  y: y.subarray(from * dim, (from + BLOCK) * dim),
  dim,
  w: w.subarray(from * columns, (from + BLOCK) * columns),
  columns,
});

/** Direct sums at a few points: block after block. */
function directSums(direct: Sum, derivative: Derivative, pairs: Pairs, points: Vec): Vec {
  const out = new Float64Array((points.length / pairs.dim) * outputsOf(derivative, pairs));
  for (let from = 0; from * pairs.dim < pairs.y.length; from += BLOCK) {
    const part = direct(derivative, blockOf(pairs, points, from));
    for (let i = 0; i < out.length; i++) out[i] += part[i];
  }
  return out;
}

/** A random sample of the targets (a stream of its own for each number of them) with their direct sums. */
export function sampleOf(direct: Sum, derivative: Derivative, pairs: Pairs): Sample {
  const { x, dim } = pairs;
  const n = x.length / dim;
  const random = stream(n, "verified targets");
  const count = Math.min(n, TARGETS);
  const targets = Int32Array.from({ length: count }, () => random.integer(n));
  const points = new Float64Array(count * dim);
  targets.forEach((i, k) => points.set(x.subarray(i * dim, (i + 1) * dim), k * dim));
  return { targets, points, values: directSums(direct, derivative, pairs, points) };
}

/**
 * Largest error at the sampled targets, relative to the largest of all values; 0 where everything is 0, NaN where
 * something is.
 */
export function sampledError({ targets, values }: Sample, sums: Vec, outputs: number): number {
  let error = 0;
  for (let k = 0; k < values.length; k++) {
    const at = targets[Math.floor(k / outputs)] * outputs + (k % outputs);
    error = Math.max(error, Math.abs(sums[at] - values[k]));
  }
  return error === 0 ? 0 : error / maxAbs(sums);
}

/** Sources that an estimate of what cancels is made from: every n-th of more. */
const ESTIMATED = 2048;

/**
 * Some of the sources with weights, of their sign times that of what they are multiplied with, such that nothing
 * cancels in component c of the sum at one point, scaled up to all sources.
 */
function unsigned(
  { y, dim, w, columns }: Pairs,
  derivative: Derivative,
  point: Vec,
  c: number,
): Pick<Pairs, "y" | "w"> {
  const m = y.length / dim;
  const step = Math.ceil(m / ESTIMATED);
  const count = Math.ceil(m / step);
  const column = derivative === "value" ? c : 0;
  const some = { y: new Float64Array(count * dim), w: new Float64Array(count) };
  for (let k = 0, j = 0; k < count; k++, j += step) {
    for (let e = 0; e < dim; e++) some.y[k * dim + e] = y[j * dim + e];
    some.w[k] =
      Math.abs(w[j * columns + column]) *
      (m / count) *
      (derivative === "gradient" && y[j * dim + c] > point[c] ? -1 : 1);
  }
  return some;
}

/**
 * How much cancels: the largest sampled value over the largest sum of absolute terms at the first sampled target,
 * estimated from some of the sources; at most 1. No method that rounds, the direct sum included, keeps more digits than
 * are left after that.
 */
export function cancellation(direct: Sum, derivative: Derivative, pairs: Pairs, { points, values }: Sample): number {
  const x = points.slice(0, pairs.dim);
  const components = outputsOf(derivative, pairs);
  const scales = new Float64Array(components);
  for (let c = 0; c < components; c++) {
    const { y, w } = unsigned(pairs, derivative, x, c);
    scales[c] = maxAbs(direct(derivative, { x, y, w, dim: pairs.dim, columns: 1 }));
  }
  const scale = maxAbs(scales);
  return scale > 0 ? Math.min(1, maxAbs(values) / scale) : 1;
}
