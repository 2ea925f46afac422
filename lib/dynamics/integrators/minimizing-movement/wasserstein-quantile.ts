import type { Vec } from "../../../arithmetic/vec.js";
import type { Proximal } from "./proximal.js";
import type { Potential } from "../../../systems/measures/cloud.js";
import type { GradientSystem } from "../../../systems/system.js";
import { onlyPart, type Part } from "../../../systems/geometries/parts.js";
import { plainChart } from "../../../systems/geometries/charts.js";
import { log, square } from "../../../arithmetic/functions.js";
import { solveTridiagonal } from "../../../compute/index.js";
import { axpy, dot } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { geodesicIn } from "./extrapolate.js";

interface Problem {
  readonly V: Potential;
  readonly temperature: number;
  readonly tau: number;
  readonly old: Vec;
}

const at = (x: number): Vec => Float64Array.of(x);

/** V'', by a difference quotient of V' where it is not given. */
function second(V: Potential, x: number): number {
  if (V.second) return V.second(x);
  const h = 1e-5 * (1 + Math.abs(x));
  return (V.gradient(at(x + h))[0] - V.gradient(at(x - h))[0]) / (2 * h);
}

/** N·objective: Σ V(x_i) - θ Σ log(N (x_{i+1}-x_i)) + Σ (x_i - x_i^k)²/2τ; Infinity if the order is lost. */
function objective({ V, temperature, tau, old }: Problem, x: Vec): number {
  const n = x.length;
  return x.reduce((s, v, i) => {
    const gap = i + 1 < n ? x[i + 1] - v : 1 / n;
    return s + V.value(at(v)) - (gap > 0 ? temperature * log(n * gap) : -Infinity) + square(v - old[i]) / (2 * tau);
  }, 0);
}

/** Gradient and tridiagonal Hessian (diagonal, off-diagonal). */
function derivatives({ V, temperature, tau, old }: Problem, x: Vec): { gradient: Vec; diagonal: Vec; off: Vec } {
  const gradient = x.map((v, i) => V.gradient(at(v))[0] + (v - old[i]) / tau);
  const diagonal = x.map(v => second(V, v) + 1 / tau);
  const off = new Float64Array(x.length - 1);
  for (let i = 0; i + 1 < x.length; i++) {
    const gap = x[i + 1] - x[i];
    const slope = temperature / gap;
    const curve = temperature / square(gap);
    gradient[i] += slope;
    gradient[i + 1] -= slope;
    diagonal[i] += curve;
    diagonal[i + 1] += curve;
    off[i] = -curve;
  }
  return { gradient, diagonal, off };
}

/** Halves the step until the objective falls enough (which keeps the order). */
function lineSearch(problem: Problem, x: Vec, direction: Vec, decrement: number): Vec {
  const current = objective(problem, x);
  const slack = 1e-13 * Math.abs(current);
  for (let size = 1; size > 1e-12; size /= 2) {
    const y = axpy(-size, direction, x);
    if (objective(problem, y) <= current - 0.1 * size * decrement + slack) return y;
  }
  return x;
}

/** Damped Newton. */
function newton(problem: Problem): Vec {
  let x = problem.old;
  for (let k = 0; k < 100; k++) {
    const { gradient, diagonal, off } = derivatives(problem, x);
    const direction = solveTridiagonal(diagonal, off, gradient);
    const decrement = dot(direction, gradient);
    if (decrement < 1e-24 * x.length) break;
    x = lineSearch(problem, x, direction, decrement);
  }
  return x;
}

const partOf = ({ geometry }: GradientSystem): Part | undefined => onlyPart(geometry, ["transport"], "identity");

const check = (system: GradientSystem): string[] => [
  ...(partOf(system) ? [] : ["needs `wasserstein`"]),
  ...(system.space.kind === "particles" && system.space.dim === 1 ? [] : ["needs particles on the line"]),
  ...(system.energy.form.type === "free-energy" ? [] : ["needs potential + entropy"]),
];

/** Quantile particles: ascending, of equal weight. */
function expectQuantiles(x: Vec, weights: Vec): void {
  if (x.some((v, i) => i > 0 && !(v > x[i - 1])))
    refuse('the quantile step needs particles in ascending order: take `placement`: "quantiles"');
  if (weights.some(w => w !== weights[0])) refuse("the quantile step needs particles of equal weight");
}

/**
 * Wasserstein step of ∫V + θ entropy on the line, on sorted equal-weight quantile particles (B-5); log u by the gaps
 * between them.
 */
export const wassersteinQuantile: Proximal = {
  name: "wasserstein-quantile",
  check,
  stepper: (system, tau) => {
    const part = partOf(system);
    const {
      energy: { form },
      space,
    } = system;
    if (!part || form.type !== "free-energy") return refuse(check(system).join("; "));
    const { potential: V, temperature } = form;
    return u => {
      const old = space.nodes(u);
      expectQuantiles(old, space.masses(u));
      const out = u.slice();
      out.set(newton({ V, temperature, tau: tau * part.factor, old }));
      return out;
    };
  },
  extrapolate: geodesicIn(plainChart),
};
