import { among } from "../../arithmetic/lookup.js";
import { type Note, unheard } from "../../arithmetic/notes.js";
import type { Rng } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, row, sum, zeros } from "../../arithmetic/vectors.js";
import { draws, equalWeights } from "./atoms.js";
import type { Cloud } from "./cloud.js";
import type { Atoms, Density, Law } from "./measure.js";
import { normalLattice } from "./lattice.js";
import { quantileNodes } from "./quantiles.js";

export const PLACEMENTS = ["independent", "quantiles", "lattice"] as const;
/** How a density becomes points: independent draws, the quantiles F^{-1}((i - ½)/n) on the line, or a lattice. */
export type Placement = (typeof PLACEMENTS)[number];

const equal = (mass: number, points: Vec, n: number): Cloud => ({
  points,
  weights: equalWeights(n).map(w => mass * w),
});

function fromDensity({ sample, cdf, normal, mass, dim }: Density, n: number, placement: Placement, random: Rng): Cloud {
  if (placement === "quantiles")
    return cdf
      ? equal(mass, quantileNodes(cdf, n), n)
      : refuse("quantiles need a distribution function on the line: use independent");
  if (placement === "lattice")
    return normal?.length === 1
      ? equal(mass, normalLattice(normal[0], n, random), n)
      : refuse("a lattice is of a normal law: use independent, or quantiles on the line");
  if (!sample) return refuse("this density has no sampler: start the particles from another one, or use a grid");
  const points = zeros(n * dim);
  for (let i = 0; i < n; i++) points.set(sample(random), i * dim);
  return equal(mass, points, n);
}

/** n independent draws from the atoms, with replacement, where that is asked for. */
const drawnFrom = ({ cloud: { points, weights }, dim }: Atoms, n: number, random: Rng): Cloud =>
  equal(sum(weights), concat(...draws(weights, n, random).map(j => row(points, j, dim))), n);

/**
 * A law as atoms: its own, however many there are, since data that are given are the measure; for a density, and for
 * draws from data, n points of equal mass.
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const cloud = measures.cloudOf(law, 100, "quantiles", stream(1, "start"));
 * ```
 */
export function cloudOf(law: Law, n: number, placement: Placement, random: Rng): Cloud {
  among("the placement of particles", placement, PLACEMENTS);
  if (law.kind === "density") return fromDensity(law, n, placement, random);
  if (law.kind === "atoms") return law.drawn === true ? drawnFrom(law, n, random) : law.cloud;
  return refuse("masses and order parameters live on the nodes of a finite set or grid, not on particles");
}

/** Every atom k times, with the k-th part of its mass: the same measure. */
const repeated = ({ points, weights }: Cloud, k: number): Cloud => ({
  points: concat(...Array.from({ length: k }, () => points)),
  weights: concat(...Array.from({ length: k }, () => weights.map(w => w / k))),
});

/**
 * A law as n particles: `cloudOf`, where a divisor of n atoms is repeated, which is noted. Other numbers of atoms are
 * refused: the law would be another one.
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const start = measures.particlesOf(law, 100, "independent", stream(1, "start"));
 * ```
 */
export function particlesOf(law: Law, n: number, placement: Placement, random: Rng, note: Note = unheard): Cloud {
  const cloud = cloudOf(law, n, placement, random);
  const count = cloud.weights.length;
  if (count === n) return cloud;
  if (n % count !== 0)
    refuse(
      `the measure has ${count} atoms and the space ${n} particles, and data that are given are the measure: ` +
        `take n = ${count} or a multiple of it, or ask for n draws from the sample by \`draw\`: true`,
    );
  if (count > 1)
    note("particles", `each of the ${count} atoms stands ${n / count} times, with its mass in equal parts`);
  return repeated(cloud, n / count);
}

/**
 * [x_1 … x_n | w_1 … w_n], with the anchors behind the moving particles as atoms of mass 0.
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const cloud = measures.particlesOf(law, 100, "quantiles", stream(1, "start"));
 * const state = measures.particleState(cloud, new Float64Array(0), 1);
 * ```
 */
export const particleState = ({ points, weights }: Cloud, anchors: Vec, dim: number): Vec =>
  concat(points, anchors, weights, zeros(anchors.length / dim));
