import type { Vec } from "../../arithmetic/vec.js";
import type { Profile, Term } from "../kernel-form.js";
import { BLOCK, expandedDistances, forBlocks, squaredDistances } from "./pairs.js";
import type { ExpandedSum } from "../expanded.js";
import { axpy } from "../../arithmetic/vectors.js";
import { slopeOf } from "../slope.js";
import type { Routines } from "./routines.js";
import { rowOf } from "./rows.js";
import { addColumn, rowGram, rowSum } from "./values.js";

/** out_i += Σ_j w_j φ'_j (x_i - y_j), one target and one block of sources, two coordinates at a time. */
function addDifferences(x: Vec, i: number, y: Vec, w: Vec, count: number, dim: number, slope: Vec, out: Vec): void {
  const own = i * dim;
  let c = dim % 2;
  if (c === 1) out[own] = addOne(out[own], x[own], y, w, count, dim, slope);
  for (; c < dim; c += 2) addTwo(x, own + c, y, c, w, count, dim, slope, out);
}

/** total + Σ_j w_j φ'_j (a - y_j0) */
function addOne(total: number, a: number, y: Vec, w: Vec, count: number, dim: number, slope: Vec): number {
  let s = total;
  for (let j = 0, at = 0; j < count; j++, at += dim) s += w[j] * slope[j] * (a - y[at]);
  return s;
}

/** The same for the coordinates c and c + 1, which stand at `own` and `own` + 1 in x and out. */
function addTwo(
  x: Vec,
  own: number,
  y: Vec,
  c: number,
  w: Vec,
  count: number,
  dim: number,
  slope: Vec,
  out: Vec,
): void {
  const a = x[own];
  const b = x[own + 1];
  let s = out[own];
  let t = out[own + 1];
  for (let j = 0, at = c; j < count; j++, at += dim) {
    const g = w[j] * slope[j];
    s += g * (a - y[at]);
    t += g * (b - y[at + 1]);
  }
  out[own] = s;
  out[own + 1] = t;
}

/** factor Σ_j w_j φ(|x_i - y_j|²) (x_i - y_j): with φ' ∇_1 for factor 2, ∇_2 for factor -2. */
function differenceSum(term: Term, factor: number, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const n = x.length / dim;
  const first = rowOf(term);
  const scaled = w.map(v => factor * v);
  const slope = new Float64Array(BLOCK);
  const out = new Float64Array(n * dim);
  forBlocks(y, dim, (from, count, sources) => {
    const weights = scaled.subarray(from, from + count);
    for (let i = 0; i < n; i++) {
      squaredDistances(x, i, sources, count, dim, slope);
      first(slope, count, slope);
      addDifferences(x, i, sources, weights, count, dim, slope, out);
    }
  });
  return out;
}

/** Σ_j w_j (-2 d φ'_j - 4 s_j φ''_j). */
function mixedTraceSum(profile: Profile, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const first = rowOf(profile(1));
  const second = rowOf(profile(2));
  const [s, slope, trace] = [new Float64Array(BLOCK), new Float64Array(BLOCK), new Float64Array(BLOCK)];
  const out = new Float64Array(x.length / dim);
  forBlocks(y, dim, (from, count, sources) => {
    const weights = w.subarray(from, from + count);
    for (let i = 0; i < out.length; i++) {
      squaredDistances(x, i, sources, count, dim, s);
      first(s, count, slope);
      second(s, count, trace);
      for (let j = 0; j < count; j++) trace[j] = -2 * dim * slope[j] - 4 * s[j] * trace[j];
      out[i] = addColumn(out[i], trace, weights, count);
    }
  });
  return out;
}

/** k = φ(|x-y|²): ∇_1 k = 2φ'(x-y) = -∇_2 k, tr ∇_1∇_2 k = -2dφ' - 4|x-y|²φ''. */
export const radialRoutines = ({ profile }: { readonly profile: Profile }): Routines => ({
  gram: (x, y, dim) => rowGram(rowOf(profile(0)), squaredDistances, x, y, dim),
  sum: (x, y, dim, w, columns) => rowSum(rowOf(profile(0)), squaredDistances, x, y, dim, w, columns),
  gradient1Sum: (x, y, dim, w) => differenceSum(profile(1), 2, x, y, dim, w),
  gradient2Sum: (x, y, dim, w) => differenceSum(profile(1), -2, x, y, dim, w),
  direction: (x, dim, f, w) => {
    const { term, factor } = slopeOf(profile);
    return axpy(
      1,
      differenceSum(term, -2 * factor, x, x, dim, w),
      rowSum(rowOf(profile(0)), squaredDistances, x, x, dim, f, dim),
    );
  },
  mixedTraceSum: (x, y, dim, w) => mixedTraceSum(profile, x, y, dim, w),
});

/** Sums over expanded clouds. */
export const expandedSum: ExpandedSum = (term, x, y, dim, w, columns) =>
  rowSum(rowOf(term), expandedDistances, x, y, dim + 1, w, columns);
