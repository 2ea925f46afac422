import type { Term } from "../../../systems/geometries/terms.js";
import { coefficients } from "../../../systems/spaces/gaussian.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Covector, Space } from "../../../systems/spaces/space.js";
import { matmul } from "../../../compute/index.js";
import { outer, symmetricPart } from "../../../numerics/matrices.js";
import { add, concat, scale, zeros } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { PhaseSpace } from "./phase-space.js";

/**
 * Wasserstein, H = ½(|b|² + tr CΣC): Ċ = -C². Fisher–Rao, H = ½(bᵀΣb + ½tr CΣCΣ): Ċ = -bbᵀ - CΣC. b is conserved by
 * both.
 */
function force(space: Space, { mechanism, smoother }: Term, u: Vec, xi: Covector): Vec {
  const d = space.dim;
  const c = coefficients(xi);
  const b = c.subarray(0, d);
  const C = c.subarray(d);
  const out = zeros(c.length);
  if (smoother.form !== "identity")
    refuse("geodesics of Gaussians under a kernel: take particles, which carry the same geometry");
  out.set(
    scale(-1, mechanism === "transport" ? matmul(C, C, d) : add(outer(b), matmul(matmul(C, u.subarray(d), d), C, d))),
    d,
  );
  return out;
}

/**
 * [b | C]; m is conjugate to b and Σ to ½C. Of the d² entries of C only the symmetric part is a covector, since xᵀCx
 * knows no other: what a search or rounding adds to it is taken away, or H would be that of another geometry.
 */
export const gaussianPhase = ({ dim: d }: Space): PhaseSpace => ({
  split: d,
  covector: (_u, momentum) => ({
    value: concat(momentum.subarray(0, d), symmetricPart(momentum.subarray(d), d)),
    temperature: 0,
  }),
  momentum: (_u, xi) => coefficients(xi),
  force,
});
