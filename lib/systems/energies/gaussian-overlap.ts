import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Normal } from "../measures/cloud.js";
import { exp } from "../../arithmetic/functions.js";
import { COVARIANCE, matvec } from "../../compute/index.js";
import { inverseSpd, logDet } from "../../numerics/spd.js";
import { add, dot, subtract, tabulate } from "../../arithmetic/vectors.js";

/** k(x, y) = factor · exp(-|x-y|²/2ℓ²). */
export interface GaussianProfile {
  readonly factor: number;
  readonly bandwidth: number;
}

/** The Gaussian kernel in a kernel, if it is one. */
export function gaussianProfile({ form }: Kernel): GaussianProfile | undefined {
  if (form.type === "radial" && form.family.name === "gaussian") return { factor: 1, bandwidth: form.family.bandwidth };
  const inner = form.type === "scaled" ? gaussianProfile(form.of) : undefined;
  return inner && form.type === "scaled" ? { ...inner, factor: form.factor * inner.factor } : undefined;
}

/**
 * I(P, Q) = ∬ k dP dQ of probabilities, B = (ℓ²I + S_P + S_Q)^{-1} and slope = B(m_P - m_Q), so that ∂I/∂m_P =
 * -I·slope.
 */
export interface Overlap {
  readonly value: number;
  readonly inverse: Vec;
  readonly slope: Vec;
}

/**
 * G-6 with Q fixed and P a Dirac or, with its covariance added, a Gaussian: I = det(I + A/ℓ²)^{-1/2} exp(-½ δᵀ(ℓ²I +
 * A)^{-1}δ).
 */
function overlapWith(
  { factor, bandwidth }: GaussianProfile,
  d: number,
  mean: Vec,
  covariance: Vec,
): (x: Vec) => Overlap {
  const square = bandwidth * bandwidth;
  const scaled = tabulate(d * d, k => covariance[k] + (k % (d + 1) === 0 ? square : 0));
  const inverse = inverseSpd(scaled, d, COVARIANCE);
  const unit = scaled.map(v => v / square);
  const height = factor * exp(-0.5 * logDet(unit, d, COVARIANCE));
  return x => {
    const delta = subtract(x, mean);
    const slope = matvec(inverse, delta);
    return { value: height * exp(-0.5 * dot(delta, slope)), inverse, slope };
  };
}

/** 𝒦Q at points. */
export const overlapAt = (kernel: GaussianProfile, d: number, { mean, covariance }: Normal): ((x: Vec) => Overlap) =>
  overlapWith(kernel, d, mean, covariance);

/** ∬ k dP dQ, weights left out. */
export const overlap = (
  kernel: GaussianProfile,
  d: number,
  p: Pick<Normal, "mean" | "covariance">,
  q: Normal,
): Overlap => overlapWith(kernel, d, q.mean, add(p.covariance, q.covariance))(p.mean);

/** ∂I/∂S_P = ½ I (B δδᵀ B - B). */
export const covarianceSlope = ({ value, inverse, slope }: Overlap, d: number): Vec =>
  tabulate(d * d, k => 0.5 * value * (slope[Math.floor(k / d)] * slope[k % d] - inverse[k]));
