import type { Vec } from "../../../arithmetic/vec.js";
import type { Profile, RadialFamily } from "../../kernel-form.js";
import { rowOf } from "../../typescript/rows.js";
import type { Row } from "../../typescript/pairs.js";
import type { Derivative } from "../pairs.js";

/** Kernels that the Fourier method sums: smooth on the diagonal and far from it. */
export type SmoothFamily = Extract<RadialFamily, { name: "gaussian" | "inverse-multiquadric" | "rational-quadratic" }>;

export interface SmoothKernel {
  readonly family: SmoothFamily;
  readonly profile: Profile;
}

/** Whether the Fourier coefficients are known in closed form; the others are sampled. */
const isClosed = ({ family }: SmoothKernel): boolean => family.name === "gaussian";

/**
 * Highest power of ω that the coefficients are multiplied with: sampled traces are samples of tr ∇_1∇_2 k itself, which
 * rounds less.
 */
export const orderOf = (kernel: SmoothKernel, derivative: Derivative): number =>
  derivative === "value" ? 0 : derivative === "gradient" ? 1 : isClosed(kernel) ? 2 : 0;

const BLOCK = 512;

/** -2dφ' - 4sφ'' = tr ∇_1∇_2 φ(|x-y|²), s = |x-y|². */
function traceRow(profile: Profile, dim: number): Row {
  const first = rowOf(profile(1));
  const second = rowOf(profile(2));
  const slope = new Float64Array(BLOCK);
  const bend = new Float64Array(BLOCK);
  return (s, count, out) => {
    first(s, count, slope);
    second(s, count, bend);
    for (let j = 0; j < count; j++) out[j] = -2 * dim * slope[j] - 4 * s[j] * bend[j];
  };
}

/** The function of s = |x-y|² that is sampled, by blocks of 512. */
export const rowFor = ({ profile }: SmoothKernel, derivative: Derivative, dim: number): Row =>
  derivative === "trace" ? traceRow(profile, dim) : rowOf(profile(0));

/** x <- φ(x), block by block. */
export function inBlocks(row: Row, x: Vec): void {
  for (let j = 0; j < x.length; j += BLOCK) row(x.subarray(j), Math.min(BLOCK, x.length - j), x.subarray(j));
}
