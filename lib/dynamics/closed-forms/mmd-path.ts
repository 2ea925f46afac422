import { expm1 } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { axpy, sum } from "../../arithmetic/vectors.js";
import type { EnergyForm } from "../../systems/energies/energy.js";
import { onlyPart, type Part } from "../../systems/geometries/parts.js";
import { sameForm } from "../../systems/kernels/same-form.js";
import { mapMasses } from "../../systems/spaces/masses.js";
import type { Space } from "../../systems/spaces/space.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import type { ClosedForm, Flow } from "./closed-form.js";

/** The masses of π if its atoms are the last nodes of the space (all of a graph, or the anchors of a cloud). */
function targetOnNodes(space: Space, u: Vec, form: EnergyForm & { type: "half-mmd2" }): Vec | undefined {
  if (!form.target) return undefined;
  const nodes = space.nodes(u);
  const { points, weights } = form.target;
  const from = nodes.length - points.length;
  if (from < 0 || !points.every((x, i) => x === nodes[from + i])) return undefined;
  const target = new Float64Array(nodes.length / space.dim);
  target.set(weights, target.length - weights.length);
  return target;
}

/** The part of the geometry if this is the flow of ½MMD² in the MMD geometry of the same kernel. */
export function mmdPart({ geometry, energy: { form } }: GradientSystem): Part | undefined {
  const part = onlyPart(geometry, ["deposit", "growth"], "inverse");
  const kernel = part?.term.smoother.kernel;
  return kernel && form.type === "half-mmd2" && sameForm(kernel.form, form.kernel.form) ? part : undefined;
}

/**
 * w + portion (w* - w), w* the minimiser on the atoms at hand: π where it lives on them, else the kernel quadrature
 * weights K^{-1}b (projected to fixed mass if spherical), which the rate -β(w - w*) itself knows.
 */
export function relaxed(system: GradientSystem, { factor, spherical }: Part, u: Vec, portion: number): Vec {
  const {
    space,
    energy: { form },
  } = system;
  const target = form.type === "half-mmd2" ? targetOnNodes(space, u, form) : undefined;
  const reachable = target && (!spherical || Math.abs(sum(target) - sum(space.masses(u))) <= 1e-14 * sum(target));
  return reachable
    ? mapMasses(space, u, (m, i) => m + portion * (target[i] - m))
    : axpy(portion / factor, rate(system, u), u);
}

/** u̇ = -β(w - w*), whatever the kernel: w(t) = w* + e^{-βt}(w - w*). */
function flow(system: GradientSystem): Flow | undefined {
  const part = mmdPart(system);
  return part && ((u, dt) => (part.factor === 0 ? u : relaxed(system, part, u, -expm1(-part.factor * dt))));
}

export const mmdPath: ClosedForm = {
  source: "A-3.9(ii), C-2",
  admits: "(spherical) mmd with ½MMD² of the same kernel on finite sets, grids and fixed particles",
  flow,
};

/** A-3.9(i): ξ = V never changes, so u_t = u_0 - t 𝕂V. */
export const mmdLine: ClosedForm = {
  source: "A-3.9(i)",
  admits: "(spherical) mmd with a potential on finite sets, grids and fixed particles",
  flow: (system): Flow | undefined => {
    const { form } = system.energy;
    const part = onlyPart(system.geometry, ["deposit", "growth"], "inverse");
    if (!part || form.type !== "free-energy" || form.temperature !== 0) return undefined;
    return (u, dt) => axpy(dt, rate(system, u), u);
  },
};
