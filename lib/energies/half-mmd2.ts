import type { Cloud, Covector, Embedding, Energy, Kernel, Normal, Space, Vec } from "../types.js";
import { kernelGradientSum, kernelSum } from "../compute/index.js";
import { concat, dot, scale, subtract, zeros } from "../numerics/vectors.js";
import { refuse } from "../refusal.js";
import { cloudEmbedding, mixtureEmbedding } from "./embedding.js";
import { lazyCovector } from "./lazy-covector.js";
import { type GaussianProfile, gaussianProfile } from "./gaussian-overlap.js";
import { gaussianMmd2 } from "./gaussian-mmd2.js";

const endsWith = (x: Vec, tail: Vec): boolean => tail.length <= x.length && tail.every((v, i) => v === x[x.length - tail.length + i]);

/** u - π as one signed cloud; where π sits on the last nodes (graphs, anchors) their masses are subtracted, so that nothing cancels. */
function difference(space: Space, { points, weights }: Cloud, u: Vec): Cloud {
  const x = space.nodes(u), w = space.masses(u);
  if (!endsWith(x, points)) return { points: concat(x, points), weights: concat(w, scale(-1, weights)) };
  return { points: x, weights: subtract(w, concat(zeros(w.length - weights.length), weights)) };
}

type Quadratic = Pick<Energy, "value" | "differential">;

/** DF on nodes; ∇DF only where it moves them. */
const covector = (space: Space, value: () => Vec, gradient: () => Vec): Covector =>
  space.kind === "particles" ? lazyCovector(value, gradient, 0) : { value: value(), temperature: 0 };

/** ½ νᵀKν with ν = u - π a signed cloud. */
function againstCloud(space: Space, kernel: Kernel, target: Cloud): Quadratic {
  const d = space.dim;
  return {
    value: u => {
      const { points, weights } = difference(space, target, u);
      return 0.5 * dot(weights, kernelSum(kernel, points, points, d, weights));
    },
    differential: u => {
      const nu = difference(space, target, u), x = space.nodes(u);
      const value = (): Vec => kernelSum(kernel, x, nu.points, d, nu.weights);
      return covector(space, value, () => kernelGradientSum(kernel, x, nu.points, d, nu.weights));
    },
  };
}

/** ½ wᵀKw - w·𝒦π + ½‖𝒦π‖² with 𝒦π in closed form. */
function againstEmbedding(space: Space, kernel: Kernel, target: Embedding): Quadratic {
  const d = space.dim, smoothed = (u: Vec): Vec => kernelSum(kernel, space.nodes(u), space.nodes(u), d, space.masses(u));
  return {
    value: u => dot(space.masses(u), subtract(scale(0.5, smoothed(u)), target.value(space.nodes(u)))) + 0.5 * target.squaredNorm,
    differential: u => {
      const x = space.nodes(u);
      return covector(space, () => subtract(smoothed(u), target.value(x)), () =>
        subtract(kernelGradientSum(kernel, x, x, d, space.masses(u)), target.gradient(x)));
    },
  };
}

const expectGaussian = (kernel: Kernel): GaussianProfile =>
  gaussianProfile(kernel) ??
  refuse(`the embedding of a normal law under ${kernel.name} is not known in closed form: sample the target, or take a Gaussian kernel`);

/** Whether ½MMD² to Gaussian mixtures is available without sampling them. */
export const hasExactEmbedding = (kernel: Kernel): boolean => gaussianProfile(kernel) !== undefined;

const isCloud = (target: Cloud | readonly Normal[]): target is Cloud => "points" in target;

/**
 * F(u) = ½‖𝒦(u - π)‖²_ℋ, DF = 𝒦(u - π), with ∇DF for particles. π is any weighted cloud or, under a Gaussian kernel, a Gaussian mixture
 * in closed form (G-6). On Gaussians only the latter.
 */
export function halfMmd2(space: Space, kernel: Kernel, target: Cloud | readonly Normal[]): Energy {
  if (isCloud(target)) {
    if (space.kind === "gaussian") refuse("MMD of a normal law to a point cloud: give the target as a normal mixture, or take particles");
    const embedding = cloudEmbedding(kernel, space.dim, target);
    return { name: "half-mmd2", form: { type: "half-mmd2", kernel, target, embedding }, ...againstCloud(space, kernel, target) };
  }
  const profile = expectGaussian(kernel), embedding = mixtureEmbedding(profile, space.dim, target);
  const quadratic = space.kind === "gaussian" ? gaussianMmd2(profile, space.dim, target) : againstEmbedding(space, kernel, embedding);
  return { name: "half-mmd2", form: { type: "half-mmd2", kernel, embedding }, ...quadratic };
}

const nothing: Cloud = { points: zeros(0), weights: zeros(0) };

/** F(u) = ½ ∬ k(x, y) du(x) du(y), DF = 𝒦u. */
export function interaction(space: Space, kernel: Kernel): Energy {
  const quadratic = space.kind === "gaussian" ? gaussianMmd2(expectGaussian(kernel), space.dim, []) : againstCloud(space, kernel, nothing);
  return { name: "interaction", form: { type: "interaction", kernel }, ...quadratic };
}
