import {
  type DoubleDouble,
  exactly,
  exponential,
  logarithm,
  minus,
  over,
  plus,
  productOf,
  rounded,
  sumOf,
  times,
  ZERO,
} from "../../arithmetic/double-double.js";
import { row } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { GaussianProfile } from "../../systems/energies/gaussian-overlap.js";
import { preciseKernel } from "../../systems/kernels/precise.js";
import type { Cloud } from "../../systems/measures/cloud.js";

/** Points with their weights in 31 digits. */
interface Atoms {
  readonly points: readonly Vec[];
  readonly weights: readonly DoubleDouble[];
}

/** A signed cloud in which no point stands twice, and none has the weight 0. */
function merged({ points, weights }: Cloud, dim: number): Atoms {
  const atoms = new Map<string, readonly [Vec, DoubleDouble]>();
  weights.forEach((w, i) => {
    const x = row(points, i, dim);
    const key = x.join();
    atoms.set(key, [x, plus(atoms.get(key)?.[1] ?? ZERO, exactly(w))]);
  });
  const left = [...atoms.values()].filter(([, w]) => w[0] !== 0);
  return { points: left.map(([x]) => x), weights: left.map(([, w]) => w) };
}

/** Atoms of which all pairs are summed in a second or two. */
const MOST = 1024;

/**
 * ∬ k dν dν of a signed cloud ν in 31 digits; undefined where k is not known so exactly, or where there are too many
 * pairs.
 */
export function preciseSquare(kernel: Kernel, cloud: Cloud, dim: number): number | undefined {
  const { points, weights } = merged(cloud, dim);
  if (points.length === 0) return 0;
  const k = preciseKernel(kernel);
  if (!k || points.length > MOST) return undefined;
  const total = points.reduce<DoubleDouble>((sum, x, i) => {
    const before = points.slice(0, i).reduce<DoubleDouble>((s, y, j) => plus(s, times(weights[j], k(x, y))), ZERO);
    const twice = plus(plus(before, before), times(weights[i], k(x, x)));
    return plus(sum, times(weights[i], twice));
  }, ZERO);
  return rounded(total);
}

/** det A and δᵀA^{-1}δ of a symmetric positive definite matrix, by elimination. */
function eliminated(a: readonly DoubleDouble[], delta: readonly DoubleDouble[]): readonly [DoubleDouble, DoubleDouble] {
  const d = delta.length;
  const m = [...a];
  const y = [...delta];
  let determinant = exactly(1);
  let form = ZERO;
  for (let p = 0; p < d; p++) {
    const pivot = m[p * d + p];
    determinant = times(determinant, pivot);
    form = plus(form, over(times(y[p], y[p]), pivot));
    for (let i = p + 1; i < d; i++) {
      const ratio = over(m[i * d + p], pivot);
      for (let j = p; j < d; j++) m[i * d + j] = minus(m[i * d + j], times(ratio, m[p * d + j]));
      y[i] = minus(y[i], times(ratio, y[p]));
    }
  }
  return [determinant, form];
}

/**
 * ∬ k dP dQ in 31 digits for P = [m | Σ] and Q under k = c e^{-|x-y|²/2ℓ²}: c ℓ^d det(ℓ²I + A)^{-½} e^{-½ δᵀ(ℓ²I +
 * A)^{-1}δ}, A = Σ_P + Σ_Q. G-6.
 */
function preciseOverlap({ factor, bandwidth }: GaussianProfile, d: number, p: Vec, q: Vec): DoubleDouble {
  const delta = Array.from({ length: d }, (_, c) => sumOf(p[c], -q[c]));
  const square = productOf(bandwidth, bandwidth);
  const spread = Array.from({ length: d * d }, (_, k) =>
    plus(sumOf(p[d + k], q[d + k]), k % (d + 1) === 0 ? square : ZERO),
  );
  const unit = spread.map(v => over(v, square));
  const [determinant, form] = eliminated(unit, delta);
  const exponent = times(exactly(-0.5), plus(logarithm(determinant), over(form, square)));
  return times(exactly(factor), exponential(exponent));
}

/** ‖𝒦(P - Q)‖² of normal laws under a Gaussian kernel, in 31 digits. */
export function preciseGaussianSquare(profile: GaussianProfile, d: number, p: Vec, q: Vec): number {
  const inner = (x: Vec, y: Vec): DoubleDouble => preciseOverlap(profile, d, x, y);
  const cross = inner(p, q);
  return rounded(plus(minus(inner(p, p), cross), minus(inner(q, q), cross)));
}
