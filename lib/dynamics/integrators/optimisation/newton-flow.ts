import { type Admission, admitted, refused } from "../../../arithmetic/admission.js";
import { pow } from "../../../arithmetic/functions.js";
import { fraction, positive } from "../../../arithmetic/range.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, dot, row, tabulate } from "../../../arithmetic/vectors.js";
import { solve } from "../../../numerics/dense.js";
import type { Potential } from "../../../systems/measures/cloud.js";
import { movingAtoms } from "../moving-atoms.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** When all ends, and the power r of |∇V| that then falls on a straight line. */
export interface Settling {
  readonly time: number;
  /** 0 < r ≤ 1. */
  readonly exponent: number;
}

/** A potential with second derivatives. */
type Twice = Potential & Required<Pick<Potential, "hessian">>;

/** V where particles fall in one that has second derivatives. */
function potentialOf(system: GradientSystem): Admission<Twice> {
  const { form } = system.energy;
  const V = form.type === "free-energy" && form.temperature === 0 ? form.potential : undefined;
  if (!movingAtoms(system) || !V)
    return refused("moves particles in a `potential` under `wasserstein`: take `explicit-euler` or `implicit-euler`");
  return V.hessian
    ? admitted(V as Twice)
    : refused(
        "needs second derivatives of the potential: take one such as `quadratic`, `rosenbrock` or `log-likelihood`",
      );
}

/** r, 0 < r ≤ 1 */
const exponentOf = (r: number): number =>
  r === 1 ? r : fraction("the exponent of a settling time", positive("the exponent of a settling time", r));

const norm = (v: Vec): number => Math.sqrt(dot(v, v));

/** H⁻¹∇V at x */
const newtonDirection = ({ gradient, hessian }: Twice, x: Vec): Vec =>
  solve(hessian(x), gradient(x), x.length, "Newton's direction is undefined where det H = 0: start elsewhere");

/**
 * Euler steps of the Newton flow ẋ = -H(x)⁻¹∇V(x), along which ∇V(x_t) = e^{-t} ∇V(x_0); dt = 1 is Newton's method.
 * With a settling time T: ẋ = -|∇V(x_0)|^r/(rT) H⁻¹∇V/|∇V|^r, along which |∇V(x_t)|^r = |∇V(x_0)|^r (1 - t/T): it ends
 * at T from everywhere. No gradient flow of Wasserstein: no energy balance is claimed. Romero and Benosman, F-7.
 *
 * ```ts
 * const integrator = integrators.newtonFlow({ time: 1, exponent: 0.5 });
 * ```
 */
export function newtonFlow(settling?: Settling): Integrator {
  if (settling) {
    positive("the settling time", settling.time);
    exponentOf(settling.exponent);
  }
  return {
    name: "newton-flow",
    order: 0,
    inertial: true,
    lowers: "slope",
    admit: system => {
      const { prepared: V, reasons } = potentialOf(system);
      if (!V) return refused(...reasons);
      const { dim, moving } = system.space;
      return admitted((dt, _rng, _note, memory) => {
        const first = memory.cell<Vec | undefined>(undefined);
        const slopes = (u: Vec): Vec => tabulate(moving / dim, i => norm(V.gradient(row(u, i, dim))));
        /** |∇V(x_0)|^r/(rT) |∇V|^{-r}, or 1. */
        const speed = ({ time, exponent: r }: Settling, from: number, slope: number): number =>
          slope > 0 ? pow(from / slope, r) / (r * time) : 0;
        return u => {
          const now = slopes(u);
          const from = (first.value ??= now);
          const next = u.slice();
          now.forEach((slope, i) => {
            const x = row(u, i, dim);
            const part = settling ? speed(settling, from[i], slope) : 1;
            if (part * slope > 0) next.set(axpy(-dt * part, newtonDirection(V, x), x), i * dim);
          });
          return next;
        };
      });
    },
  };
}

export const newtonFlowWord: IntegratorWord = integratorWord({
  name: "newton-flow",
  description: "Euler steps of the Newton flow of a potential; with `settling` it ends at that time from every start.",
  equation: "x' = -H^-1 grad V, or -|grad V(x_0)|^r/(r T) H^-1 grad V/|grad V|^r",
  properties: {
    settling: {
      description: "The settling time T > 0; default: none.",
      optional: true,
      type: "number",
      exclusiveMinimum: 0,
    },
    exponent: {
      description: "r of a settling time, in (0, 1], without effect where there is none; default 1/2.",
      optional: true,
      type: "number",
      exclusiveMinimum: 0,
      maximum: 1,
    },
  },
  build: ({ settling: time, exponent: r = 0.5 }) => {
    const exponent = exponentOf(r);
    return newtonFlow(time === undefined ? undefined : { time, exponent });
  },
  on: () => newtonFlow(),
});
