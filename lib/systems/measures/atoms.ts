import type { Rng } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum } from "../../arithmetic/vectors.js";
import type { Atoms } from "./measure.js";

/**
 * Σ weights_i δ_{points_i}, points n × dim; without weights of mass 1/n each.
 *
 * ```ts
 * const law = measures.atoms(2, Float64Array.of(0, 0, 1, 2)); // two atoms of mass ½ in the plane
 * ```
 */
export const atoms = (dim: number, points: Vec, weights: Vec = equalWeights(points.length / dim)): Atoms => ({
  kind: "atoms",
  dim,
  cloud: { points, weights },
});

/**
 * 1/n, n times.
 *
 * ```ts
 * const weights = measures.equalWeights(30);
 * ```
 */
export const equalWeights = (n: number): Vec => new Float64Array(n).fill(1 / n);

/** n independent draws of an index, i with a probability proportional to weights_i. */
export function draws(weights: Vec, n: number, random: Rng): readonly number[] {
  const mass = sum(weights);
  return Array.from({ length: n }, () => {
    let rest = mass * random.uniform();
    let j = 0;
    while (j + 1 < weights.length && rest >= weights[j]) rest -= weights[j++];
    return j;
  });
}
