import { gram } from "../../compute/index.js";
import { symmetricEigen } from "../../numerics/dense.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";

/**
 * Eigenvalues of 𝒦_ρ on nodes with masses ρ, in decreasing order, and `modes[n]` = √ρ e_n with e_n orthonormal in
 * L²_ρ.
 */
export interface Mercer {
  readonly values: Vec;
  readonly modes: readonly Vec[];
}

/** ± v, with the entry of largest modulus (the first of them) positive: eigenvectors have no sign of their own. */
function signed(v: Vec): Vec {
  let largest = 0;
  for (let i = 1; i < v.length; i++) if (Math.abs(v[i]) > (1 + 1e-9) * Math.abs(v[largest])) largest = i;
  return v[largest] < 0 ? v.map(x => -x) : v;
}

/**
 * 𝒦_ρ f = Σ_j k(·, x_j) f_j ρ_j is D^{1/2} K D^{1/2} in the symmetric form, D = diag ρ.
 *
 * ```ts
 * const { values } = operators.mercer(kernels.gaussian(1), Float64Array.of(0, 1, 2), 1, measures.equalWeights(3));
 * ```
 */
export function mercer(kernel: Kernel, points: Vec, dim: number, rho: Vec): Mercer {
  const n = rho.length;
  const root = rho.map(Math.sqrt);
  const k = gram(kernel, points, points, dim);
  const { values, vectors } = symmetricEigen(
    k.map((v, ij) => v * root[Math.floor(ij / n)] * root[ij % n]),
    n,
  );
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  return {
    values: Float64Array.from(order, i => values[i]),
    modes: order.map(i => signed(Float64Array.from({ length: n }, (_, r) => vectors[r * n + i]))),
  };
}
