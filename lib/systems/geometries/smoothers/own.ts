import { onColumns, scaleRows } from "../../../arithmetic/columns.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, dot, maxAbs, scale, tabulate } from "../../../arithmetic/vectors.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force } from "../carrier.js";
import { densePrimal } from "./dense-primal.js";
import { gramSpectrum } from "./gram.js";
import { gramSum } from "./kernel.js";
import type { Smoother } from "./smoother.js";
import { weightsOf } from "./weights.js";

/** φ(𝒦_w), said by φ. */
export interface OwnSmoother {
  /** For people. */
  readonly name: string;
  readonly kernel: Kernel;
  /** φ(s), finite and ≥ 0 for every s ≥ 0: s runs through the spectrum of 𝒦_w. */
  phi(s: number): number;
}

type Scalar = (s: number) => number;

/** Eigenvalues below this fraction of the largest are rounding: their eigenfunctions are not in the range of 𝒦_w. */
const ROUNDING = 1e-14;

/** φ, refused where it makes no smoother. */
function guarded({ name, phi }: OwnSmoother): Scalar {
  return s => {
    const value = phi(s);
    return value >= 0 && value < Infinity
      ? value
      : refuse(`the smoother ${name} has φ(${s}) = ${value}: φ must be finite and ≥ 0 on [0, ∞)`);
  };
}

/** f(A) x per column, A = D^{1/2} K D^{1/2} ≥ 0. */
function ofGram(kernel: Kernel, block: Block, f: Scalar, x: Vec): Vec {
  const { values, vectors } = gramSpectrum(kernel, block, weightsOf(block));
  const p = values.length;
  const largest = maxAbs(values);
  const images = values.map(s => f(s > ROUNDING * largest ? s : 0));
  return onColumns(x, block.columns, column => {
    const coefficients = tabulate(p, k => {
      let c = 0;
      for (let i = 0; i < p; i++) c += vectors[i * p + k] * column[i];
      return images[k] * c;
    });
    return tabulate(p, i => dot(vectors.subarray(i * p, (i + 1) * p), coefficients));
  });
}

/** The values of a force; log u of a point cloud has none. */
const plain = (name: string, { values, temperature }: Force): Vec =>
  temperature === 0 ? values : refuse(`${name}: ${LOG_REFUSAL}`);

const LOG_REFUSAL = "φ(𝒦)∇log u of a point cloud needs a 𝒦 outside: take a kernel or ridge smoother, or a grid";

/**
 * S = φ(𝒦_w) for a function φ of one's own, through the eigenvalues of A = D^{1/2} K D^{1/2}, O(p³) for p points:
 * D_w S = D^{1/2} φ(A) D^{1/2} and S f = φ(0) f + K D^{1/2} ψ(A) D^{1/2} f with ψ(s) = (φ(s) - φ(0))/s, which is fine
 * where w = 0 and where points coincide. It has no closed-form flows and no geodesics.
 *
 * ```ts
 * const smoother = smoothers.own({
 *   name: "iterated ridge",
 *   kernel: kernels.gaussian(1),
 *   phi: s => 1 - 1 / ((1 + 10 * s) * (1 + 10 * s)),
 * });
 * ```
 */
export function ownSmoother(own: OwnSmoother): Smoother {
  const { name, kernel } = own;
  const phi = guarded(own);
  const atZero = phi(0);
  const psi: Scalar = s => (s === 0 ? 0 : (phi(s) - atZero) / s);

  /** D^{1/2} f(A) D^{1/2} x */
  const weighted = (block: Block, f: Scalar, x: Vec): Vec => {
    const root = weightsOf(block).map(Math.sqrt);
    return scaleRows(root, ofGram(kernel, block, f, scaleRows(root, x, block.columns)), block.columns);
  };
  const flux = (block: Block, force: Force): Vec => weighted(block, phi, plain(name, force));
  return {
    name,
    form: "other",
    kernel,
    symmetric: true,
    spectral: true,
    conserves: false,
    weightless: false,
    local: true,
    logRefusal: LOG_REFUSAL,
    flux,
    field: (block, force) => {
      const f = plain(name, force);
      return axpy(1, gramSum(kernel, block, weighted(block, psi, f)), scale(atZero, f));
    },
    dissipation: (block, force) => dot(plain(name, force), flux(block, force)),
    primal: (block, part, unit) => densePrimal(flux, block, part, unit),
  };
}
