import { nonNegative, whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import { normals, type Random, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, fill, scale } from "../../arithmetic/vectors.js";
import { matrix } from "../../numerics/matrices.js";
import { gaussian } from "./gaussian.js";
import type { Density, Law } from "./measure.js";
import { mixture } from "./mixture.js";

/** What the components of a random mixture are drawn from. */
export interface RandomMixture {
  readonly components: number;
  /** Of the means from 0, whose directions are uniform on the sphere. */
  readonly distance: number;
  /** Variances of the diagonal part, uniform in between. */
  readonly least: number;
  readonly largest: number;
  /** Columns of P, whose entries are uniform on [0, 1). */
  readonly factors: number;
  readonly seed: number;
}

const uniforms = (random: Random, count: number): Vec => new Float64Array(count).map(() => random.uniform());

/** N(distance z/|z|, diag(a) + P Pᵀ) */
function component(random: Random, dim: number, { distance, least, largest, factors }: RandomMixture): Law {
  const z = normals(random, dim);
  const a = uniforms(random, dim);
  const p = uniforms(random, dim * factors);
  const row = (i: number): Vec => p.subarray(i * factors, (i + 1) * factors);
  return gaussian(
    scale(distance / Math.sqrt(dot(z, z)), z),
    matrix(dim, dim, (i, j) => (i === j ? least + (largest - least) * a[i] : 0) + dot(row(i), row(j))),
  );
}

/**
 * Equal parts of normal laws with random means and covariances in any dimension, the target of the published experiment
 * of IFT (C-4): N(r z/|z|, diag(a) + P Pᵀ), z standard normal, a uniform between two variances, P uniform on [0, 1).
 *
 * ```ts
 * const published = { components: 3, distance: 20, least: 0.5, largest: 5, factors: 10, seed: 1 } as const;
 * const law = measures.randomMixture(100, published);
 * ```
 */
export function randomMixture(dim: number, recipe: RandomMixture): Density {
  const { components, distance, least, largest, factors, seed } = recipe;
  whole("the number of components of a random mixture", components, 1, 1000);
  whole("the number of factors of a random mixture", factors, 0, 1000);
  nonNegative("the distance of the means of a random mixture", distance);
  if (!(least > 0 && largest >= least && largest < Infinity))
    refuse(`the variances of a random mixture lie between ${least} and ${largest}: take 0 < least ≤ largest`);
  const random = stream(whole("the seed of a random mixture", seed, 0), "random-mixture");
  const laws = Array.from({ length: components }, () => component(random, dim, recipe));
  return mixture(fill(components, 1 / components), laws) as Density;
}
