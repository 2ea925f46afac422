import type { Profile, Vec } from "../../types.js";
import { BLOCK, squaredDistances } from "./pairs.js";
import type { Routines } from "./routines.js";
import { addColumn, profileGram, profileSum } from "./values.js";

/** out += factor Σ_j w_j φ'_j (x_i - y_j), one target and one block of sources. */
function addDifferences(x: Vec, i: number, y: Vec, w: Vec, from: number, count: number, dim: number, slope: Vec, factor: number, out: Vec): void {
  if (dim === 1) return addDifferences1(x, i, y, w, from, count, slope, factor, out);
  if (dim === 2) return addDifferences2(x, i, y, w, from, count, slope, factor, out);
  const own = i * dim;
  for (let j = 0, at = from * dim; j < count; j++, at += dim) {
    const g = factor * w[from + j] * slope[j];
    for (let c = 0; c < dim; c++) out[own + c] += g * (x[own + c] - y[at + c]);
  }
}

function addDifferences1(x: Vec, i: number, y: Vec, w: Vec, from: number, count: number, slope: Vec, factor: number, out: Vec): void {
  const a = x[i];
  let s = out[i];
  for (let j = 0; j < count; j++) s += factor * w[from + j] * slope[j] * (a - y[from + j]);
  out[i] = s;
}

function addDifferences2(x: Vec, i: number, y: Vec, w: Vec, from: number, count: number, slope: Vec, factor: number, out: Vec): void {
  const a = x[2 * i],
    b = x[2 * i + 1];
  let s = out[2 * i],
    t = out[2 * i + 1];
  for (let j = 0, at = 2 * from; j < count; j++, at += 2) {
    const g = factor * w[from + j] * slope[j];
    s += g * (a - y[at]);
    t += g * (b - y[at + 1]);
  }
  out[2 * i] = s;
  out[2 * i + 1] = t;
}

/** factor Σ_j w_j φ'(|x_i - y_j|²) (x_i - y_j): ∇_1 for factor 2, ∇_2 for factor -2. */
function differenceSum(profile: Profile, factor: number, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const n = x.length / dim,
    m = y.length / dim,
    first = profile(1),
    slope = new Float64Array(Math.min(m, BLOCK)),
    out = new Float64Array(n * dim);
  for (let i = 0; i < n; i++)
    for (let from = 0; from < m; from += BLOCK) {
      const count = Math.min(BLOCK, m - from);
      squaredDistances(x, i, y, from, count, dim, slope);
      first(slope, count, slope);
      addDifferences(x, i, y, w, from, count, dim, slope, factor, out);
    }
  return out;
}

/** Σ_j w_j (-2 d φ'_j - 4 s_j φ''_j). */
function mixedTraceSum(profile: Profile, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const m = y.length / dim,
    first = profile(1),
    second = profile(2),
    size = Math.min(m, BLOCK),
    [s, slope, trace] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  return new Float64Array(x.length / dim).map((_, i) => {
    let total = 0;
    for (let from = 0; from < m; from += BLOCK) {
      const count = Math.min(BLOCK, m - from);
      squaredDistances(x, i, y, from, count, dim, s);
      first(s, count, slope);
      second(s, count, trace);
      for (let j = 0; j < count; j++) trace[j] = -2 * dim * slope[j] - 4 * s[j] * trace[j];
      total = addColumn(total, trace, w, from, count);
    }
    return total;
  });
}

/** k = φ(|x-y|²): ∇_1 k = 2φ'(x-y) = -∇_2 k, tr ∇_1∇_2 k = -2dφ' - 4|x-y|²φ''. */
export const radialRoutines = ({ profile }: { readonly profile: Profile }): Routines => ({
  gram: (x, y, dim) => profileGram(profile, squaredDistances, x, y, dim),
  sum: (x, y, dim, w, columns) => profileSum(profile, squaredDistances, x, y, dim, w, columns),
  gradient1Sum: (x, y, dim, w) => differenceSum(profile, 2, x, y, dim, w),
  gradient2Sum: (x, y, dim, w) => differenceSum(profile, -2, x, y, dim, w),
  mixedTraceSum: (x, y, dim, w) => mixedTraceSum(profile, x, y, dim, w),
});
