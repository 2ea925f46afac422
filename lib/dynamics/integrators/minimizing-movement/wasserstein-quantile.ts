import { admitted, unmet } from "../../../arithmetic/admission.js";
import { log, square } from "../../../arithmetic/functions.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, dot, maxAbs } from "../../../arithmetic/vectors.js";
import { solveTridiagonal } from "../../../compute/index.js";
import { plainChart } from "../../../systems/geometries/charts.js";
import { onlyPart } from "../../../systems/geometries/parts.js";
import type { Potential } from "../../../systems/measures/cloud.js";
import type { StepFailure } from "../../integrator.js";
import { failed } from "../outcome.js";
import { geodesicIn } from "./extrapolate.js";
import { looksConvex, proximalPoint, secondDerivative, unitOf } from "./proximal-points.js";
import type { Proximal } from "./proximal.js";

interface Problem {
  readonly V: Potential;
  readonly temperature: number;
  readonly tau: number;
  readonly old: Vec;
}

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
  const gradient = x.map((v, i) => V.gradient(at(v))[0] + (v - old[i]) / tau);
  const diagonal = x.map(v => secondDerivative(V, v, unitOf(old)) + 1 / tau);
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

/** Whether a symmetric tridiagonal matrix is positive definite: all pivots are. */
function isDefinite(diagonal: Vec, off: Vec): boolean {
  let pivot = diagonal[0];
  for (let i = 1; i < diagonal.length && pivot > 0; i++) pivot = diagonal[i] - (off[i - 1] * off[i - 1]) / pivot;
  return pivot > 0;
}

/** H^{-1} g, with |V'' + 1/τ| in place of V'' + 1/τ where H is not positive definite, so that it is a way down. */
function newtonDirection(problem: Problem, x: Vec, { gradient, diagonal, off }: ReturnType<typeof derivatives>): Vec {
  if (isDefinite(diagonal, off)) return solveTridiagonal(diagonal, off, gradient);
  const convex = diagonal.map((value, i) => {
    const own = secondDerivative(problem.V, x[i], unitOf(problem.old)) + 1 / problem.tau;
    return value + Math.max(0, -2 * own) + (own === 0 ? 1 / problem.tau : 0);
  });
  return solveTridiagonal(convex, off, gradient);
}

/** Mean decrement below which corrections of Newton's method are rounding, of energies of order 1 or smaller ones. */
const ROOTS = 1e-24;

/** Damped Newton from a point in ascending order. */
function newton(problem: Problem, start: Vec): Vec {
  let x = start;
  const { old, tau } = problem;
  const smallest = ROOTS * Math.min(old.length, dot(old, old) / tau);
  for (let k = 0; k < 100; k++) {
    const slopes = derivatives(problem, x);
    const direction = newtonDirection(problem, x, slopes);
    const decrement = dot(direction, slopes.gradient);
    if (decrement < smallest) break;
    x = lineSearch(problem, x, direction, decrement);
  }
  return x;
}

/** A gradient below this fraction of its terms is 0. */
const STATIONARY = 1e-7;

/** Whether the gradient vanishes at x, measured by its terms, and the Hessian is positive definite. */
function isMinimiser(problem: Problem, x: Vec): boolean {
  const { gradient, diagonal, off } = derivatives(problem, x);
  const { V, tau, old } = problem;
  const size = x.map((v, i) => Math.abs(V.gradient(at(v))[0]) + (Math.abs(v) + Math.abs(old[i])) / tau);
  const terms = maxAbs(size) + off.reduce((m, c) => Math.max(m, Math.sqrt(Math.abs(c) * problem.temperature)), 0);
  return maxAbs(gradient) <= STATIONARY * terms && isDefinite(diagonal, off);
}

/** Quantiles of the proximal points of V alone, which keep their order: another start where V is not convex. */
function withoutEntropy({ V, tau, old }: Problem): Vec | undefined {
  const points = Array.from(old, x => proximalPoint(V, tau, x) ?? NaN);
  return points.every((v, i) => i === 0 || v > points[i - 1]) ? Float64Array.from(points) : undefined;
}

/**
 * The lower of the minimisers that are reached from the old points and, where V is not convex, from those of V alone.
 */
function minimise(problem: Problem): Vec | StepFailure {
  const { V, tau, old } = problem;
  const other = looksConvex(V, tau, old) ? undefined : withoutEntropy(problem);
  const found = [old, ...(other ? [other] : [])]
    .map(start => newton(problem, start))
    .filter(x => isMinimiser(problem, x))
    .sort((a, b) => objective(problem, a) - objective(problem, b));
  return found[0] ?? stuck;
}

const stuck: StepFailure = {
  status: "not-converged",
  reason: "no minimiser of F + d²/2τ was found near the quantiles; take more steps",
};

/** Quantile particles: ascending, of equal weight. */
function expectQuantiles(x: Vec, weights: Vec): void {
  if (x.some((v, i) => i > 0 && !(v > x[i - 1])))
    refuse('the quantile step needs particles in ascending order: take `placement`: "quantiles"');
  if (weights.some(w => w !== weights[0])) refuse("the quantile step needs particles of equal weight");
}

/** The moved points of a cloud, each by its own scalar problem. */
function separately(V: Potential, tau: number, old: Vec): Vec | StepFailure {
  const points = Float64Array.from(old, x => proximalPoint(V, tau, x) ?? NaN);
  return points.every(Number.isFinite) ? points : stuck;
}

/**
 * Wasserstein step of ∫V + θ entropy on the line (B-5). With entropy on sorted equal-weight quantile particles, log u
 * by the gaps between them; without, every particle by itself.
 */
export const wassersteinQuantile: Proximal = {
  name: "wasserstein-quantile",
  admit: ({ geometry, space, energy: { form } }) => {
    const part = onlyPart(geometry, ["transport"], "identity");
    const line = space.support === "atoms" && space.dim === 1 && space.codim === space.size;
    if (!part || !line || form.type !== "free-energy")
      return unmet(
        [part, "needs `wasserstein`"],
        [line, "needs particles on the line, without anchors"],
        [form.type === "free-energy", "needs potential + entropy"],
      );
    const { potential: V, temperature } = form;
    return admitted({
      step: factorless => u => {
        const tau = factorless * part.factor;
        const old = space.nodes(u);
        if (temperature !== 0) expectQuantiles(old, space.masses(u));
        const x = temperature === 0 ? separately(V, tau, old) : minimise({ V, temperature, tau, old });
        return failed(x) ? x : withPoints(u, x);
      },
      squaredDistance: (u, v) => space.masses(u).reduce((s, w, i) => s + w * square(v[i] - u[i]), 0) / part.factor,
      extrapolate: geodesicIn(space, plainChart),
    });
  },
};

function withPoints(u: Vec, x: Vec): Vec {
  const out = u.slice();
  out.set(x);
  return out;
}
