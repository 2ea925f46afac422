import type { EnergyForm, GradientSystem, Kernel, Space, Vec } from "../types.js";
import { axpy, sum } from "../numerics/vectors.js";
import { exp } from "../numerics/functions.js";
import { mapMasses } from "../spaces/masses.js";
import { rate } from "../system.js";
import { onlyPart } from "../geometries/parts.js";
import { type ClosedForm, decayed, type Flow } from "./closed-form.js";

/** Kernels with the same name are the same function. */
export const sameKernel = (a: Kernel | undefined, b: Kernel): boolean => a === b || a?.name === b.name;

/** The masses of π if its atoms are the last nodes of the space (all of a graph, or the anchors of a cloud). */
function targetOnNodes(space: Space, u: Vec, form: EnergyForm & { type: "half-mmd2" }): Vec | undefined {
  if (!form.target) return undefined;
  const nodes = space.nodes(u), { points, weights } = form.target, from = nodes.length - points.length;
  if (from < 0 || !points.every((x, i) => x === nodes[from + i])) return undefined;
  const target = new Float64Array(nodes.length / space.dim);
  target.set(weights, target.length - weights.length);
  return target;
}

/**
 * w(t) = w* + e^{-βt}(w - w*) whatever the kernel; w* = π where π lives on the nodes, else the kernel quadrature weights K^{-1}b
 * (projected to fixed mass if spherical), which the rate -β(w - w*) itself knows.
 */
function flow(system: GradientSystem): Flow | undefined {
  const part = onlyPart(system.geometry, ["deposit", "growth"], "inverse"), { space, energy: { form } } = system;
  if (!part || form.type !== "half-mmd2" || !sameKernel(part.term.smoother.kernel, form.kernel)) return undefined;
  return (u, dt) => {
    const target = targetOnNodes(space, u, form), decay = exp(-part.factor * dt);
    const reachable = target && (!part.spherical || Math.abs(sum(target) - sum(space.masses(u))) <= 1e-14 * sum(target));
    if (reachable) return mapMasses(space, u, (m, i) => target[i] + decay * (m - target[i]));
    return axpy(decayed(part.factor, dt), rate(system, u), u);
  };
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
    const { form } = system.energy, part = onlyPart(system.geometry, ["deposit", "growth"], "inverse");
    if (!part || form.type !== "free-energy" || form.temperature !== 0) return undefined;
    return (u, dt) => axpy(dt, rate(system, u), u);
  },
};
