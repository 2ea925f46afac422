import { refuse } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { matmul, symmetricEigen } from "../compute/index.js";
import { identity } from "./matrices.js";
import { EigenvalueDecomposition, LuDecomposition, Matrix, SingularValueDecomposition } from "ml-matrix";

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

/** A = U diag(σ) Vᵀ of an m × n matrix, k = min(m, n): U m × k, σ descending, V n × k. */
export interface Svd {
  readonly u: Vec;
  readonly values: Vec;
  readonly v: Vec;
}

export function svd(a: Vec, rows: number): Svd {
  const { leftSingularVectors, diagonal, rightSingularVectors } = new SingularValueDecomposition(matrix(a, rows), {
    autoTranspose: true,
  });
  const k = Math.min(rows, a.length / rows);
  const leading = (m: Matrix): Vec => flat(m.subMatrix(0, m.rows - 1, 0, k - 1));
  return {
    u: leading(leftSingularVectors),
    values: Float64Array.from(diagonal).subarray(0, k),
    v: leading(rightSingularVectors),
  };
}

/** Coefficients of the diagonal Padé approximant [13/13] of e^x: e^A = (even - odd)^{-1} (even + odd). */
const PADE = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
];

/** e^A of a general n × n matrix: A / 2^k with norm below 5.4, Padé [13/13] (Higham 2005), k squarings. */
export function expm(a: Vec, n: number): Vec {
  const norm = largestRowSum(a, n);
  if (norm > 5.371920351148152 && norm < Infinity) {
    const half = expm(
      a.map(v => v / 2),
      n,
    );
    return matmul(half, half, n);
  }
  const { even, odd } = padeHalves(a, n);
  return solve(
    even.map((v, k) => v - odd[k]),
    even.map((v, k) => v + odd[k]),
    n,
    "a matrix has no exponential, as its numbers are not finite",
  );
}

/** Σ b_k A^k over even and over odd k. */
function padeHalves(a: Vec, n: number): { readonly even: Vec; readonly odd: Vec } {
  const even = new Float64Array(n * n);
  const odd = new Float64Array(n * n);
  let power: Vec = identity(n);
  PADE.forEach((b, k) => {
    if (k > 0) power = matmul(power, a, n);
    const half = k % 2 === 0 ? even : odd;
    for (let i = 0; i < half.length; i++) half[i] += b * power[i];
  });
  return { even, odd };
}

/** max_i Σ_j |a_ij| */
function largestRowSum(a: Vec, n: number): number {
  let largest = 0;
  for (let i = 0; i < n; i++)
    largest = Math.max(
      largest,
      a.subarray(i * n, i * n + n).reduce((s, v) => s + Math.abs(v), 0),
    );
  return largest;
}
