import { about } from "../arithmetic/place.js";
import { refuseAll } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { machineFor } from "./backend.js";
import { factorInPlace } from "./typescript/cholesky.js";
import { matmul as matmulInTypescript } from "./typescript/dense.js";
import { diagonalisation } from "./typescript/eigen.js";
import { tridiagonalEigenvalues } from "./typescript/ql.js";
import { factor } from "./webassembly/cholesky.js";
import { diagonalisation as diagonalisationOnMachine } from "./webassembly/eigen.js";
import { matmul as matmulOnMachine } from "./webassembly/multiply.js";
import type { Machine } from "./webassembly/machine.js";

/** Smaller matrices are not worth the way into WebAssembly and back. */
const WORTH = 24;

/** Products that take as long as one value of a kernel. */
const PRODUCTS = 10;

/** The machine for matrices whose least side is n, and so many products. */
const machineOf = (n: number, products: number): Machine | undefined =>
  n < WORTH ? undefined : machineFor(products / PRODUCTS);

/** A B for A n × inner and B inner × m; every sum in index order. */
export function matmul(a: Vec, b: Vec, inner: number): Vec {
  const n = a.length / inner;
  const m = b.length / inner;
  const machine = machineOf(Math.min(inner, n, m), n * inner * m);
  return machine ? matmulOnMachine(machine, a, b, inner) : matmulInTypescript(a, b, inner);
}

/** `l`, unless its factorisation failed at a pivot. */
function factored(l: Vec, n: number, pivot: number, { name, part = {}, advice }: Subject): Vec {
  if (pivot < 0) return l;
  const reason = `${name} is not positive definite to rounding (pivot ${pivot + 1} of ${n}): ${advice}`;
  return refuseAll([about(part, reason)]);
}

/** What a matrix is to whoever gave what it is made of, and what he can do if it cannot be factored. */
export interface Subject {
  readonly name: string;
  readonly advice: string;
  /** The kernel, say, that it is made of: where that was written is where the hand must go. */
  readonly part?: object;
}

/** The covariance of a law, in R^d. */
export const COVARIANCE: Subject = {
  name: "the covariance of a normal law",
  advice: "give a symmetric matrix of positive eigenvalues whose sizes differ by less than 1e15",
};

/** Σ of a state N(m, Σ), in the middle of a run. */
export const STATE_COVARIANCE: Subject = {
  name: "the covariance of the state",
  advice: "start from a regular one, or take more steps",
};

/**
 * Lower factor L of A = L Lᵀ for a symmetric positive definite n × n matrix; only the lower half of `a` is read.
 * Refused where a pivot is not positive.
 */
export function cholesky(a: Vec, n: number, subject: Subject): Vec {
  const l = new Float64Array(n * n);
  const machine = machineOf(n, (n * n * n) / 6);
  if (machine) return factored(l, n, factor(machine, a, n, l), subject);
  for (let i = 0; i < n; i++) l.set(a.subarray(i * n, i * n + i + 1), i * n);
  return choleskyInPlace(l, n, subject);
}

/** The same where the lower half of A stands, with zeros above it: no second matrix is allocated. Returns `l`. */
export function choleskyInPlace(l: Vec, n: number, subject: Subject): Vec {
  const machine = machineOf(n, (n * n * n) / 6);
  return factored(l, n, machine ? factor(machine, l, n, l) : factorInPlace(l, n), subject);
}

/** Eigenvalues in ascending order; column k of `vectors` (n × n) is the eigenvector of value k, orthonormal. */
export interface SymmetricEigen {
  readonly values: Vec;
  readonly vectors: Vec;
}

/** The full matrix of a lower half. */
function mirrored(a: Vec, n: number): Vec {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) out[i * n + j] = out[j * n + i] = a[i * n + j];
  return out;
}

/** Indices in the order of increasing values, by selection. */
function ascending(values: Vec): Int32Array {
  const sorted = values.slice();
  const order = Int32Array.from(values.keys());
  for (let i = 0; i < sorted.length - 1; i++) {
    let least = i;
    for (let j = i + 1; j < sorted.length; j++) if (sorted[j] < sorted[least]) least = j;
    [sorted[i], sorted[least]] = [sorted[least], sorted[i]];
    [order[i], order[least]] = [order[least], order[i]];
  }
  return order;
}

/** The columns of an n × n matrix in another order. */
function reordered(a: Vec, n: number, order: Int32Array): Vec {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) out[i * n + k] = a[i * n + order[k]];
  return out;
}

/**
 * A = V diag(λ) Vᵀ of a symmetric n × n matrix, of which the lower half is read: Householder's reduction, then implicit
 * QL. The bits are those of ml-matrix, which computes the same numbers in the same order. Products of two entries must
 * not overflow.
 */
export function symmetricEigen(a: Vec, n: number): SymmetricEigen {
  const machine = machineOf(n, n * n * n);
  const full = mirrored(a, n);
  const steps = machine ? diagonalisationOnMachine(machine, full, n) : diagonalisation(full, n);
  const values = tridiagonalEigenvalues(steps.tridiagonal, steps.rotate);
  const order = ascending(values);
  return { values: Float64Array.from(order, k => values[k]), vectors: reordered(steps.vectors(), n, order) };
}
