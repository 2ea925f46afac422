import { admitted, refused } from "../../../arithmetic/admission.js";
import { isRefusal, refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, dot, subtract, sum, tabulate } from "../../../arithmetic/vectors.js";
import { gram, kernelSum, matvec } from "../../../compute/index.js";
import { activeSet, optimalityGap, type QuadraticProgram } from "../../../numerics/active-set.js";
import { plainChart } from "../../../systems/geometries/charts.js";
import type { Part } from "../../../systems/geometries/parts.js";
import { mapMasses } from "../../../systems/spaces/masses.js";
import type { GradientSystem } from "../../../systems/system.js";
import { mmdPart, relaxed } from "../../closed-forms/mmd-path.js";
import type { Step, StepFailure } from "../../integrator.js";
import { geodesicIn } from "./extrapolate.js";
import type { Proximal } from "./proximal.js";

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
 * twelve digits is settled by closeness to w_k: + ½ε|w - w_k|².
 */
function programOf({ space, energy: { form } }: GradientSystem, part: Part, eta: number, u: Vec): QuadraticProgram {
  if (form.type !== "half-mmd2") return refuse("the MMD step is a quadratic program for ½MMD² only");
  const x = space.nodes(u);
  const w = space.masses(u);
  const n = w.length;
  const k = gram(form.kernel, x, x, space.dim);
  const epsilon = 1e-12 * k[0];
  const a = tabulate(n * n, ij => (1 + 1 / eta) * k[ij] + (ij % (n + 1) === 0 ? epsilon : 0));
  const b = axpy(epsilon, w, axpy(1 / eta, matvec(k, w), form.embedding.value(x)));
  const subject = {
    name: `the kernel matrix of the MMD step with ${form.kernel.name}`,
    part: form.kernel,
    advice: "particles coincide: take fewer, or a smaller bandwidth",
  };
  return { a, b, subject, ...(part.spherical ? { mass: sum(w) } : {}) };
}

/** The part of ½|wᵀAw| + |bᵀw| by which the minimum may be missed. */
const LARGEST_GAP = 1e-8;

const notMinimal = (gap: number): StepFailure => ({
  status: "not-converged",
  reason: `the quadratic program of the MMD step may be missed by ${gap}; take more steps or fewer particles`,
});

/** The minimiser under the sign constraint, or how far the best point may be from it. */
function constrained(system: GradientSystem, part: Part, eta: number, u: Vec): Vec | StepFailure {
  const program = programOf(system, part, eta, u);
  const best = activeSet(program, system.space.masses(u));
  const gap = optimalityGap(program, best);
  const size = 0.5 * dot(best, matvec(program.a, best)) + Math.abs(dot(program.b, best));
  return gap > LARGEST_GAP * size ? notMinimal(gap) : mapMasses(system.space, u, (_, i) => best[i]);
}

const stepOf =
  (system: GradientSystem, part: Part, eta: number): Step =>
  u =>
    interior(system, part, eta, u) ?? constrained(system, part, eta, u);

/** argmin ½MMD²(w, π) + MMD²(w, w_k)/2η on the atoms at hand, with w ≥ 0. */
export const mmdStep: Proximal = {
  name: "mmd",
  admit: system => {
    const { space } = system;
    const part = mmdPart(system);
    const kernel = part?.term.smoother.kernel;
    if (!part || !kernel) return refused("needs (spherical) `mmd` and ½MMD² of the same kernel");
    return admitted({
      step: tau => stepOf(system, part, tau * part.factor),
      squaredDistance: (u, v) => {
        const x = space.nodes(u);
        const moved = subtract(space.masses(v), space.masses(u));
        return dot(moved, kernelSum(kernel, x, x, space.dim, moved)) / part.factor;
      },
      extrapolate: geodesicIn(space, plainChart),
    });
  },
};
