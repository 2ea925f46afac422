import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force, Unit } from "../carrier.js";
import type { Smoother } from "./smoother.js";
import { KERNEL, KERNEL_SAMPLE, smootherWord, type SmootherWord } from "./word.js";
import { solveCholesky } from "../../../compute/index.js";
import { dot } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { gramFactor, isDefinite } from "./gram.js";
import { sameForm } from "../../kernels/same-form.js";
import { gramSum } from "./kernel.js";
import { fluxOf } from "./support.js";
import { weightsOf } from "./weights.js";

const logRefusal =
  "𝒦^{-1}∇log u of a point cloud: integration by parts needs 𝒦, not 𝒦^{-1}; take a kernel or ridge smoother";

/** ν, if the force is 𝒦ν on the points of the block. */
const sourceOf = (kernel: Kernel, { columns, directions }: Block, { source }: Force): Vec | undefined =>
  source && columns === 1 && !directions && sameForm(source.kernel.form, kernel.form) ? source.weights : undefined;

/**
 * K^{-1} f per column: D_w 𝒦_w^{-1} = K^{-1}, the weights cancel. K^{-1}𝒦ν = ν, which is what counts where K is
 * singular to rounding.
 */
function invert(kernel: Kernel, block: Block, force: Force): Vec {
  const { values, temperature } = force;
  if (temperature !== 0) refuse(logRefusal);
  const source = sourceOf(kernel, block, force);
  if (source && !isDefinite(kernel, block)) return source;
  return solveCholesky(gramFactor(kernel, block), values, block.columns);
}

/** The field of a flux, flux / w: a massless particle cannot carry it. */
function perMass(block: Block, flux: Vec): Vec {
  const w = weightsOf(block);
  if (w.some(v => !(v > 0)))
    refuse("𝒦_w^{-1} as a velocity divides by the mass: a particle has mass ≤ 0; take a kernel or ridge smoother");
  return flux.map((v, i) => v / w[Math.floor(i / block.columns)]);
}

/** ½ jᵀK j */
function primal(kernel: Kernel, block: Block, part: Vec, unit: Unit): number {
  const j = fluxOf(block, part, unit);
  return 0.5 * dot(j, gramSum(kernel, block, j));
}

/**
 * S = 𝒦_w^{-1}.
 *
 * ```ts
 * const deStein = geometries.term("transport", smoothers.inverse(kernels.laplace(1)));
 * ```
 */
export const inverseSmoother = (kernel: Kernel): Smoother => ({
  name: "inverse",
  form: "inverse",
  kernel,
  symmetric: true,
  spectral: true,
  conserves: false,
  weightless: true,
  local: true,
  weightSlope: () => 0,
  // ∂K^{-1} = -K^{-1} ∂K K^{-1}
  charges: (b, f) => ({ values: invert(kernel, b, f), factor: -1 }),
  logRefusal,
  flux: (b, f) => invert(kernel, b, f),
  field: (b, f) => perMass(b, invert(kernel, b, f)),
  dissipation: (b, f) => dot(f.values, invert(kernel, b, f)),
  primal: (b, part, unit) => primal(kernel, b, part, unit),
});

export const inverseWord: SmootherWord = smootherWord({
  name: "inverse",
  description: "Inverse of the kernel operator: f(s) = 1/s.",
  rung: -1,
  properties: { kernel: KERNEL },
  build: (spec, { kernel }) => inverseSmoother(kernel(spec.kernel)),
  samples: [{ kernel: KERNEL_SAMPLE }],
});
