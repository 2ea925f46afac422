import type { GradientSystem, Potential, Proximal, Vec } from "../types.js";
import { axpy, dot } from "../numerics/vectors.js";
import { solveTridiagonal } from "../numerics/tridiagonal.js";
import { refuse } from "../refusal.js";
import { expectPart, singlePart } from "./single-part.js";
import { log, square } from "../numerics/functions.js";

interface Problem {
  readonly V: Potential;
  readonly temperature: number;
  readonly tau: number;
  readonly old: Vec;
}

const second = (V: Potential, x: number): number => (V.second ? V.second(x) : refuse("the Newton step needs V''"));
const at = (x: number): Vec => Float64Array.of(x);

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
  const gradient = x.map((v, i) => V.gradient(at(v))[0] + (v - old[i]) / tau),
    diagonal = x.map(v => second(V, v) + 1 / tau);
  const off = new Float64Array(x.length - 1);
  for (let i = 0; i + 1 < x.length; i++) {
    const gap = x[i + 1] - x[i],
      slope = temperature / gap,
      curve = temperature / square(gap);
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
  const current = objective(problem, x), slack = 1e-13 * Math.abs(current);
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
    const direction = solveTridiagonal(diagonal, off, gradient), decrement = dot(direction, gradient);
    if (decrement < 1e-24 * x.length) break;
    x = lineSearch(problem, x, direction, decrement);
  }
  return x;
}

/** Wasserstein step of ∫V + θ entropy on the line, on sorted equal-weight quantile particles (B-5). */
export const wassersteinQuantile: Proximal = {
  name: "wasserstein-quantile",
  check: system => [...expectPart(system, ["transport"], "identity"), ...quantileProblems(system)],
  stepper: (system, tau) => u => {
    const { form } = system.energy,
      n = system.space.masses(u).length;
    if (form.type !== "free-energy") return refuse("needs potential + entropy");
    const x = newton({
      V: form.potential,
      temperature: form.temperature,
      tau: tau * singlePart(system).factor,
      old: u.slice(0, n),
    });
    const out = u.slice();
    out.set(x);
    return out;
  },
};

const quantileProblems = ({ space, energy }: GradientSystem): string[] => [
  ...(space.kind === "particles" && space.dim === 1 ? [] : ["needs particles on the line"]),
  ...(energy.form.type === "free-energy" ? [] : ["needs potential + entropy"]),
];
