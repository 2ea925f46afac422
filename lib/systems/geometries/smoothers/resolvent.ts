import { scaleRows } from "../../../arithmetic/columns.js";
import { positive } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { dot, scale, subtract } from "../../../arithmetic/vectors.js";
import { solveCholesky } from "../../../compute/index.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force, Unit } from "../carrier.js";
import { ridgeFactor } from "./gram.js";
import { gramSum } from "./kernel.js";
import type { Smoother } from "./smoother.js";
import { fluxOf, supported, weightedNorm } from "./support.js";
import { weightsOf } from "./weights.js";
import { KERNEL, KERNEL_SAMPLE, smootherWord, type SmootherWord } from "./word.js";

const logRefusal =
  "(𝒦 + λ)^{-1}∇log u of a point cloud: integration by parts needs 𝒦 outside; take a kernel or ridge smoother";

/** D_w (𝒦_w + λ)^{-1} f = D^{1/2} (D^{1/2} K D^{1/2} + λ)^{-1} D^{1/2} f, fine where w = 0. */
function flux(kernel: Kernel, lambda: number, block: Block, { values, temperature }: Force): Vec {
  if (temperature !== 0) refuse(logRefusal);
  const weights = weightsOf(block);
  const { columns } = block;
  const root = weights.map(Math.sqrt);
  const factor = ridgeFactor(kernel, block, weights, lambda);
  return scaleRows(root, solveCholesky(factor, scaleRows(root, values, columns), columns), columns);
}

/** v with 𝒦_w v + λ v = f: (f - K j)/λ from the flux j = D_w v, also where w = 0. */
const field = (kernel: Kernel, lambda: number, block: Block, force: Force): Vec =>
  scale(1 / lambda, subtract(force.values, gramSum(kernel, block, flux(kernel, lambda, block, force))));

/** ½ jᵀK j + λ/2 Σ j²/w */
function primal(kernel: Kernel, lambda: number, block: Block, part: Vec, unit: Unit): number {
  const s = supported(block, part, unit);
  const j = fluxOf(block, part, unit);
  return s ? 0.5 * (dot(j, gramSum(kernel, block, j)) + lambda * weightedNorm(s)) : Infinity;
}

/**
 * S = (𝒦_w + λ)^{-1}, Tikhonov's regularisation of the inverse: De-Stein and MMD for λ → 0, Wasserstein and Hellinger
 * over λ for λ → ∞. Unlike the inverse it needs no definite Gram matrix: points may coincide. ½MMD² under growth with
 * it is a regularised MMD flow.
 *
 * ```ts
 * const geometry = geometries.term("transport", smoothers.resolvent(kernels.gaussian(0.5), 0.01));
 * ```
 */
export const resolventSmoother = (kernel: Kernel, lambda: number): Smoother => ({
  name: "resolvent",
  form: "other",
  kernel,
  lambda: positive("λ of a resolvent", lambda),
  symmetric: true,
  spectral: true,
  conserves: false,
  weightless: false,
  local: true,
  // ∂_w of sup_j <f, j> - ½ jᵀKj - λ/2 Σ j²/w at j = w s
  weightSlope: (_f, s) => 0.5 * lambda * s * s,
  charges: (b, f) => ({ values: flux(kernel, lambda, b, f), factor: -1 }),
  logRefusal,
  flux: (b, f) => flux(kernel, lambda, b, f),
  field: (b, f) => field(kernel, lambda, b, f),
  dissipation: (b, f) => dot(f.values, flux(kernel, lambda, b, f)),
  primal: (b, part, unit) => primal(kernel, lambda, b, part, unit),
});

export const resolventWord: SmootherWord = smootherWord({
  name: "resolvent",
  description: "Regularised inverse of the kernel operator: f(s) = 1/(s + lambda).",
  rung: -1,
  adjective: "regularised",
  properties: {
    kernel: KERNEL,
    lambda: { description: "Regularisation lambda > 0.", type: "number", exclusiveMinimum: 0 },
  },
  build: (spec, { kernel }) => resolventSmoother(kernel(spec.kernel), spec.lambda),
  samples: [{ kernel: KERNEL_SAMPLE, lambda: 0.2 }],
});
