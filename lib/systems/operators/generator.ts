import { bernoulli } from "../spaces/scharfetter-gummel.js";
import { symmetricEigen } from "../../numerics/dense.js";
import { log } from "../../arithmetic/functions.js";
import { zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Lattice } from "../spaces/graph-operators.js";
import type { Vec } from "../../arithmetic/vec.js";

/** More nodes than this make a dense eigenvalue problem of several minutes. */
const MOST_NODES = 1500;

/**
 * -D^{-1/2} L D^{1/2} with D = diag π for the Fokker-Planck generator L of Scharfetter-Gummel (B-8): rates B(V_j -
 * V_i)/h² from i to j,
 * V = -log(π/vol), are in detailed balance with π, so that the matrix is symmetric, ≥ 0, and has √π in its kernel.
 */
function symmetrised({ volumes, groups }: Lattice, pi: Vec): Vec {
  const n = pi.length;
  const V = pi.map((m, i) => -log(m / volumes[i]));
  const out = zeros(n * n);
  for (const { from, to, lengths } of groups)
    from.forEach((i, e) => {
      const j = to[e];
      const h2 = lengths[e] * lengths[e];
      const forth = bernoulli(V[j] - V[i], 1) / h2;
      const back = bernoulli(V[i] - V[j], 1) / h2;
      out[i * n + i] += forth;
      out[j * n + j] += back;
      out[i * n + j] -= Math.sqrt(forth * back);
      out[j * n + i] -= Math.sqrt(forth * back);
    });
  return out;
}

/**
 * Eigenvalues ≥ 0 of minus the Fokker-Planck generator with stationary masses π > 0, in increasing order: 0, the
 * spectral gap, …
 */
export function generatorSpectrum(lattice: Lattice, pi: Vec): Vec {
  if (pi.length > MOST_NODES)
    refuse(`${pi.length} nodes are too many for all eigenvalues of the generator: take at most ${MOST_NODES}`);
  if (pi.some(m => !(m > 0))) refuse("the generator needs a positive target on every node: shrink the grid");
  if (lattice.groups.every(({ from }) => from.length === 0)) refuse("the generator needs edges: take a grid");
  return symmetricEigen(symmetrised(lattice, pi), pi.length).values;
}
