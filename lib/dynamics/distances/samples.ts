import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Cloud } from "../../systems/measures/cloud.js";
import { kernelSum } from "../../compute/index.js";
import { square } from "../../arithmetic/functions.js";
import { dot, row, sum, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { difference } from "./pairs.js";
import { permutationTest } from "./permutations.js";
import { preciseSquare } from "./precise-mmd.js";
import { uncancelled } from "./resolution.js";
import type { MethodOf, MetricOf, Solver } from "./metric.js";
import { requireAtoms } from "../../systems/spaces/support.js";

/** Σ_ij a_i b_j k(x_i, y_j) */
const between = (kernel: Kernel, dim: number, a: Cloud, b: Cloud): number =>
  dot(a.weights, kernelSum(kernel, a.points, b.points, dim, b.weights));

/** Σ_i a_i² k(x_i, x_i) */
const diagonal = (kernel: Kernel, dim: number, { points, weights }: Cloud): number =>
  weights.reduce((s, w, i) => {
    const x = row(points, i, dim);
    return s + kernelSum(kernel, x, x, dim, Float64Array.of(square(w)))[0];
  }, 0);

/**
 * The mean of k over pairs of one sample times its squared mass: all pairs (V), or the distinct ones, without bias (U).
 */
const within: { readonly [S in MethodOf<"samples">["statistic"]]: (kernel: Kernel, dim: number, a: Cloud) => number } =
  {
    v: (kernel, dim, a) => between(kernel, dim, a, a),
    u: (kernel, dim, a) => {
      const mass = square(sum(a.weights));
      const distinct = mass - dot(a.weights, a.weights);
      return ((between(kernel, dim, a, a) - diagonal(kernel, dim, a)) * mass) / distinct;
    },
  };

/** The points of a sample whose labels may be exchanged with those of another: of equal weight. */
const equallyWeighted = ({ points, weights }: Cloud): Vec =>
  weights.every(w => w === weights[0])
    ? points
    : refuse("a permutation test needs points of equal weight: leave `permutations` out");

const NOWHERE: Vec = zeros(0);

/**
 * MMD of what two independent samples stand for: the U-statistic of MMD² is unbiased, may be negative, and then counts
 * as 0.
 */
export const mmdSamples: Solver<MetricOf<"mmd">, MethodOf<"samples">> = (
  { space, mu, nu },
  { kernel },
  { statistic, permutations, seed },
) => {
  requireAtoms("`samples`", space, "they are draws; take `static` on a grid, or `exact`");
  const of = (u: Vec): Cloud => ({ points: space.nodes(u), weights: space.masses(u) });
  const a = of(mu);
  const b = of(nu);
  const d = space.dim;
  if (statistic === "u" && [a, b].some(({ weights }) => weights.filter(w => w > 0).length < 2))
    refuse("the U-statistic needs two points in each sample, whose pairs are distinct: take v");
  const [aa, bb] = [a, b].map(cloud => within[statistic](kernel, d, cloud));
  const squared = aa + bb - 2 * between(kernel, d, a, b);
  const test =
    permutations === undefined
      ? {}
      : {
          statistic: squared,
          pValue: permutationTest(kernel, [a, b].map(equallyWeighted) as [Vec, Vec], d, {
            statistic,
            permutations,
            seed,
          }),
        };
  if (statistic === "u") return { value: Math.sqrt(Math.max(0, squared)), points: NOWHERE, ...test };
  const precise = (): number | undefined => preciseSquare(kernel, difference({ space, mu, nu }), d);
  return { ...uncancelled(squared, Math.abs(aa) + Math.abs(bb), precise), points: NOWHERE, ...test };
};
