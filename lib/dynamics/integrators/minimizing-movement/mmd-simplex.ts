import type { Vec } from "../../../arithmetic/vec.js";
import type { Proximal } from "./proximal.js";
import type { GradientSystem } from "../../../systems/system.js";
import { gram, matvec } from "../../../compute/index.js";
import { mmdPart, relaxed } from "../../closed-forms/mmd-path.js";
import type { Part } from "../../../systems/geometries/parts.js";
import { plainChart } from "../../../systems/geometries/charts.js";
import { activeSet } from "../../../numerics/active-set.js";
import { axpy, sum, tabulate } from "../../../arithmetic/vectors.js";
import { isRefusal, refuse } from "../../../arithmetic/refusal.js";
import { mapMasses } from "../../../systems/spaces/masses.js";
import { geodesicIn } from "./extrapolate.js";

/**
 * The minimiser without the sign constraint, w + η/(1+η) (w* - w) (B-16); undefined where K is singular to rounding or
 * it leaves the cone.
 */
function interior(system: GradientSystem, part: Part, eta: number, u: Vec): Vec | undefined {
  try {
    const v = relaxed(system, part, u, eta / (1 + eta));
    return system.space.masses(v).every(m => m >= 0) ? v : undefined;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/**
 * ½(1 + 1/η) wᵀKw - wᵀ(b + K w_k/η) over {w ≥ 0}, and Σw fixed if the part is spherical (C-4). What K does not see to
 * twelve digits is
 * settled by closeness to w_k: + ½ε|w - w_k|².
 */
function constrained({ space, energy: { form } }: GradientSystem, part: Part, eta: number, u: Vec): Vec {
  if (form.type !== "half-mmd2") return refuse("the MMD step is a quadratic program for ½MMD² only");
  const x = space.nodes(u);
  const w = space.masses(u);
  const n = w.length;
  const k = gram(form.kernel, x, x, space.dim);
  const epsilon = 1e-12 * k[0];
  const a = tabulate(n * n, ij => (1 + 1 / eta) * k[ij] + (ij % (n + 1) === 0 ? epsilon : 0));
  const b = axpy(epsilon, w, axpy(1 / eta, matvec(k, w), form.embedding.value(x)));
  const best = activeSet({ a, b, ...(part.spherical ? { mass: sum(w) } : {}) }, w);
  return mapMasses(space, u, (_, i) => best[i]);
}

/** argmin ½MMD²(w, π) + MMD²(w, w_k)/2η on the atoms at hand, with w ≥ 0. */
export const mmdStep: Proximal = {
  name: "mmd",
  check: system => (mmdPart(system) ? [] : ["needs (spherical) `mmd` and ½MMD² of the same kernel"]),
  stepper: (system, tau) => {
    const part = mmdPart(system) ?? refuse("needs (spherical) `mmd` and ½MMD² of the same kernel");
    const eta = tau * part.factor;
    return u => interior(system, part, eta, u) ?? constrained(system, part, eta, u);
  },
  extrapolate: geodesicIn(plainChart),
};
