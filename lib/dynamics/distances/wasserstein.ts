import type { Vec } from "../../arithmetic/vec.js";
import { exp, pow, square } from "../../arithmetic/functions.js";
import { dot, scale } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { wasserstein } from "../../systems/geometries/named.js";
import { costMatrix, type Order } from "../../numerics/transport/cost.js";
import { planMatrix } from "../../numerics/transport/coupling.js";
import { entropicTransport, sinkhornDivergence } from "../../numerics/transport/entropic.js";
import { optimalTransport } from "../../numerics/transport/exact.js";
import { type MonotonePiece, monotoneCost, monotonePieces } from "../../numerics/transport/monotone.js";
import { admissible, type PointCosts } from "../../numerics/transport/point-costs.js";
import type { EntropicPotentials } from "../../numerics/transport/sinkhorn.js";
import { dynamicDistance } from "./dynamic.js";
import { entropicBias } from "./evidence.js";
import { bures2, gaussianOrder1 } from "./gaussians.js";
import { onLine, requireAtoms, requireGaussian } from "./pairs.js";
import type { Distance, Method, MethodOf, MetricOf, Pair, Solver } from "./metric.js";

type By<K extends Method["name"]> = Solver<MetricOf<"wasserstein">, MethodOf<K>>;

/** ½ for p = 2, where duals are stated for ½W_2²; 1 for p = 1. */
const unit = (order: Order): number => 1 / order;
const rootOf = (cost: number, order: Order): number => (order === 2 ? Math.sqrt(Math.max(0, cost)) : cost);

/** W_2 by Bures' formula in any dimension (G-1), W_1 on the line. */
export const wassersteinExact: By<"exact"> = (pair, { order }) => {
  requireGaussian(pair, "wasserstein");
  const { space, mu, nu } = pair;
  if (order === 2) return { value: Math.sqrt(Math.max(0, bures2(mu, nu, space.dim))) };
  return space.dim === 1
    ? { value: gaussianOrder1(mu, nu) }
    : refuse("W_1 of Gaussians is known in closed form on the line only: take particles");
};

/** γ of the monotone rearrangement between the parts of the two states. */
function planOf(pieces: readonly MonotonePiece[], n: number, m: number): Vec {
  const of = (pick: (p: MonotonePiece) => number): Int32Array => Int32Array.from(pieces, pick);
  return planMatrix(
    { sources: of(p => p.source), targets: of(p => p.target), masses: Float64Array.from(pieces, p => p.mass) },
    n,
    m,
  );
}

/** ∫_0^1 |Q_0 - Q_1|^p du for normal laws: u = Φ(z), midpoint rule on |z| ≤ 8. */
function gaussianQuantiles({ mu, nu }: Pair, order: Order, nodes: number): number {
  const delta = mu[0] - nu[0];
  const sigma = Math.sqrt(mu[1]) - Math.sqrt(nu[1]);
  const h = 16 / nodes;
  const z = (k: number): number => -8 + (k + 0.5) * h;
  const term = (x: number): number => pow(Math.abs(delta + sigma * x), order) * exp(-0.5 * square(x));
  return (h / Math.sqrt(2 * Math.PI)) * Array.from({ length: nodes }, (_, k) => term(z(k))).reduce((s, v) => s + v, 0);
}

/**
 * From quantile functions on the line: exact for atoms and for piecewise constant densities, by quadrature for
 * Gaussians.
 */
export const wassersteinQuantiles: By<"quantiles"> = (pair, { order }, { nodes }) => {
  if (pair.space.kind === "gaussian")
    return pair.space.dim === 1
      ? { value: rootOf(gaussianQuantiles(pair, order, nodes), order) }
      : refuse("quantile functions are for measures on the line: take `exact`");
  const pieces = monotonePieces(...onLine(pair));
  const [n, m] = [pair.mu, pair.nu].map(u => pair.space.masses(u).length);
  return { value: rootOf(monotoneCost(pieces, order), order), plan: planOf(pieces, n, m) };
};

const costOf = ({ space, mu, nu }: Pair, order: Order): Vec =>
  costMatrix(space.nodes(mu), space.nodes(nu), space.dim, order);

/** The optimal plan between the atoms, with its potentials. */
export const wassersteinProgram: By<"linear-program" | "dual"> = (pair, { order }): Distance => {
  requireAtoms(pair, "optimal transport");
  const { space, mu, nu } = pair;
  const a = space.masses(mu);
  const b = space.masses(nu);
  const plan = optimalTransport(a, b, costOf(pair, order));
  const dualValue = unit(order) * plan.dualValue;
  return {
    value: rootOf(plan.value, order),
    dualValue,
    gap: unit(order) * plan.value - dualValue,
    potential: scale(unit(order), plan.source),
    plan: planMatrix(plan.coupling, a.length, b.length),
  };
};

/** W from the potentials alone: a lower bound, equal to W by duality. */
export const wassersteinDual: By<"dual"> = (pair, metric, method) => {
  const { dualValue = NaN, ...rest } = wassersteinProgram(pair, metric, method);
  return { ...rest, dualValue, value: rootOf(dualValue / unit(metric.order), metric.order) };
};

/** Σ a f + Σ b g after both are made as large as f + g ≤ C allows: a lower bound on the cost without entropy. */
function lowerBound(
  a: Vec,
  b: Vec,
  points: PointCosts,
  { source }: EntropicPotentials,
): { value: number; potential: Vec } {
  const { f, g } = admissible(points, source);
  return { value: dot(a, f) + dot(b, g), potential: f };
}

/**
 * The cost of the entropic plan, or the debiased divergence; the gap is to the unregularised dual at its potentials.
 */
export const wassersteinSinkhorn: By<"sinkhorn"> = (pair, { order }, { epsilon, debiased = false }) => {
  requireAtoms(pair, "sinkhorn");
  const { space, mu, nu } = pair;
  const a = space.masses(mu);
  const b = space.masses(nu);
  const options = { epsilon };
  const between = (u: Vec, v: Vec): PointCosts => ({ x: space.nodes(u), y: space.nodes(v), dim: space.dim, order });
  const ab = between(mu, nu);
  const s = entropicTransport(a, b, ab, options);
  const bound = lowerBound(a, b, ab, s);
  const dualValue = unit(order) * bound.value;
  const divergence = (): number => sinkhornDivergence(a, b, { ab, aa: between(mu, mu), bb: between(nu, nu) }, options);
  return {
    value: rootOf(debiased ? divergence() : s.cost, order),
    ...(s.plan ? { plan: s.plan } : {}),
    dualValue,
    gap: unit(order) * s.cost - dualValue,
    bias: unit(order) * entropicBias(a, b, epsilon),
    potential: scale(unit(order), bound.potential),
    ...(s.status === "completed"
      ? {}
      : { failure: `the plan misses its marginal by ${s.marginalError}: take a larger epsilon` }),
  };
};

/** Shooting in the space of Gaussians or of labelled particles (i goes to i). */
export const wassersteinDynamic: By<"dynamic"> = (pair, { order }, { steps }) => {
  if (order === 1) refuse("W_1 has no Riemannian action: take `linear-program` or `quantiles`");
  if (pair.space.kind === "graph")
    refuse("shooting on a grid breaks where the mass vanishes: take `quantiles` or `linear-program`");
  return dynamicDistance(pair, wasserstein, steps);
};
