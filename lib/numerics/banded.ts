import type { Vec } from "../arithmetic/vec.js";

/** A matrix with entries a_ij for |i - j| ≤ `reach` only: a_ij is data[i·(2 reach + 1) + j - i + reach]. */
export interface Banded {
  readonly n: number;
  readonly reach: number;
  readonly data: Vec;
}

/**
 * L U = A without pivoting, in the same storage (unit diagonal of L left out): for M-matrices and dominant diagonals.
 */
function factor({ n, reach, data }: Banded): Vec {
  const lu = data.slice();
  const width = 2 * reach + 1;
  for (let k = 0; k < n; k++)
    for (let i = k + 1; i <= Math.min(n - 1, k + reach); i++) {
      const multiplier = (lu[i * width + k - i + reach] /= lu[k * width + reach]);
      if (multiplier === 0) continue;
      for (let j = k + 1; j <= Math.min(n - 1, k + reach); j++)
        lu[i * width + j - i + reach] -= multiplier * lu[k * width + j - k + reach];
    }
  return lu;
}

/** The map b -> A^{-1} b; A is factored once. */
export function bandedSolver(matrix: Banded): (b: Vec) => Vec {
  const { n, reach } = matrix;
  const width = 2 * reach + 1;
  const lu = factor(matrix);
  return b => {
    const x = b.slice();
    for (let i = 0; i < n; i++)
      for (let j = Math.max(0, i - reach); j < i; j++) x[i] -= lu[i * width + j - i + reach] * x[j];
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j <= Math.min(n - 1, i + reach); j++) x[i] -= lu[i * width + j - i + reach] * x[j];
      x[i] /= lu[i * width + reach];
    }
    return x;
  };
}
