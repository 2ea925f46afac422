import { log } from "../../arithmetic/functions.js";
import { among } from "../../arithmetic/lookup.js";
import { countOf, finite } from "../../arithmetic/range.js";
import { exactScale } from "../../arithmetic/exact-scale.js";
import { stream } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";

/** All pairs of at most this many points are compared: two million distances. */
const ALL = 2000;
/** Pairs that are drawn from larger clouds: the rank of their median is off by about 1/(2√m) = 0.05 %. */
const DRAWN = 1_000_000;

/** |x_i - x_j| */
function between(x: Vec, dim: number, i: number, j: number): number {
  let s = 0;
  for (let c = 0; c < dim; c++) s += (x[i * dim + c] - x[j * dim + c]) * (x[i * dim + c] - x[j * dim + c]);
  return Math.sqrt(s);
}

function allDistances(x: Vec, dim: number): Vec {
  const n = x.length / dim;
  const out = new Float64Array((n * (n - 1)) / 2);
  let k = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) out[k++] = between(x, dim, i, j);
  return out;
}

/** The points in lexicographic order, which no order of the rows changes. */
function sortedPoints(x: Vec, dim: number): Vec {
  const compare = (i: number, j: number): number => {
    for (let c = 0; c < dim; c++) if (x[i * dim + c] !== x[j * dim + c]) return x[i * dim + c] - x[j * dim + c];
    return 0;
  };
  const order = Array.from({ length: x.length / dim }, (_, i) => i).sort(compare);
  return Float64Array.from({ length: x.length }, (_, k) => x[order[Math.floor(k / dim)] * dim + (k % dim)]);
}

/** Distances of seeded pairs i ≠ j of the sorted points. */
function drawnDistances(x: Vec, dim: number): Vec {
  const n = x.length / dim;
  const sorted = sortedPoints(x, dim);
  const random = stream(1, "median-distance");
  const index = (count: number): number => Math.floor(count * random.uniform());
  return Float64Array.from({ length: DRAWN }, () => {
    const i = index(n);
    const j = index(n - 1);
    return between(sorted, dim, i, j < i ? j : j + 1);
  });
}

/**
 * The median of the distances |x_i - x_j|, i < j, of a cloud n × dim (the mean of the middle two for an even number of
 * pairs); of a seeded million of these pairs where there are more than 2000 points. It does not depend on the order of
 * the rows. Refused where it is 0, or there is one point only.
 *
 * ```ts
 * const points = normals(stream(1, "data"), 200);
 * const kernel = kernels.gaussian(kernels.medianDistance(points, 2));
 * ```
 */
export function medianDistance(x: Vec, dim: number): number {
  const n = countOf("a cloud", x, dim);
  x.forEach(v => finite("a coordinate of the points", v));
  const scale = exactScale(x);
  const y = x.map(v => scale * v);
  const sorted = (n <= ALL ? allDistances(y, dim) : drawnDistances(y, dim)).sort();
  const last = sorted.length - 1;
  const median = (sorted[Math.floor(last / 2)] + sorted[Math.ceil(last / 2)]) / 2 / scale;
  return median > 0
    ? median
    : refuse("the median distance of the points is 0 or there is only one: give the bandwidth as a number");
}

const RULES = ["median", "median-log", "running-median", "running-median-log"] as const;

/** Rules for a bandwidth from points: of the first state, or `running-` along with the particles of every state. */
export type BandwidthRule = (typeof RULES)[number];

/** Whether a rule is applied to every state. */
export const isRunning = (rule: BandwidthRule): boolean => rule.startsWith("running-");

/**
 * ℓ by a rule: the median distance med of n points, or med/√(2 log(n+1)), with which exp(-|x-y|²/2ℓ²) is
 * exp(-|x-y|² log(n+1)/med²), the heuristic of SVGD: Σ_j k(x_i, x_j) ≈ n e^{-log(n+1)} + 1 is of order 1.
 *
 * ```ts
 * const points = normals(stream(1, "data"), 200);
 * const kernel = kernels.gaussian(kernels.bandwidthBy("median-log", points, 2));
 * ```
 */
export function bandwidthBy(rule: BandwidthRule, x: Vec, dim: number): number {
  const median = medianDistance(x, dim);
  return among("the rule of a bandwidth", rule, RULES).endsWith("log")
    ? median / Math.sqrt(2 * log(x.length / dim + 1))
    : median;
}
