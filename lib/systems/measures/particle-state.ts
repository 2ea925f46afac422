import type { Rng } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Cloud } from "./cloud.js";
import { concat, row, sum, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { equalWeights } from "./atoms.js";
import { quantileNodes } from "./quantiles.js";
import type { Atoms, Density, Law } from "./measure.js";

/** How a density becomes points: independent draws, or the quantiles F^{-1}((i - ½)/n) on the line. */
export type Placement = "independent" | "quantiles";

const equal = (mass: number, points: Vec, n: number): Cloud => ({
  points,
  weights: equalWeights(n).map(w => mass * w),
});

function fromDensity({ sample, cdf, mass, dim }: Density, n: number, placement: Placement, random: Rng): Cloud {
  if (placement === "quantiles")
    return cdf
      ? equal(mass, quantileNodes(cdf, n), n)
      : refuse("quantiles need a distribution function on the line: use independent");
  if (!sample) return refuse("this density has no sampler: start the particles from another one, or use a grid");
  const points = zeros(n * dim);
  for (let i = 0; i < n; i++) points.set(sample(random), i * dim);
  return equal(mass, points, n);
}

/** The atoms themselves where there are n of them; n copies of a single one; otherwise n independent draws. */
function fromAtoms({ cloud, dim }: Atoms, n: number, random: Rng): Cloud {
  const { points, weights } = cloud;
  const mass = sum(weights);
  if (weights.length === n) return cloud;
  const draw = (): number => {
    let rest = mass * random.uniform();
    let j = 0;
    while (j + 1 < weights.length && rest >= weights[j]) rest -= weights[j++];
    return j;
  };
  return equal(mass, concat(...Array.from({ length: n }, () => row(points, draw(), dim))), n);
}

/** n weighted points for a measure. */
export function pointsOf(law: Law, n: number, placement: Placement, random: Rng): Cloud {
  if (law.kind === "density") return fromDensity(law, n, placement, random);
  if (law.kind === "atoms") return fromAtoms(law, n, random);
  return refuse("masses and order parameters live on the nodes of a finite set or grid, not on particles");
}

/** [x_1 … x_n | w_1 … w_n], with the anchors behind the moving particles as atoms of mass 0. */
export const particleState = ({ points, weights }: Cloud, anchors: Vec, dim: number): Vec =>
  concat(points, anchors, weights, zeros(anchors.length / dim));
