import type { Vec } from "../../arithmetic/vec.js";
import { erf, exp, square } from "../../arithmetic/functions.js";
import { scale, tabulate, zeros } from "../../arithmetic/vectors.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { sameTarget } from "../kernels/same-form.js";
import type { Normal } from "../measures/cloud.js";
import type { Density } from "../measures/measure.js";
import { mixtureEmbedding } from "./embedding.js";
import type { Embedding } from "./energy.js";
import { gaussianProfile } from "./gaussian-overlap.js";

/** E|δ + σZ|: the mean of a folded normal law. */
export function foldedMean(delta: number, sigma: number): number {
  if (sigma === 0) return Math.abs(delta);
  return sigma * Math.sqrt(2 / Math.PI) * exp(-0.5 * square(delta / sigma)) + delta * erf(delta / (sigma * Math.SQRT2));
}

/** ∫ k_π(·, y) dπ(y) = 0 of a Stein kernel. */
const nothing = (dim: number): Embedding => ({
  value: points => zeros(points.length / dim),
  gradient: points => zeros(points.length),
  squaredNorm: 0,
});

/** k = -|x - y| on the line: -Σ w E|x - m + sZ|, with the slope -Σ w erf((x - m)/s√2). G-8. */
const energyEmbedding = (normals: readonly Normal[]): Embedding => ({
  value: x =>
    x.map(v => -normals.reduce((s, n) => s + n.weight * foldedMean(v - n.mean[0], Math.sqrt(n.covariance[0])), 0)),
  gradient: x =>
    x.map(v => -normals.reduce((s, n) => s + n.weight * erf((v - n.mean[0]) / Math.sqrt(2 * n.covariance[0])), 0)),
  squaredNorm: -normals.reduce(
    (s, p) =>
      s +
      normals.reduce(
        (t, q) =>
          t + p.weight * q.weight * foldedMean(p.mean[0] - q.mean[0], Math.sqrt(p.covariance[0] + q.covariance[0])),
        0,
      ),
    0,
  ),
});

const times = (factor: number, { value, gradient, squaredNorm }: Embedding): Embedding => ({
  value: x => scale(factor, value(x)),
  gradient: x => scale(factor, gradient(x)),
  squaredNorm: factor * squaredNorm,
});

const plus = (parts: readonly Embedding[]): Embedding => {
  const total = (of: (part: Embedding) => Vec): Vec => {
    const terms = parts.map(of);
    return tabulate(terms[0].length, k => terms.reduce((s, t) => s + t[k], 0));
  };
  return {
    value: x => total(part => part.value(x)),
    gradient: x => total(part => part.gradient(x)),
    squaredNorm: parts.reduce((s, part) => s + part.squaredNorm, 0),
  };
};

/**
 * 𝒦π where it is known without a sample of π: Gaussian kernels on mixtures of normal laws (G-6), -|x - y| on those of
 * the line (G-8), 0 for the Stein kernel of π itself (D-3), and their multiples and sums.
 */
export function exactEmbedding(kernel: Kernel, law: Density): Embedding | undefined {
  const { form } = kernel;
  const normals = law.normal?.map(n => ({ ...n, weight: law.mass * n.weight }));
  const profile = gaussianProfile(kernel);
  if (profile) return normals && mixtureEmbedding(profile, law.dim, normals);
  if (form.type === "stein") return sameTarget(form.target, law) ? nothing(law.dim) : undefined;
  if (form.type === "radial" && form.family.name === "riesz" && form.family.exponent === 1)
    return normals && law.dim === 1 ? energyEmbedding(normals) : undefined;
  if (form.type === "scaled") {
    const inner = exactEmbedding(form.of, law);
    return inner && times(form.factor, inner);
  }
  if (form.type !== "sum") return undefined;
  const parts = form.of.flatMap(k => exactEmbedding(k, law) ?? []);
  return parts.length === form.of.length ? plus(parts) : undefined;
}
