import type { Vec } from "../../../arithmetic/vec.js";
import type { Block, Force, Unit } from "../carrier.js";
import type { Smoother } from "./smoother.js";
import { KERNEL_SAMPLE, smootherWord, type SmootherWord } from "./word.js";
import { dot, sum } from "../../../arithmetic/vectors.js";
import { columnsOf, onColumns, scaleRows } from "../../../arithmetic/columns.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { densePrimal } from "./dense-primal.js";
import { fluxOf } from "./support.js";
import { weightsOf } from "./weights.js";

const logRefusal = "∇log u of a point cloud under a centred smoother needs its mean: take a kernel or ridge smoother";

/** P f = f - ∫ f dw / w(X) per column, the orthogonal projection in L²_w on functions of mean 0. */
function centre(block: Block, f: Vec): Vec {
  const w = weightsOf(block);
  const mass = sum(w);
  return onColumns(f, block.columns, c => {
    const mean = dot(w, c) / mass;
    return c.map(v => v - mean);
  });
}

const centredForce = (block: Block, { values, temperature }: Force): Force =>
  temperature === 0 ? { values: centre(block, values), temperature } : refuse(logRefusal);

/** A flux has total 0 up to this fraction of what flows. */
const ROUNDING = 1e-9;

const balanced = (j: Vec): boolean => Math.abs(sum(j)) <= ROUNDING * sum(j.map(Math.abs));

/** R of a flux of total 0; Infinity of others, which are not in the range of P. */
function primal(flux: Smoother["flux"], block: Block, part: Vec, unit: Unit): number {
  const j = fluxOf(block, part, unit);
  return columnsOf(j, block.columns).every(balanced) ? densePrimal(flux, block, j, "flux") : Infinity;
}

/**
 * P S P: symmetric and ≥ 0 in L²_w where S is, and no mass is made. Growth × centred is P* 𝕂 P, one of two ways to keep
 * the mass; the other is `spherical`, the metric restricted to fixed mass. For the identity they are the same.
 *
 * ```ts
 * const smoother = smoothers.centred(smoothers.kernel(kernels.gaussian(1)));
 * ```
 */
export function centredSmoother(of: Smoother): Smoother {
  const field = (b: Block, f: Force): Vec => centre(b, of.field(b, centredForce(b, f)));
  const flux = (b: Block, f: Force): Vec => scaleRows(weightsOf(b), field(b, f), b.columns);
  return {
    name: "centred",
    form: "other",
    kernel: of.kernel,
    of: [of],
    symmetric: of.symmetric,
    spectral: false,
    conserves: true,
    weightless: false,
    local: of.local,
    logRefusal,
    field,
    flux,
    dissipation: (b, f) => of.dissipation(b, centredForce(b, f)),
    primal: (b, part, unit) => (of.symmetric ? primal(flux, b, part, unit) : NaN),
  };
}

export const centredWord: SmootherWord = smootherWord({
  name: "centred",
  description: "A smoother between projections on functions of mean 0: no mass is made.",
  equation: "P S P, P f = f - int f dw / w(X)",
  adjective: "centred",
  properties: { of: { description: "The smoother S between the projections.", $ref: "smoother.schema.json" } },
  build: ({ of }, { smoother }) => centredSmoother(smoother(of)),
  samples: [{ of: { name: "kernel", kernel: KERNEL_SAMPLE } }, { of: { name: "identity" } }],
});
