import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { gram, matvec } from "../../compute/index.js";
import { deStein, kernelHellinger, mmd } from "../../systems/geometries/named.js";
import { onsagerMatrix } from "../../systems/dissipation.js";
import { log, log1p } from "../../arithmetic/functions.js";
import { matrix } from "../../numerics/matrices.js";
import { solveSemidefinite } from "../../numerics/semidefinite.js";
import { dot, subtract, tabulate } from "../../arithmetic/vectors.js";
import { primalDissipation } from "../../systems/primal-dissipation.js";
import { refuse } from "../../arithmetic/refusal.js";
import { dynamicDistance } from "./dynamic.js";
import { mmdNorm } from "./mmd-norm.js";
import { difference, requireMasses, requireEqualMasses, requireNodes } from "./pairs.js";
import type { Distance, Method, MethodOf, MetricOf, Pair, Solver } from "./metric.js";

type Kernelised = MetricOf<"mmd" | "de-stein" | "kernel-hellinger">;
type Static = Solver<Kernelised, Method>;
type Dynamic = Solver<Kernelised, MethodOf<"dynamic">>;

const root = (squared: number): number => Math.sqrt(Math.max(0, squared));

/** Conditionally definite kernels see differences of total 0 only. */
function requireDefinite(pair: Pair, kernel: Kernel): void {
  if (kernel.definiteness === "conditional") requireEqualMasses(pair, `mmd with ${kernel.name}`);
}

/** sup_a <a, r> - ½ aᵀAa by a linear solve, with the gap to `half` = ½d². */
function quadraticDual(a: Vec, r: Vec, half: number, potential: (a: Vec) => Vec): Distance {
  const x = solveSemidefinite(a, r);
  const dualValue = dot(x, r) - 0.5 * dot(x, matvec(a, x));
  return { value: root(2 * dualValue), dualValue, gap: half - dualValue, potential: potential(x) };
}

/** MMD and its witness f = 𝒦(μ-ν), ½MMD² = ∫ f d(μ-ν) - ½‖f‖². */
export const mmdStatic: Static = (pair, { kernel }) => {
  requireMasses(pair, "mmd by `static`");
  requireDefinite(pair, kernel);
  return mmdNorm(kernel, difference(pair), pair.space.dim);
};

/**
 * K of a definite kernel. Of a conditional one k(x, y) - k(x, o) - k(o, y) + k(o, o) with o the first point, which is
 * definite, and the same where total masses are 0.
 */
function definiteGram(kernel: Kernel, points: Vec, dim: number): Vec {
  const k = gram(kernel, points, points, dim);
  if (kernel.definiteness === "definite") return k;
  const n = points.length / dim;
  return matrix(n, n, (i, j) => k[i * n + j] - k[i * n] - k[j] + k[0]);
}

/** sup_f ∫ f d(μ-ν) - ½‖f‖²_H over f = Σ a_i k(·, x_i), by solving K a = 𝒦(μ-ν). */
export const mmdDual: Static = (pair, { kernel }) => {
  requireMasses(pair, "mmd by `dual`");
  requireDefinite(pair, kernel);
  const nu = difference(pair);
  const { points, weights } = nu;
  const k = definiteGram(kernel, points, pair.space.dim);
  const { squared, resolution } = mmdNorm(kernel, nu, pair.space.dim);
  return { ...quadraticDual(k, matvec(k, weights), 0.5 * squared, a => matvec(k, a)), points, resolution };
};

export const mmdDynamic: Dynamic = (pair, { kernel }, { steps }) => {
  requireNodes(pair, "mmd by `dynamic`");
  return dynamicDistance(pair, mmd(kernel), steps);
};

/** De-Stein² = <ν-μ, 𝕂^{-1}(ν-μ)>; on intervals ∬ (F-G)(x) k(x, y) (F-G)(y) dx dy from the cumulated flux.. */
const deStein2 = ({ space, mu, nu }: Pair, kernel: Kernel): number =>
  2 * primalDissipation({ space, geometry: deStein(kernel) }, mu, subtract(nu, mu));

const requireEdges = (pair: Pair): void => {
  if (pair.space.support !== "nodes")
    refuse("de-stein compares masses on the nodes of a graph with edges: take a grid");
  requireEqualMasses(pair, "de-stein");
};

export const deSteinStatic: Static = (pair, { kernel }) => {
  requireEdges(pair);
  return { value: root(deStein2(pair, kernel)) };
};

/** sup_ζ ∫ ζ d(μ-ν) - ½‖∇ζ‖²_H by solving 𝕂ζ = μ - ν. */
export const deSteinDual: Static = (pair, { kernel }) => {
  requireEdges(pair);
  const { space, mu, nu } = pair;
  const operator = onsagerMatrix(space, deStein(kernel), mu);
  return quadraticDual(operator, subtract(mu, nu), 0.5 * deStein2(pair, kernel), zeta => zeta);
};

export const deSteinDynamic: Dynamic = (pair, { kernel }, { steps }) => {
  requireEdges(pair);
  return dynamicDistance(pair, deStein(kernel), steps);
};

/** log b/a, by the difference where they are near. */
const logQuotient = (b: number, a: number): number => (Math.abs(b - a) < 1e-8 * a ? log1p((b - a) / a) : log(b / a));

/** log ν/μ, infinite where only one of them vanishes. */
function logRatio(pair: Pair): Vec {
  requireNodes(pair, "kernel-hellinger");
  const a = pair.space.masses(pair.mu);
  const b = pair.space.masses(pair.nu);
  return tabulate(a.length, i => (a[i] === b[i] ? 0 : logQuotient(b[i], a[i])));
}

/**
 * d = ‖log ν/μ‖_H, rᵀK^{-1}r on the nodes; the dual of the same is attained by the conserved charge a =
 * K^{-1}r.
 */
export const kernelHellingerDual: Static = (pair, { kernel }) => {
  const r = logRatio(pair);
  const points = pair.space.nodes(pair.mu);
  if (!r.every(Number.isFinite)) return { value: Infinity };
  const k = gram(kernel, points, points, pair.space.dim);
  return quadraticDual(k, r, 0.5 * dot(r, solveSemidefinite(k, r)), a => a);
};

export const kernelHellingerStatic: Static = (pair, { kernel }) => {
  const r = logRatio(pair);
  const points = pair.space.nodes(pair.mu);
  if (!r.every(Number.isFinite)) return { value: Infinity };
  return { value: root(dot(r, solveSemidefinite(gram(kernel, points, points, pair.space.dim), r))) };
};

export const kernelHellingerDynamic: Dynamic = (pair, { kernel }, { steps }) => {
  requireNodes(pair, "kernel-hellinger");
  return dynamicDistance(pair, kernelHellinger(kernel), steps);
};
