import { keptLast } from "../../arithmetic/kept-last.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, dot, row, scale, subtract, sum, zeros } from "../../arithmetic/vectors.js";
import { matvec } from "../../compute/index.js";
import type { Cloud } from "../measures/cloud.js";
import type { Law } from "../measures/measure.js";
import type { Space } from "../spaces/space.js";
import { covectorOn } from "./atoms-only.js";
import type { Energy } from "./energy.js";
import { gaussianKl } from "./gaussian-kl.js";
import { energyWord, type EnergyWord, TARGET } from "./word.js";

/** [m | S] of weighted points, S with the mass as divisor. */
function momentsOf({ points, weights }: Cloud, dim: number): Vec {
  const mass = sum(weights);
  const mean = zeros(dim);
  const covariance = zeros(dim * dim);
  weights.forEach((w, i) => {
    for (let a = 0; a < dim; a++) mean[a] += (w / mass) * points[i * dim + a];
  });
  weights.forEach((w, i) => {
    const z = subtract(row(points, i, dim), mean);
    for (let k = 0; k < dim * dim; k++) covariance[k] += (w / mass) * z[Math.floor(k / dim)] * z[k % dim];
  });
  return concat(mean, covariance);
}

/** [a | Q] of a law: what quadratic witnesses know of it. */
function momentsOfLaw(law: Law): Vec {
  if (law.kind === "atoms") return momentsOf(law.cloud, law.dim);
  const { mean, covariance } =
    (law.kind === "density" ? law.moments : undefined) ??
    refuse("quadratic-kl needs mean and covariance of its target in closed form: take a normal law, or a sample");
  return concat(mean, covariance);
}

/**
 * KL as quadratic witnesses see it (variational transport, F-6): for a normal law π = N(a, Q)
 *
 *     F(u) = sup over quadratic f of ∫ f du - log ∫ e^f dπ = KL(N(m, S) | π),  m, S the mean and covariance of u,
 *
 * attained at f(x) = b·(x-m) + ½(x-m)ᵀC(x-m) up to a constant, b = Q⁻¹(m-a), C = Q⁻¹ - S⁻¹, which is DF once it has
 * mean 0 under u. Of any other target, a sample say, mean and covariance are taken. F does not see the mass.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const target = measures.gaussian(Float64Array.of(0, 0), Float64Array.of(1, 0, 0, 1));
 * const energy = energies.quadraticKl(space, target);
 * ```
 */
export const quadraticKl = (space: Space, target: Law): Energy => onMoments(space, momentsOfLaw(target));

function onMoments(space: Space, target: Vec): Energy {
  const { dim } = space;
  const normal = gaussianKl(dim, target);
  const head = { name: "quadratic-kl", form: { type: "other" } } as const;
  if (space.support === "density") return { ...normal, ...head };
  const moments = keptLast((u: Vec) => momentsOf({ points: space.nodes(u), weights: space.masses(u) }, dim));
  return {
    ...head,
    value: u => normal.value(moments(u)),
    differential: u => {
      const state = moments(u);
      const mean = state.subarray(0, dim);
      const witness = normal.differential(state).value ?? zeros(state.length);
      const [b, c] = [witness.subarray(0, dim), witness.subarray(dim)];
      const x = space.nodes(u);
      const share = 1 / sum(space.masses(u));
      const offsets = Array.from({ length: x.length / dim }, (_, i) => subtract(row(x, i, dim), mean));
      const spread = dot(c, state.subarray(dim));
      return covectorOn(
        space,
        () => Float64Array.from(offsets, z => share * (dot(b, z) + 0.5 * (dot(z, matvec(c, z)) - spread))),
        () => scale(share, concat(...offsets.map(z => matvec(c, z).map((v, a) => v + b[a])))),
      );
    },
  };
}

export const quadraticKlWord: EnergyWord = energyWord({
  name: "quadratic-kl",
  description:
    "KL as quadratic witnesses see it: between the normal laws with the means and covariances of both measures.",
  equation: "F = sup_(f quadratic) int f du - log int exp(f) dpi = KL(N(m, S)|pi)",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, quadraticKl),
  on: ({ space, target, cloud }) =>
    onMoments(
      space,
      (cloud ? momentsOf(cloud, space.dim) : target) ?? refuse("quadratic-kl: this sample has no target"),
    ),
});
