import { refuse } from "../../arithmetic/refusal.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { graphState } from "./graph-state.js";
import { mercer } from "../operators/mercer.js";
import type { Law, NodeMasses } from "./measure.js";

/**
 * π (1 + Σ c_n e_n) on nodes, where e_n are the eigenfunctions of 𝒦_π, orthonormal in L²_π, n from 0 in decreasing
 * order of the eigenvalue (A-3.9(iv)): masses π_i + √π_i Σ c_n (√π e_n)_i.
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const start = measures.perturbed(law, kernels.gaussian(1), [[0, 0.1]]);
 * ```
 */
export const perturbed = (of: Law, kernel: Kernel, modes: readonly (readonly [number, number])[]): NodeMasses => ({
  kind: "masses",
  on: nodes => {
    const pi = graphState(of, nodes);
    const basis = mercer(kernel, nodes.points, nodes.dim, pi).modes;
    const missing = modes.find(([n]) => n >= basis.length);
    if (missing) refuse(`there is no mode${missing[0] + 1}: ${basis.length} nodes have ${basis.length} modes`);
    return pi.map((p, i) => p + Math.sqrt(p) * modes.reduce((s, [n, c]) => s + c * basis[n][i], 0));
  },
});
