import { log } from "../../arithmetic/functions.js";
import { zeros } from "../../arithmetic/vectors.js";
import { interval } from "../../arithmetic/range.js";
import type { Density } from "./measure.js";

/**
 * Uniform law on [a, b].
 *
 * ```ts
 * const law = measures.uniformOn(-1, 1);
 * ```
 */
export function uniformOn(a: number, b: number): Density {
  interval("the interval of a uniform law", [a, b]);
  const inside = (x: number): boolean => x >= a && x <= b;
  const level = -log(b - a);
  return {
    kind: "density",
    dim: 1,
    mass: 1,
    moments: { mean: Float64Array.of((a + b) / 2), covariance: Float64Array.of(((b - a) * (b - a)) / 12) },
    logDensity: x => (inside(x[0]) ? level : -Infinity),
    score: () => zeros(1),
    hessian: () => zeros(1),
    sample: random => Float64Array.of(a + (b - a) * random.uniform()),
    cdf: x => Math.min(1, Math.max(0, (x - a) / (b - a))),
  };
}

/**
 * Lebesgue measure of R^d normalised by whatever grid or finite set it is put on: it has a density, but no sample and
 * no moments.
 *
 * ```ts
 * const volumes = measures.uniformEverywhere(1);
 * ```
 */
export const uniformEverywhere = (dim: number): Density => ({
  kind: "density",
  dim,
  mass: 1,
  improper: true,
  logDensity: () => 0,
  score: () => zeros(dim),
  hessian: () => zeros(dim * dim),
});
