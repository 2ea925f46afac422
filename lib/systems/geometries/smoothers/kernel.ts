import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force, Unit } from "../carrier.js";
import type { Smoother } from "./smoother.js";
import { KERNEL, KERNEL_SAMPLE, smootherWord, type SmootherWord } from "./word.js";
import { kernelSum, matvec, mixedTraceSum, steinDirection, steinSum } from "../../../compute/index.js";
import { axpy, dot, scale } from "../../../arithmetic/vectors.js";
import { onColumns, scaleRows } from "../../../arithmetic/columns.js";
import { gram } from "./gram.js";
import { inverseNorm, supported } from "./support.js";
import { weightsOf } from "./weights.js";

/**
 * Σ_j k(x_i, x_j) n_i·n_j flux_j, p × columns: from the kept Gram matrix where the points are fixed, else without
 * forming one.
 */
export function gramSum(kernel: Kernel, block: Block, flux: Vec): Vec {
  const { points, dim, columns, fixed } = block;
  if (!fixed && !block.directions) return kernelSum(kernel, points, points, dim, flux, columns);
  const k = gram(kernel, block);
  return onColumns(flux, columns, f => matvec(k, f));
}

/** -𝒦_w ∇log u (x_i) = Σ_j w_j ∇_2 k(x_i, x_j): integration by parts (Stein), p × dim. */
const steinTerm = (kernel: Kernel, block: Block): Vec => steinSum(kernel, block.points, block.dim, weightsOf(block));

/** 𝒦_w f + τ 𝒦_w ∇log u, p × columns. */
export function smooth(kernel: Kernel, block: Block, { values, temperature }: Force): Vec {
  const w = weightsOf(block);
  const flux = scaleRows(w, values, block.columns);
  if (temperature === 0) return gramSum(kernel, block, flux);
  if (block.fixed || block.directions)
    return axpy(-temperature, steinTerm(kernel, block), gramSum(kernel, block, flux));
  return steinDirection(kernel, block.points, block.dim, flux, scale(-temperature, w));
}

/** ‖𝒦_w(f + τ∇log u)‖²_H; for KL this is the squared kernel Stein discrepancy. */
export function squaredNorm(kernel: Kernel, block: Block, { temperature: tau, values }: Force): number {
  const w = weightsOf(block);
  const flux = scaleRows(w, values, block.columns);
  const regular = dot(flux, gramSum(kernel, block, flux));
  if (tau === 0) return regular;
  return (
    regular -
    2 * tau * dot(flux, steinTerm(kernel, block)) +
    tau * tau * mixedTraceSum(kernel, block.points, block.dim, w)
  );
}

/** ½ rᵀK^{-1}r, r = j/w */
function primal(kernel: Kernel, block: Block, part: Vec, unit: Unit): number {
  const s = supported(block, part, unit);
  return s ? 0.5 * inverseNorm(kernel, s) : Infinity;
}

/**
 * S = 𝒦_w.
 *
 * ```ts
 * const stein = geometries.term("transport", smoothers.kernel(kernels.gaussian(1)));
 * ```
 */
export const kernelSmoother = (kernel: Kernel): Smoother => ({
  name: "kernel",
  form: "kernel",
  kernel,
  symmetric: true,
  spectral: true,
  conserves: false,
  weightless: false,
  local: true,
  weightSlope: (f, s) => f * s,
  charges: (block, force) => ({ values: scaleRows(weightsOf(block), force.values, block.columns), factor: 1 }),
  logRefusal: "",
  field: (b, f) => smooth(kernel, b, f),
  flux: (b, f) => scaleRows(weightsOf(b), smooth(kernel, b, f), b.columns),
  dissipation: (b, f) => squaredNorm(kernel, b, f),
  primal: (b, part, unit) => primal(kernel, b, part, unit),
});

export const kernelSmootherWord: SmootherWord = smootherWord({
  name: "kernel",
  description: "Kernel smoothing: f(s) = s.",
  rung: 1,
  properties: { kernel: KERNEL },
  build: (spec, { kernel }) => kernelSmoother(kernel(spec.kernel)),
  samples: [{ kernel: KERNEL_SAMPLE }],
});
