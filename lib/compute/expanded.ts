import type { Vec } from "../arithmetic/vec.js";
import type { Profile, Term } from "./kernel-form.js";
import { boxOf } from "./box.js";
import { slopeOf } from "./slope.js";
import { directionOf, type Routines } from "./typescript/routines.js";

/**
 * |x - y|² = |x|² + |y|² - 2 x·y: in many dimensions half the work of differences, and for smooth kernels of points
 * that are not far from their centre, in the unit of the kernel, as exact.
 */

/** Dimensions from which on it is worth the way. */
const LEAST_DIM = 8;

/** Whether sums over so many dimensions may be expanded. */
export const isExpandable = (dim: number): boolean => dim >= LEAST_DIM;

/**
 * Largest square of a distance from the centre in the unit of the kernel, in which it changes by a part of itself.
 * Distances change by rounding by no more than (4 dim + 16) u of that square, u = 2^-53; by differences the bound is (4
 * dim + 8) u for points on both sides.
 */
const FARTHEST = 16;

/** A cloud as n × (dim + 1) numbers: coordinates from the centre, and the sum of their squares. */
type Expanded = Vec;

/**
 * How much φ changes, relative to itself, when s grows by one: the unit in which distances count; Infinity where φ has
 * a kink at 0.
 */
function sensitivity(term: Term): number {
  if (term.name === "exponential") return term.rate;
  return term.name === "power" && term.offset > 0 ? (Math.abs(term.exponent) * term.rate) / term.offset : Infinity;
}

/** The middle of the box around two clouds. */
function middle(x: Vec, y: Vec, dim: number): Vec {
  const { low, high } = boxOf(dim, x === y ? [x] : [x, y]);
  return low.map((v, c) => v + (high[c] - v) / 2);
}

/** The cloud around a centre; undefined where a square is larger than `limit`. */
function expand(cloud: Vec, dim: number, centre: Vec, limit: number): Expanded | undefined {
  const n = cloud.length / dim;
  const out = new Float64Array(n * (dim + 1));
  for (let i = 0; i < n; i++) {
    const at = i * (dim + 1);
    let square = 0;
    for (let c = 0; c < dim; c++) {
      const v = cloud[i * dim + c] - centre[c];
      out[at + c] = v;
      square += v * v;
    }
    if (!(square <= limit)) return undefined;
    out[at + dim] = square;
  }
  return out;
}

/** Both clouds, one array where they are one; undefined where distances should be made from differences. */
function expandBoth(profile: Profile, x: Vec, y: Vec, dim: number): readonly [Expanded, Expanded] | undefined {
  const limit = FARTHEST / Math.max(sensitivity(profile(0)), sensitivity(profile(1)));
  if (!(limit > 0)) return undefined;
  const centre = middle(x, y, dim);
  const p = expand(x, dim, centre, limit);
  const q = x === y ? p : expand(y, dim, centre, limit);
  return p && q && [p, q];
}

/** Σ_j φ(|x_i - y_j|²) w_jc for expanded clouds: n × columns. */
export type ExpandedSum = (term: Term, x: Expanded, y: Expanded, dim: number, w: Vec, columns: number) => Vec;

/** No |x - y|² is larger, for points of an expanded cloud of which a term is to be summed. */
export const farthestExpanded = (term: Term): number => (4 * FARTHEST) / sensitivity(term);

/** Rows (factor w_j y_j, factor w_j): sums of them give Σ_j w_j φ'_j (x - y_j) = x Σ_j w_j φ'_j - Σ_j w_j φ'_j y_j. */
function moments(y: Expanded, dim: number, w: Vec, factor: number): Vec {
  const out = new Float64Array(y.length);
  for (let j = 0, at = 0; j < w.length; j++, at += dim + 1) {
    const weight = factor * w[j];
    for (let c = 0; c < dim; c++) out[at + c] = weight * y[at + c];
    out[at + dim] = weight;
  }
  return out;
}

/** Takes f_j from the first part of every row. */
function subtractFrom(rows: Vec, f: Vec, dim: number): Vec {
  for (let k = 0, at = 0; k < f.length; k += dim, at += dim + 1) for (let c = 0; c < dim; c++) rows[at + c] -= f[k + c];
  return rows;
}

/** x_i S_i - T_i from rows (T, S). */
function differences(x: Expanded, dim: number, sums: Vec): Vec {
  const out = new Float64Array((x.length / (dim + 1)) * dim);
  for (let k = 0, at = 0; k < out.length; k += dim, at += dim + 1)
    for (let c = 0; c < dim; c++) out[k + c] = x[at + c] * sums[at + dim] - sums[at + c];
  return out;
}

/** The sums S_i of rows (T, S), each divided by a factor. */
const lastOf = (sums: Vec, dim: number, factor: number): Vec =>
  Float64Array.from({ length: sums.length / (dim + 1) }, (_, i) => sums[i * (dim + 1) + dim] / factor);

/** Rows of `width` numbers each, those that are chosen. */
function rowsOf(rows: Vec, width: number, chosen: readonly number[]): Vec {
  const out = new Float64Array(chosen.length * width);
  chosen.forEach((j, k) => out.set(rows.subarray(j * width, (j + 1) * width), k * width));
  return out;
}

/** The rows of `width` numbers that are not all 0. */
function weightyRows(w: Vec, width: number): readonly number[] {
  const found: number[] = [];
  for (let j = 0, at = 0; at < w.length; j++, at += width) {
    let c = 0;
    while (c < width && w[at + c] === 0) c++;
    if (c < width) found.push(j);
  }
  return found;
}

/**
 * The same sum without sources that have no weight, where these are more than half, as most particles of
 * interaction-force transport are: sums begin at 0 and values are finite, so that 0 times a value changes no bit.
 */
const ofWeighty =
  (sum: ExpandedSum): ExpandedSum =>
  (term, x, y, dim, w, columns) => {
    const chosen = weightyRows(w, columns);
    return chosen.length > 0 && 2 * chosen.length < w.length / columns
      ? sum(term, x, rowsOf(y, dim + 1, chosen), dim, rowsOf(w, columns, chosen), columns)
      : sum(term, x, y, dim, w, columns);
  };

/** Routines in dimensions that are expandable: over expanded clouds where these are as exact, as before elsewhere. */
export function withExpansion(profile: Profile, sumOfAll: ExpandedSum, plain: Routines): Routines {
  const sum = ofWeighty(sumOfAll);
  const slope = slopeOf(profile);
  const values: Routines["sum"] = (x, y, dim, w, columns) => {
    const clouds = expandBoth(profile, x, y, dim);
    return clouds ? sum(profile(0), ...clouds, dim, w, columns) : plain.sum(x, y, dim, w, columns);
  };
  /** Σ_j w_j ∇_1 k for times = 2, Σ_j w_j ∇_2 k for times = -2. */
  const gradient =
    (times: number, otherwise: Routines["gradient1Sum"]): Routines["gradient1Sum"] =>
    (x, y, dim, w) => {
      const clouds = expandBoth(profile, x, y, dim);
      if (!clouds) return otherwise(x, y, dim, w);
      const [p, q] = clouds;
      return differences(p, dim, sum(slope.term, p, q, dim, moments(q, dim, w, times * slope.factor), dim + 1));
    };
  /** As φ' is a multiple of φ, the sums of the gradient hold those of the values. */
  const field: Routines["field"] = (x, y, dim, w) => {
    const clouds = slope.shared ? expandBoth(profile, x, y, dim) : undefined;
    if (!clouds) return undefined;
    const [p, q] = clouds;
    const sums = sum(slope.term, p, q, dim, moments(q, dim, w, 2 * slope.factor), dim + 1);
    return { value: lastOf(sums, dim, 2 * slope.factor), gradient: differences(p, dim, sums) };
  };
  const expanded: Routines = {
    ...plain,
    sum: values,
    gradient1Sum: gradient(2, plain.gradient1Sum),
    gradient2Sum: gradient(-2, plain.gradient2Sum),
    field,
  };
  const direction: Routines["direction"] = (x, dim, f, w) => {
    const clouds = expandBoth(profile, x, x, dim);
    if (!clouds && plain.direction) return plain.direction(x, dim, f, w);
    if (!clouds || !slope.shared) return directionOf(expanded, x, dim, f, w);
    const [p, q] = clouds;
    const weights = subtractFrom(moments(q, dim, w, -2 * slope.factor), f, dim);
    return differences(p, dim, sum(slope.term, p, q, dim, weights, dim + 1));
  };
  return { ...expanded, direction };
}
