import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force, Unit } from "../carrier.js";
import type { Charges, Smoother } from "./smoother.js";
import { KERNEL, KERNEL_SAMPLE, smootherWord, type SmootherWord } from "./word.js";
import { solveCholesky } from "../../../compute/index.js";
import { dot, subtract } from "../../../arithmetic/vectors.js";
import { scaleRows } from "../../../arithmetic/columns.js";
import { ridgeFactor } from "./gram.js";
import { gramSum, smooth, squaredNorm } from "./kernel.js";
import { inverseNorm, supported, weightedNorm } from "./support.js";
import { weightsOf } from "./weights.js";
import { positive } from "../../../arithmetic/range.js";

const rootOf = (block: Block): Vec => weightsOf(block).map(Math.sqrt);

/** z = (A + λ)^{-1} D^{1/2} s per column, A = D^{1/2} K D^{1/2}, so that D^{1/2} v = z solves (𝒦_w + λ) v = s. */
function solveScaled(kernel: Kernel, block: Block, lambda: number, s: Vec): Vec {
  const l = ridgeFactor(kernel, block, weightsOf(block), lambda);
  const root = rootOf(block);
  return solveCholesky(
    l,
    s.map((v, k) => root[Math.floor(k / block.columns)] * v),
    block.columns,
  );
}

/** v = z / √w where w > 0, v = (s - K√w z)/λ where w = 0. */
function unscale(kernel: Kernel, block: Block, lambda: number, s: Vec, z: Vec): Vec {
  const root = rootOf(block);
  const c = block.columns;
  if (root.every(r => r > 0)) return z.map((v, i) => v / root[Math.floor(i / c)]);
  const outside = subtract(s, gramSum(kernel, block, scaleRows(root, z, c)));
  return z.map((v, i) => (root[Math.floor(i / c)] > 0 ? v / root[Math.floor(i / c)] : outside[i] / lambda));
}

/** <f, D(𝒦_w+λ)^{-1}𝒦_w f> = (‖s‖²_H - <s, (𝒦_w+λ)^{-1} s>_{L²_w}) / λ with s = 𝒦_w f: needs no pointwise ∇log u. */
function dissipation(kernel: Kernel, lambda: number, block: Block, force: Force): number {
  const s = smooth(kernel, block, force);
  const flux = scaleRows(rootOf(block), solveScaled(kernel, block, lambda, s), block.columns);
  return force.temperature === 0
    ? dot(force.values, flux)
    : (squaredNorm(kernel, block, force) - dot(flux, s)) / lambda;
}

/** ½ Σ w r² + λ/2 rᵀK^{-1}r, r = j/w */
function primal(kernel: Kernel, lambda: number, block: Block, part: Vec, unit: Unit): number {
  const s = supported(block, part, unit);
  return s ? 0.5 * (weightedNorm(s) + lambda * inverseNorm(kernel, s)) : Infinity;
}

/** w(f - S f)/λ, by the envelope theorem on sup_r <f, r>_w - ½‖r‖²_w - λ/2‖r‖²_H, as the slope in the weights. */
const chargesOf = (lambda: number, block: Block, force: Force, field: Vec): Charges => ({
  values: scaleRows(weightsOf(block), subtract(force.values, field), block.columns),
  factor: 1 / lambda,
});

/**
 * S = (𝒦_w + λ)^{-1} 𝒦_w: kernel ridge regression on the carrier.
 *
 * ```ts
 * const smoother = smoothers.ridge(kernels.gaussian(0.5), 0.01);
 * ```
 */
export const ridgeSmoother = (kernel: Kernel, lambda: number): Smoother => ({
  name: "ridge",
  form: "other",
  kernel,
  lambda: positive("λ of a ridge", lambda),
  symmetric: true,
  spectral: true,
  conserves: false,
  weightless: false,
  local: true,
  weightSlope: (f, s) => f * s - 0.5 * s * s,
  charges: (block, force, field) => chargesOf(lambda, block, force, field),
  logRefusal: "",
  field: (b, f) => {
    const s = smooth(kernel, b, f);
    return unscale(kernel, b, lambda, s, solveScaled(kernel, b, lambda, s));
  },
  flux: (b, f) => scaleRows(rootOf(b), solveScaled(kernel, b, lambda, smooth(kernel, b, f)), b.columns),
  dissipation: (b, f) => dissipation(kernel, lambda, b, f),
  primal: (b, part, unit) => primal(kernel, lambda, b, part, unit),
});

export const ridgeWord: SmootherWord = smootherWord({
  name: "ridge",
  description: "Kernel ridge regression: f(s) = s/(s + lambda).",
  adjective: "ridge",
  properties: {
    kernel: KERNEL,
    lambda: { description: "Ridge lambda > 0.", type: "number", exclusiveMinimum: 0 },
  },
  build: (spec, { kernel }) => ridgeSmoother(kernel(spec.kernel), spec.lambda),
  samples: [{ kernel: KERNEL_SAMPLE, lambda: 0.2 }],
});
