import type { Vec } from "../../arithmetic/vec.js";
import { accumulate, tridiagonalise } from "./householder.js";
import type { Sweep, Tridiagonal } from "./ql.js";

/** A = Q T Qᵀ with tridiagonal T: every sweep of rotations turns Q, until its columns are the eigenvectors. */
export interface Diagonalisation {
  readonly tridiagonal: Tridiagonal;
  rotate(sweep: Sweep): void;
  /** Q, n × n; ends the work. */
  vectors(): Vec;
}

/** Aᵀ of an n × n matrix. */
function transposed(a: Vec, n: number): Vec {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[j * n + i] = a[i * n + j];
  return out;
}

/** Applies a sweep to the rows of an n × n matrix. */
function rotateRows(a: Vec, n: number, { first, last, rotations }: Sweep): void {
  for (let i = last - 1, at = 0; i >= first; i--, at += 2) {
    const c = rotations[at];
    const s = rotations[at + 1];
    for (let p = i * n, q = p + n, end = q; p < end; p++, q++) {
      const x = a[q];
      const y = a[p];
      a[q] = s * y + c * x;
      a[p] = c * y - s * x;
    }
  }
}

/** Starts from the full symmetric matrix `a`, which is overwritten. */
export function diagonalisation(a: Vec, n: number): Diagonalisation {
  const tridiagonal = tridiagonalise(a, n);
  const columns = transposed(accumulate(tridiagonal), n);
  return { tridiagonal, rotate: sweep => rotateRows(columns, n, sweep), vectors: () => transposed(columns, n) };
}
