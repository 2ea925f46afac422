import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Normal } from "../../systems/measures/cloud.js";
import { gaussianProfile, overlap } from "../../systems/energies/gaussian-overlap.js";
import { refuse } from "../../arithmetic/refusal.js";
import { foldedMean } from "../../systems/energies/exact-embedding.js";
import { erf, expm1, square } from "../../arithmetic/functions.js";
import { requireGaussian } from "./pairs.js";
import { preciseGaussianSquare } from "./precise-mmd.js";
import { uncancelled } from "./resolution.js";
import type { Distance, Method, MetricOf, Pair, Solver } from "./metric.js";

type Closed = Solver<MetricOf<"mmd" | "de-stein">, Method>;

const normal = (u: Vec, d: number): Normal => ({ weight: 1, mean: u.subarray(0, d), covariance: u.subarray(d) });

/** √m's second difference 2√m - √(m+h) - √(m-h), without cancellation. */
function rootCurvature(m: number, h: number): number {
  const [s, above, below] = [m, m + h, m - h].map(v => Math.sqrt(Math.max(0, v)));
  return (2 * square(h)) / ((above + below) * (s + below) * (s + above));
}

/** E|δ + σZ| - E|σZ| for δ small beside σ: σ times √(2/π) (e^{-z²/2} - 1) + z erf(z/√2), z = δ/σ. */
function foldedGain(delta: number, sigma: number): number {
  const z = delta / sigma;
  return sigma * (Math.sqrt(2 / Math.PI) * expm1(-0.5 * square(z)) + z * erf(z / Math.SQRT2));
}

/** The energy distance of near normal laws: what the means add, and what the variances do. */
function nearEnergyDistance2({ mu, nu }: Pair, smoothing: number): number | undefined {
  const middle = mu[1] + nu[1] + square(smoothing);
  if (!(middle > 0)) return undefined;
  return (
    2 * foldedGain(mu[0] - nu[0], Math.sqrt(middle)) + Math.sqrt(2 / Math.PI) * rootCurvature(middle, mu[1] - nu[1])
  );
}

/** 2 E|X-Y+ηZ| - E|X-X'+ηZ| - E|Y-Y'+ηZ| of two normal laws on the line. G-8. */
function energyDistance(pair: Pair, smoothing: number, factor = 1): Distance {
  const { mu, nu } = pair;
  const mean = (delta: number, variance: number): number =>
    foldedMean(delta, Math.sqrt(variance + smoothing * smoothing));
  const cross = 2 * mean(mu[0] - nu[0], mu[1] + nu[1]);
  const near = (): number | undefined => {
    const squared = nearEnergyDistance2(pair, smoothing);
    return squared === undefined ? undefined : factor * squared;
  };
  return uncancelled(factor * (cross - mean(0, 2 * mu[1]) - mean(0, 2 * nu[1])), factor * cross, near);
}

const isEnergyKernel = ({ form }: Kernel): boolean =>
  form.type === "radial" && form.family.name === "riesz" && form.family.exponent === 1;

/** I_PP + I_QQ - 2I_PQ for Gaussian kernels (G-6); the energy distance for k = -|x-y| on the line (G-8). */
export const mmdExact: Closed = (pair, { kernel }) => {
  requireGaussian(pair, "mmd");
  const d = pair.space.dim;
  const profile = gaussianProfile(kernel);
  if (profile) {
    const p = normal(pair.mu, d);
    const q = normal(pair.nu, d);
    const inner = (x: Normal, y: Normal): number => overlap(profile, d, x, y).value;
    const [pp, qq] = [inner(p, p), inner(q, q)];
    return uncancelled(pp + qq - 2 * inner(p, q), pp + qq, () => preciseGaussianSquare(profile, d, pair.mu, pair.nu));
  }
  if (isEnergyKernel(kernel) && d === 1) return energyDistance(pair, 0);
  return refuse(
    `mmd of Gaussians is known for Gaussian kernels, and for -|x-y| on the line, not for ${kernel.name}: take a grid`,
  );
};

/**
 * De-Stein is the MMD of the kernel k̃ with -k̃″ = k. For k = c exp(-r²/2ℓ²) it is k̃(r) = -c √(π/2) ℓ E|r + ℓZ|, so
 * that De-Stein² is an energy distance with ℓ² added to every variance..
 */
export const deSteinExact: Closed = (pair, { kernel }) => {
  requireGaussian(pair, "de-stein");
  const { factor, bandwidth } =
    gaussianProfile(kernel) ??
    refuse(`de-stein of Gaussians is known for Gaussian kernels, not for ${kernel.name}: take a grid`);
  if (pair.space.dim !== 1) refuse("de-stein of Gaussians is known on the line: take a grid");
  return energyDistance(pair, bandwidth, factor * Math.sqrt(Math.PI / 2) * bandwidth);
};
