import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block } from "../carrier.js";
import {
  cholesky,
  choleskyInPlace,
  gram as cloudGram,
  type SymmetricEigen,
  symmetricEigen,
} from "../../../compute/index.js";
import { shiftedGram } from "../../../numerics/spd.js";
import { factorSemidefinite, type SemidefiniteFactor } from "../../../numerics/semidefinite.js";
import { type Attempt, attempt } from "../../../arithmetic/refusal.js";
import { memoized } from "./memo.js";

/** k(x_i, x_j) n_i·n_j. */
function directedGram(kernel: Kernel, points: Vec, directions: Vec, dim: number): Vec {
  const k = cloudGram(kernel, points, points, dim);
  const p = points.length / dim;
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      let cosine = 0;
      for (let c = 0; c < dim; c++) cosine += directions[i * dim + c] * directions[j * dim + c];
      k[i * p + j] *= cosine;
    }
  return k;
}

const gramOf = memoized((kernel: Kernel, [points, directions]: readonly Vec[], [dim]: readonly number[]): Vec =>
  directions.length === 0 ? cloudGram(kernel, points, points, dim) : directedGram(kernel, points, directions, dim),
);

/** The Cholesky factor, or the refusal that says why there is none. */
const factorOf = memoized(
  (kernel: Kernel, [points, directions]: readonly Vec[], [dim]: readonly number[]): Attempt<Vec> =>
    attempt(() =>
      cholesky(gramOf(kernel, [points, directions], [dim]), points.length / dim, {
        name: `the Gram matrix of the kernel ${kernel.name} on these points`,
        part: kernel,
        advice:
          "points coincide, or the bandwidth is wide for so many of them: " +
          "take a smaller bandwidth, or a ridge smoother",
      }),
    ),
);

const semidefiniteFactorOf = memoized(
  (kernel: Kernel, [points, directions]: readonly Vec[], [dim]: readonly number[]) =>
    factorSemidefinite(gramOf(kernel, [points, directions], [dim]), points.length / dim),
);

const ridgeFactorOf = memoized(
  (kernel: Kernel, [points, directions, weights]: readonly Vec[], [dim, lambda]: readonly number[]) =>
    choleskyInPlace(
      shiftedGram(gramOf(kernel, [points, directions], [dim]), weights.map(Math.sqrt), lambda),
      weights.length,
      {
        name: `lambda = ${lambda} is below the rounding of the kernel matrix: 𝒦 + λ of the kernel ${kernel.name}`,
        part: kernel,
        advice: "take a larger lambda, or (in a regression) by: spectral",
      },
    ),
);

const spectrumOf = memoized(
  (kernel: Kernel, [points, directions, weights]: readonly Vec[], [dim]: readonly number[]): SymmetricEigen =>
    symmetricEigen(shiftedGram(gramOf(kernel, [points, directions], [dim]), weights.map(Math.sqrt), 0), weights.length),
);

const none: Vec = new Float64Array(0);
const arrays = ({ points, directions = none }: Block): readonly Vec[] => [points, directions];

/** Gram matrix of a block, k(x_i, x_j) n_i·n_j (directions n only on edges), p × p. Kept: not to be written to. */
export const gram = (kernel: Kernel, block: Block): Vec => gramOf(kernel, arrays(block), [block.dim]);

/** Cholesky factor of the Gram matrix; refused where it is not numerically positive definite. */
export function gramFactor(kernel: Kernel, block: Block): Vec {
  const { value, refusal } = factorOf(kernel, arrays(block), [block.dim]);
  if (value === undefined) throw refusal;
  return value;
}

/** Whether the Gram matrix is numerically positive definite. */
export const isDefinite = (kernel: Kernel, block: Block): boolean =>
  factorOf(kernel, arrays(block), [block.dim]).value !== undefined;

/** Pivoted Cholesky factor of the Gram matrix, also where it is numerically singular. */
export const semidefiniteFactor = (kernel: Kernel, block: Block): SemidefiniteFactor =>
  semidefiniteFactorOf(kernel, arrays(block), [block.dim]);

/** Cholesky factor of D^{1/2} K D^{1/2} + λ, D = diag(w): symmetric, and fine where w_i = 0. */
export const ridgeFactor = (kernel: Kernel, block: Block, weights: Vec, lambda: number): Vec =>
  ridgeFactorOf(kernel, [...arrays(block), weights], [block.dim, lambda]);

/** Eigenvalues (rising) and eigenvectors (columns) of D^{1/2} K D^{1/2}; the values are those of 𝒦_w. */
export const gramSpectrum = (kernel: Kernel, block: Block, weights: Vec): SymmetricEigen =>
  spectrumOf(kernel, [...arrays(block), weights], [block.dim]);
