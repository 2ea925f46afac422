import { refuse } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { symmetricEigen } from "../compute/index.js";
import { EigenvalueDecomposition, LuDecomposition, Matrix } from "ml-matrix";

/**
 * Dense factorisations of small and middle-sized matrices, flat and row-major: fixed sequences of + - * / √.
 * The only importer of ml-matrix.
 */

const matrix = (a: Vec, rows: number): Matrix => Matrix.from1DArray(rows, a.length / rows, a);
const flat = (m: Matrix): Vec => Float64Array.from(m.to1DArray());

export { type SymmetricEigen, symmetricEigen } from "../compute/index.js";

/** V diag(f(λ)) Vᵀ of a symmetric n × n matrix: its square root, inverse, exponential … */
export function symmetricFunction(a: Vec, n: number, f: (eigenvalue: number) => number): Vec {
  const { values, vectors } = symmetricEigen(a, n);
  const out = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const value = f(values[k]);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) out[i * n + j] += vectors[i * n + k] * value * vectors[j * n + k];
  }
  return out;
}

/** A^{1/2} of a symmetric positive semidefinite matrix; eigenvalues that rounding made negative count as 0. */
export const squareRoot = (a: Vec, n: number): Vec => symmetricFunction(a, n, value => Math.sqrt(Math.max(0, value)));

/**
 * X with A X = B for a regular n × n matrix, B n × m (LU with partial pivoting); `why` says what it means that
 * A is singular. */
export function solve(a: Vec, b: Vec, n: number, why: string): Vec {
  const lu = new LuDecomposition(matrix(a, n));
  return lu.isSingular()
    ? refuse(`${why} (a linear system of ${n} equations is singular)`)
    : flat(lu.solve(matrix(b, n)));
}

/** The largest real part of the eigenvalues of a general n × n matrix, and the real part of its eigenvector. */
export function rightmostEigen(a: Vec, n: number): { readonly value: number; readonly vector: Vec } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix(a, n));
  const at = realEigenvalues.reduce((best, v, i) => (v > realEigenvalues[best] ? i : best), 0);
  return { value: realEigenvalues[at], vector: Float64Array.from(eigenvectorMatrix.getColumn(at)) };
}
