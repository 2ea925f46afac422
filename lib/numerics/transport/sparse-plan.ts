import { zeros } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";

/**
 * γ row by row without the entries that are 0, because C_ij = ∞ or e^{-C_ij/ε} is below all numbers: most of them where
 * ε is small.
 */
export interface SparsePlan {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly masses: Vec;
}

/** Of the entries of a plan with n rows, those that are not 0. */
export function sparseOf(plan: Vec, n: number, entries: number): SparsePlan {
  const m = plan.length / n;
  const starts = new Int32Array(n + 1);
  const columns = new Int32Array(entries);
  const masses = zeros(entries);
  let count = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (plan[i * m + j] === 0) continue;
      columns[count] = j;
      masses[count++] = plan[i * m + j];
    }
    starts[i + 1] = count;
  }
  return { starts, columns, masses };
}

/** γ v */
export function applyRows({ starts, columns, masses }: SparsePlan, v: Vec): Vec {
  const out = zeros(starts.length - 1);
  for (let i = 0; i < out.length; i++) {
    let s = 0;
    for (let k = starts[i]; k < starts[i + 1]; k++) s += masses[k] * v[columns[k]];
    out[i] = s;
  }
  return out;
}

/** γᵀ u, length m. */
export function applyColumns({ starts, columns, masses }: SparsePlan, u: Vec, m: number): Vec {
  const out = zeros(m);
  for (let i = 0; i < u.length; i++)
    for (let k = starts[i]; k < starts[i + 1]; k++) out[columns[k]] += masses[k] * u[i];
  return out;
}
