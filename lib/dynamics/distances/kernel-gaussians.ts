import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Normal } from "../../systems/measures/cloud.js";
import { gaussianProfile, overlap } from "../../systems/energies/gaussian-overlap.js";
import { refuse } from "../../arithmetic/refusal.js";
import { foldedMean } from "../../systems/energies/exact-embedding.js";
import { requireGaussian } from "./pairs.js";
import type { Method, MetricOf, Pair, Solver } from "./metric.js";

type Closed = Solver<MetricOf<"mmd" | "de-stein">, Method>;

const root = (squared: number): number => Math.sqrt(Math.max(0, squared));

const normal = (u: Vec, d: number): Normal => ({ weight: 1, mean: u.subarray(0, d), covariance: u.subarray(d) });

/** 2 E|X-Y+ηZ| - E|X-X'+ηZ| - E|Y-Y'+ηZ| of two normal laws on the line. G-8. */
function energyDistance2({ mu, nu }: Pair, smoothing: number): number {
  const mean = (delta: number, variance: number): number =>
    foldedMean(delta, Math.sqrt(variance + smoothing * smoothing));
  return 2 * mean(mu[0] - nu[0], mu[1] + nu[1]) - mean(0, 2 * mu[1]) - mean(0, 2 * nu[1]);
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
    return { value: root(inner(p, p) + inner(q, q) - 2 * inner(p, q)) };
  }
  if (isEnergyKernel(kernel) && d === 1) return { value: root(energyDistance2(pair, 0)) };
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
  return { value: root(factor * Math.sqrt(Math.PI / 2) * bandwidth * energyDistance2(pair, bandwidth)) };
};
