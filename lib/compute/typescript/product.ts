import type { Profile, Vec } from "../../types.js";
import { BLOCK, products } from "./pairs.js";
import type { Routines } from "./routines.js";
import { profileGram, profileSum } from "./values.js";

/** Σ_j w_j φ'(x_i·y_j) y_j. */
function gradient1Sum(profile: Profile, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const weighted = y.map((v, k) => w[Math.floor(k / dim)] * v);
  return profileSum(order => profile(order + 1), products, x, y, dim, weighted, dim);
}

/** x_i Σ_j w_j φ'(x_i·y_j). */
function gradient2Sum(profile: Profile, x: Vec, y: Vec, dim: number, w: Vec): Vec {
  const slopes = profileSum(order => profile(order + 1), products, x, y, dim, w, 1);
  return x.map((v, k) => slopes[Math.floor(k / dim)] * v);
}

/** d φ' + t φ''. */
function mixedTrace(profile: Profile, dim: number): Profile {
  const first = profile(1),
    second = profile(2),
    [slope, bend] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  return () => (t, count, out) => {
    first(t, count, slope);
    second(t, count, bend);
    for (let j = 0; j < count; j++) out[j] = dim * slope[j] + t[j] * bend[j];
  };
}

/** k = φ(x·y): ∇_1 k = φ'y, ∇_2 k = φ'x, tr ∇_1∇_2 k = dφ' + x·y φ''. */
export const productRoutines = ({ profile }: { readonly profile: Profile }): Routines => ({
  gram: (x, y, dim) => profileGram(profile, products, x, y, dim),
  sum: (x, y, dim, w, columns) => profileSum(profile, products, x, y, dim, w, columns),
  gradient1Sum: (x, y, dim, w) => gradient1Sum(profile, x, y, dim, w),
  gradient2Sum: (x, y, dim, w) => gradient2Sum(profile, x, y, dim, w),
  mixedTraceSum: (x, y, dim, w) => profileSum(mixedTrace(profile, dim), products, x, y, dim, w, 1),
});
