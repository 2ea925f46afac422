import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Embedding, Energy } from "./energy.js";
import type { Cloud, Normal } from "../measures/cloud.js";
import type { Space } from "../spaces/space.js";
import { requirePoints } from "../spaces/support.js";
import { kernelGradientSum, kernelSum } from "../../compute/index.js";
import { concat, dot, scale, subtract, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { gramSum } from "../geometries/smoothers/kernel.js";
import { exactEmbedding } from "./exact-embedding.js";
import { cloudEmbedding, mixtureEmbedding } from "./embedding.js";
import { covectorOn } from "./atoms-only.js";
import { type GaussianProfile, gaussianProfile } from "./gaussian-overlap.js";
import { gaussianMmd2 } from "./gaussian-mmd2.js";
import { energyWord, type EnergyWord, KERNEL, TARGET } from "./word.js";

const endsWith = (x: Vec, tail: Vec): boolean =>
  tail.length <= x.length && tail.every((v, i) => v === x[x.length - tail.length + i]);

/**
 * u - π as one signed cloud; where π sits on the last nodes (graphs, anchors) their masses are subtracted, so that
 * nothing cancels.
 */
function difference(space: Space, { points, weights }: Cloud, u: Vec): Cloud {
  const x = space.nodes(u);
  const w = space.masses(u);
  if (!endsWith(x, points)) return { points: concat(x, points), weights: concat(w, scale(-1, weights)) };
  return { points: x, weights: subtract(w, concat(zeros(w.length - weights.length), weights)) };
}

/** Largest graph whose Gram matrix is kept: 32 MB. */
const KEPT = 2048;

/** Σ_j k(x_i, y_j) w_j; nodes of a graph rest, and so does their Gram matrix. */
function smoothed({ support, dim, codim }: Space, kernel: Kernel, x: Vec, { points, weights }: Cloud): Vec {
  const fixed = support === "nodes" && codim <= KEPT && x === points;
  return fixed
    ? gramSum(kernel, { dim, points, columns: 1, fixed }, weights)
    : kernelSum(kernel, x, points, dim, weights);
}

type Quadratic = Pick<Energy, "value" | "differential">;

/** ½ νᵀKν with ν = u - π a signed cloud. */
const againstCloud = (space: Space, kernel: Kernel, target: Cloud): Quadratic => ({
  value: u => {
    const nu = difference(space, target, u);
    return 0.5 * dot(nu.weights, smoothed(space, kernel, nu.points, nu));
  },
  differential: u => {
    const x = space.nodes(u);
    const nu = difference(space, target, u);
    const value = (): Vec => smoothed(space, kernel, x, nu);
    const gradient = (): Vec => kernelGradientSum(kernel, x, nu.points, space.dim, nu.weights);
    return covectorOn(space, value, gradient, nu.points === x ? { kernel, weights: nu.weights } : undefined);
  },
});

/** ½ wᵀKw - w·𝒦π + ½‖𝒦π‖² with 𝒦π in closed form. */
function againstEmbedding(space: Space, kernel: Kernel, target: Embedding): Quadratic {
  const cloud = (u: Vec): Cloud => ({ points: space.nodes(u), weights: space.masses(u) });
  return {
    value: u => {
      const now = cloud(u);
      const ku = smoothed(space, kernel, now.points, now);
      return dot(now.weights, subtract(scale(0.5, ku), target.value(now.points))) + 0.5 * target.squaredNorm;
    },
    differential: u => {
      const now = cloud(u);
      const { points: x, weights } = now;
      return covectorOn(
        space,
        () => subtract(smoothed(space, kernel, x, now), target.value(x)),
        () => subtract(kernelGradientSum(kernel, x, x, space.dim, weights), target.gradient(x)),
      );
    },
  };
}

const expectGaussian = (kernel: Kernel): GaussianProfile =>
  gaussianProfile(kernel) ??
  refuse(
    `the embedding of a normal law under ${kernel.name} is not known in closed form: ` +
      "sample the target, or take a Gaussian kernel",
  );

/** F(u) = ½‖𝒦(u - π)‖²_ℋ with 𝒦π in closed form: no sample of π. For points with masses. */
export function halfMmd2Embedded(space: Space, kernel: Kernel, embedding: Embedding): Energy {
  requirePoints(`MMD under ${kernel.name}`, space, "take a Gaussian kernel, or particles");
  return {
    name: "half-mmd2",
    form: { type: "half-mmd2", kernel, embedding },
    ...againstEmbedding(space, kernel, embedding),
  };
}

const isCloud = (target: Cloud | readonly Normal[]): target is Cloud => "points" in target;

/**
 * F(u) = ½‖𝒦(u - π)‖²_ℋ, DF = 𝒦(u - π), with ∇DF for particles. π is any weighted cloud or, under a Gaussian kernel, a
 * Gaussian mixture in closed form (G-6). On Gaussians only the latter.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const data = { points: normals(stream(7, "data"), 60), weights: measures.equalWeights(30) };
 * const energy = energies.halfMmd2(space, kernels.gaussian(1), data);
 * ```
 */
export function halfMmd2(space: Space, kernel: Kernel, target: Cloud | readonly Normal[]): Energy {
  if (isCloud(target)) {
    requirePoints("MMD to a cloud", space, "give the target as a normal mixture, or take particles");
    const embedding = cloudEmbedding(kernel, space.dim, target);
    return {
      name: "half-mmd2",
      form: { type: "half-mmd2", kernel, target, embedding },
      ...againstCloud(space, kernel, target),
    };
  }
  const profile = expectGaussian(kernel);
  const embedding = mixtureEmbedding(profile, space.dim, target);
  const quadratic =
    space.support === "density" ? gaussianMmd2(profile, space.dim, target) : againstEmbedding(space, kernel, embedding);
  return { name: "half-mmd2", form: { type: "half-mmd2", kernel, embedding }, ...quadratic };
}

const nothing: Cloud = { points: zeros(0), weights: zeros(0) };

/**
 * F(u) = ½ ∬ k(x, y) du(x) du(y), DF = 𝒦u.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const energy = energies.interaction(space, kernels.gaussian(0.5));
 * ```
 */
export function interaction(space: Space, kernel: Kernel): Energy {
  const quadratic =
    space.support === "density"
      ? gaussianMmd2(expectGaussian(kernel), space.dim, [])
      : againstCloud(space, kernel, nothing);
  return { name: "interaction", form: { type: "interaction", kernel }, ...quadratic };
}

export const halfMmd2Word: EnergyWord = energyWord({
  name: "half-mmd2",
  description: "Half the squared maximum mean discrepancy.",
  equation: "F = MMD^2(u, pi)/2",
  properties: { kernel: KERNEL, target: TARGET },
  build: (spec, { space, kernel, density, cloud }) => {
    const k = kernel(spec.kernel);
    const law = density(spec.target);
    if (law?.normal && gaussianProfile(k))
      return halfMmd2(
        space,
        k,
        law.normal.map(n => ({ ...n, weight: law.mass * n.weight })),
      );
    const embedding = law && exactEmbedding(k, law);
    return embedding ? halfMmd2Embedded(space, k, embedding) : halfMmd2(space, k, cloud(spec.target));
  },
  on: ({ space, kernel, cloud, target = new Float64Array(0) }) => {
    const [mean, covariance] = [target.subarray(0, space.dim), target.subarray(space.dim)];
    return halfMmd2(space, kernel, cloud ?? [{ weight: 1, mean, covariance }]);
  },
});

export const interactionWord: EnergyWord = energyWord({
  name: "interaction",
  description: "Quadratic interaction energy with W = k.",
  equation: "F = 1/2 int int k(x, y) du(x) du(y)",
  properties: { kernel: { description: "The kernel k.", $ref: "kernel.schema.json" } },
  build: (spec, { space, kernel }) => interaction(space, kernel(spec.kernel)),
  on: ({ space, kernel }) => interaction(space, kernel),
});
