import type { Vec } from "../../arithmetic/vec.js";
import type { Profile } from "../kernel-form.js";
import { BLOCK, products } from "./pairs.js";
import type { Routines } from "./routines.js";
import { rowOf } from "./rows.js";
import type { Row } from "./pairs.js";
import { rowGram, rowSum } from "./values.js";

/** Every source's weight times its coordinates. */
export const weighted = (y: Vec, w: Vec, dim: number): Vec => y.map((v, k) => w[Math.floor(k / dim)] * v);

/** Every target's coordinates times its number. */
export const turned = (x: Vec, slopes: Vec, dim: number): Vec => x.map((v, k) => slopes[Math.floor(k / dim)] * v);

/** d φ' + t φ''. */
function traceRow(profile: Profile, dim: number): Row {
  const first = rowOf(profile(1));
  const second = rowOf(profile(2));
  const [slope, bend] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  return (t, count, out) => {
    first(t, count, slope);
    second(t, count, bend);
    for (let j = 0; j < count; j++) out[j] = dim * slope[j] + t[j] * bend[j];
  };
}

/** k = φ(x·y): ∇_1 k = φ'y, ∇_2 k = φ'x, tr ∇_1∇_2 k = dφ' + x·y φ''. */
export const productRoutines = ({ profile }: { readonly profile: Profile }): Routines => ({
  gram: (x, y, dim) => rowGram(rowOf(profile(0)), products, x, y, dim),
  sum: (x, y, dim, w, columns) => rowSum(rowOf(profile(0)), products, x, y, dim, w, columns),
  gradient1Sum: (x, y, dim, w) => rowSum(rowOf(profile(1)), products, x, y, dim, weighted(y, w, dim), dim),
  gradient2Sum: (x, y, dim, w) => turned(x, rowSum(rowOf(profile(1)), products, x, y, dim, w, 1), dim),
  mixedTraceSum: (x, y, dim, w) => rowSum(traceRow(profile, dim), products, x, y, dim, w, 1),
});
