import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Embedding } from "./energy.js";
import type { Cloud, Normal } from "../measures/cloud.js";
import { kernelField, kernelGradientSum, kernelSum } from "../../compute/index.js";
import { dot, zeros } from "../../arithmetic/vectors.js";
import { overlap, overlapAt, type GaussianProfile } from "./gaussian-overlap.js";

/** Σ_m weights_m k(·, points_m) */
export function cloudEmbedding(kernel: Kernel, dim: number, { points, weights }: Cloud): Embedding {
  let squaredNorm: number | undefined;
  const value = (x: Vec): Vec => kernelSum(kernel, x, points, dim, weights);
  return {
    value,
    gradient: x => kernelGradientSum(kernel, x, points, dim, weights),
    field: x => (weights.length === 0 ? undefined : kernelField(kernel, x, points, dim, weights)),
    // all pairs of π, which no flow needs: computed when somebody asks
    get squaredNorm() {
      squaredNorm ??= weights.length === 0 ? 0 : dot(weights, value(points));
      return squaredNorm;
    },
  };
}

/** The exact embedding of a Gaussian mixture under a Gaussian kernel (G-6): no sampling noise in π. */
export function mixtureEmbedding(kernel: GaussianProfile, dim: number, mixture: readonly Normal[]): Embedding {
  const parts = mixture.map(normal => ({ normal, at: overlapAt(kernel, dim, normal) }));
  const accumulate = (length: number, add: (out: Vec, part: (typeof parts)[number]) => void): Vec => {
    const out = zeros(length);
    for (const part of parts) add(out, part);
    return out;
  };
  return {
    value: x =>
      accumulate(x.length / dim, (out, { normal: { weight }, at }) => {
        for (let i = 0; i < out.length; i++) out[i] += weight * at(x.subarray(i * dim, (i + 1) * dim)).value;
      }),
    gradient: x =>
      accumulate(x.length, (out, { normal: { weight }, at }) => {
        for (let i = 0; i < x.length; i += dim) {
          const { value, slope } = at(x.subarray(i, i + dim));
          for (let c = 0; c < dim; c++) out[i + c] -= weight * value * slope[c];
        }
      }),
    squaredNorm: mixture.reduce(
      (s, p) => s + mixture.reduce((t, q) => t + p.weight * q.weight * overlap(kernel, dim, p, q).value, 0),
      0,
    ),
  };
}
