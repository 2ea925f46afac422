import { square } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, maxAbs, row, sum, tabulate } from "../../arithmetic/vectors.js";
import { kernelSum } from "../../compute/index.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Cloud } from "../../systems/measures/cloud.js";
import type { Distance } from "./metric.js";
import { preciseSquare } from "./precise-mmd.js";
import { ROUNDING, uncancelled } from "./resolution.js";

/** The largest |k(x_i, x)| with x the outermost of the points: the size of the terms of a sum over pairs. */
function largestValue(kernel: Kernel, points: Vec, dim: number): number {
  const norms = tabulate(points.length / dim, i => sum(row(points, i, dim).map(square)));
  const outermost = row(points, norms.indexOf(maxAbs(norms)), dim);
  return maxAbs(kernelSum(kernel, points, outermost, dim, Float64Array.of(1)));
}

/** Pairs from which on sums are fast, and so exact to their tolerance only. */
const MANY = 2_097_152;
const FAST = 1e-10;

/** Relative error of a sum over all pairs of so many points; what a Monte Carlo estimate misses is not rounding. */
function accuracyOf({ summation }: Kernel, n: number): number {
  const method = summation?.method ?? { name: "auto", tolerance: FAST };
  if (method.name === "fast" || (method.name === "auto" && n * n >= MANY)) return method.tolerance;
  return ROUNDING;
}

/** ‖𝒦ν‖ of a signed cloud ν = μ - μ' with the witness 𝒦ν: √∬ k dν dν. A-3.7. */
export function mmdNorm(
  kernel: Kernel,
  nu: Cloud,
  dim: number,
): Distance & { readonly potential: Vec; readonly squared: number } {
  const { points, weights } = nu;
  const potential = kernelSum(kernel, points, points, dim, weights);
  const terms = square(sum(weights.map(Math.abs))) * largestValue(kernel, points, dim);
  const precise = (): number | undefined => preciseSquare(kernel, nu, dim);
  return {
    ...uncancelled(dot(weights, potential), terms, precise, accuracyOf(kernel, weights.length)),
    potential,
    points,
  };
}
