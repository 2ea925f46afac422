import type { GradientSystem, Proximal, Vec } from "../types.js";
import { gram } from "../compute/index.js";
import { fista } from "../numerics/fista.js";
import { matvec } from "../numerics/linalg.js";
import { add, scale, sum } from "../numerics/vectors.js";
import { projectOrthant, projectSimplex } from "../numerics/simplex.js";
import { refuse } from "../refusal.js";
import { expectPart, singlePart } from "./single-part.js";

/** The metric's kernel must be the energy's; then F + MMD²/2η is ½(1+1/η)wᵀKw - wᵀ(b + Kw_k/η). */
function quadraticProgram({ space, energy }: GradientSystem, eta: number, u: Vec): { a: Vec; b: Vec } {
  if (energy.form.type !== "half-mmd2") return refuse("the MMD step is a QP for ½MMD² only");
  const { kernel, embedding } = energy.form,
    x = space.nodes(u),
    k = gram(kernel, x, x, space.dim);
  return {
    a: scale(1 + 1 / eta, k),
    b: add(embedding.value(x), scale(1 / eta, matvec(k, space.masses(u)))),
  };
}

/** argmin ½MMD²(w, π) + MMD²(w, w_k)/2η over {w ≥ 0}, and Σw fixed if the part is spherical (C-4). */
export const mmdStep: Proximal = {
  name: "mmd",
  check: system => [
    ...expectPart(system, ["deposit", "growth"], "inverse"),
    ...(system.energy.form.type === "half-mmd2" ? [] : ["needs ½MMD²"]),
  ],
  stepper: (system, tau) => u => {
    const part = singlePart(system),
      w = system.space.masses(u),
      { a, b } = quadraticProgram(system, tau * part.factor, u);
    const out = u.slice();
    out.set(
      fista(a, b, part.spherical ? v => projectSimplex(v, sum(w)) : projectOrthant, w),
      system.space.massRange[0],
    );
    return out;
  },
};
