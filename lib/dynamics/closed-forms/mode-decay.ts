import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { GradientSystem } from "../../systems/system.js";
import { gram } from "../../compute/index.js";
import { onlyPart } from "../../systems/geometries/parts.js";
import { symmetricEigen } from "../../numerics/dense.js";
import { exp } from "../../arithmetic/functions.js";
import { tabulate } from "../../arithmetic/vectors.js";
import { isGraph } from "../../systems/spaces/graph-operators.js";
import type { ClosedForm, Flow } from "./closed-form.js";

/** D^{1/2} K D^{1/2} with D = diag π: its eigenvalues λ_n are those of 𝒦_π. */
function weightedGram({ space }: GradientSystem, kernel: Kernel, target: Vec): Vec {
  const n = target.length;
  const x = space.nodes(target);
  const k = gram(kernel, x, x, space.dim);
  return tabulate(n * n, ij => Math.sqrt(target[Math.floor(ij / n)]) * k[ij] * Math.sqrt(target[ij % n]));
}

/** u̇ = -β K^{-1}(u/π - 1): the coefficients of (u - π)/√π in the eigenvectors of 𝒦_π decay with the rates β/λ_n. */
function flow(system: GradientSystem): Flow | undefined {
  const part = onlyPart(system.geometry, ["deposit", "growth"], "inverse");
  const { form } = system.energy;
  const kernel = part?.term.smoother.kernel;
  if (!part || part.spherical || !kernel || !isGraph(system.space) || form.type !== "phi" || form.p !== 2)
    return undefined;
  const { target } = form;
  const n = target.length;
  const { values, vectors } = symmetricEigen(weightedGram(system, kernel, target), n);
  return (u, dt) => {
    const z = u.map((m, i) => (m - target[i]) / Math.sqrt(target[i]));
    const c = values.map(
      (value, k) => exp((-part.factor * dt) / value) * z.reduce((s, v, i) => s + v * vectors[i * n + k], 0),
    );
    return target.map((m, i) => m + Math.sqrt(m) * c.reduce((s, v, k) => s + v * vectors[i * n + k], 0));
  };
}

export const modeDecay: ClosedForm = {
  source: "A-3.9(iv)",
  admits: "mmd with ½χ² (φ_2) on finite sets and grids",
  flow,
};
