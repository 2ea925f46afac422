import type { Vec } from "../../arithmetic/vec.js";
import { exp, pow, rootDifference, square } from "../../arithmetic/functions.js";
import { dot, maxAbs, scale } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { wasserstein } from "../../systems/geometries/named.js";
import { costMatrix, type Order } from "../../numerics/transport/cost.js";
import { type Coupling, densePlan, type Plan, sparsePlan } from "../../numerics/transport/coupling.js";
import { entropicTransport, sinkhornDivergence } from "../../numerics/transport/entropic.js";
import { optimalTransport } from "../../numerics/transport/exact.js";
import { type MonotonePiece, monotoneCost, monotonePieces } from "../../numerics/transport/monotone.js";
import { admissible, type PointCosts } from "../../numerics/transport/point-costs.js";
import { productNote } from "../../numerics/transport/blur.js";
import { largestCost } from "../../numerics/transport/sinkhorn-on-points.js";
import type { EntropicPotentials } from "../../numerics/transport/sinkhorn.js";
import { dynamicDistance } from "./dynamic.js";
import { entropicBias } from "./evidence.js";
import { bures2, gaussianOrder1 } from "./gaussians.js";
import { gaussianIn, lengthOf } from "./length.js";
import { rootOf as resolvedRoot, uncancelled } from "./resolution.js";
import { onLine, requireMasses, requireGaussian } from "./pairs.js";
import type { Distance, Dual, Method, MethodOf, MetricOf, Noted, Pair, Solver } from "./metric.js";

type By<K extends Method["name"]> = Solver<MetricOf<"wasserstein">, MethodOf<K>>;

/** ½ for p = 2, where duals are stated for ½W_2²; 1 for p = 1. */
const unit = (order: Order): number => 1 / order;
const rootOf = (cost: number, order: Order): number => (order === 2 ? Math.sqrt(Math.max(0, cost)) : cost);
const rootError = (cost: number, error: number, order: Order): number =>
  order === 2 ? (resolvedRoot(cost, error).resolution ?? 0) : error;

/** W_2 by Bures' formula in any dimension (G-1), W_1 on the line. */
export const wassersteinExact: By<"exact"> = (pair, { order }) => {
  requireGaussian(pair, "wasserstein");
  const { space, mu, nu } = pair;
  const length = lengthOf(pair);
  const scaled = (u: Vec): Vec => gaussianIn(length, u, space.dim);
  if (order === 2) {
    const { squared, terms } = bures2(scaled(mu), scaled(nu), space.dim);
    const { value, resolution = 0 } = uncancelled(squared, terms, () => undefined);
    return { value: length * value, resolution: length * resolution };
  }
  return space.dim === 1
    ? { value: gaussianOrder1(mu, nu) }
    : refuse("W_1 of Gaussians is known in closed form on the line only: take particles");
};

/** γ of the monotone rearrangement between the parts of the two states. */
function couplingOf(pieces: readonly MonotonePiece[]): Coupling {
  const of = (pick: (p: MonotonePiece) => number): Int32Array => Int32Array.from(pieces, pick);
  return { sources: of(p => p.source), targets: of(p => p.target), masses: Float64Array.from(pieces, p => p.mass) };
}

const planOf = ({ space, mu, nu }: Pair, coupling: Coupling): Plan =>
  sparsePlan(coupling, space.masses(mu).length, space.masses(nu).length);

/** ∫_0^1 |Q_0 - Q_1|^p du for normal laws in a unit of length: u = Φ(z), midpoint rule on |z| ≤ 8. */
function gaussianQuantiles({ mu, nu }: Pair, order: Order, nodes: number, length: number): number {
  const delta = (mu[0] - nu[0]) / length;
  const sigma = rootDifference(mu[1], nu[1]) / length;
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
  const length = lengthOf(pair);
  if (pair.space.support === "density")
    return pair.space.dim === 1
      ? { value: length * rootOf(gaussianQuantiles(pair, order, nodes, length), order) }
      : refuse("quantile functions are for measures on the line: take `exact`");
  const pieces = monotonePieces(...onLine(pair));
  return {
    value: length * rootOf(monotoneCost(pieces, order, length), order),
    plan: planOf(pair, couplingOf(pieces)),
  };
};

/** The numbers of the dual problem in the unit of the costs; left out, with a note, where they are no doubles. */
function dual(length: number, order: Order, of: Required<Dual>): Dual & Noted {
  if (length !== 1)
    return {
      notes: {
        certificate:
          "left out, since the squares of these coordinates are no doubles: " +
          `all was computed in the unit of length ${length.toPrecision(2)}`,
      },
    };
  const factor = unit(order);
  return {
    dualValue: factor * of.dualValue,
    gap: factor * of.gap,
    bias: factor * of.bias,
    potential: scale(factor, of.potential),
  };
}

/** The optimal plan between the atoms, with its potentials. */
export const wassersteinProgram: By<"linear-program" | "dual"> = (pair, { order }): Distance => {
  requireMasses(pair, "optimal transport");
  const { space, mu, nu } = pair;
  const length = lengthOf(pair);
  const x = scale(1 / length, space.nodes(mu));
  const y = scale(1 / length, space.nodes(nu));
  const plan = optimalTransport(space.masses(mu), space.masses(nu), costMatrix(x, y, space.dim, order));
  return {
    value: length * rootOf(plan.value, order),
    ...dual(length, order, {
      dualValue: plan.dualValue,
      gap: plan.value - plan.dualValue,
      bias: 0,
      potential: plan.source,
    }),
    plan: planOf(pair, plan.coupling),
  };
};

/** W from the potentials alone: a lower bound, equal to W by duality. */
export const wassersteinDual: By<"dual"> = (pair, metric, method) => {
  const { dualValue, ...rest } = wassersteinProgram(pair, metric, method);
  if (dualValue === undefined) return rest;
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
 * Why an entropic plan is not to be trusted; undefined where it is. Every distance with one has a linear program too.
 */
export function entropicFailure(
  { status, marginalError, resolution }: Pick<EntropicPotentials, "status" | "marginalError" | "resolution">,
  epsilon: number,
): string | undefined {
  if (status === "completed") return undefined;
  return resolution > 1e-3 * epsilon
    ? "epsilon is finer than doubles resolve at potentials this large: " +
        `take epsilon ≥ ${(1e3 * resolution).toPrecision(2)}, or \`linear-program\``
    : `the plan misses its marginal by ${marginalError}: take a larger epsilon, or \`linear-program\``;
}

/** Relative error of the potentials at which sweeps end. */
const SWEEPS = 1e-8;

/**
 * The cost of the entropic plan, or the debiased divergence; the gap is to the unregularised dual at its potentials.
 */
export const wassersteinSinkhorn: By<"sinkhorn"> = (pair, { order }, { epsilon, debiased = false }) => {
  requireMasses(pair, "sinkhorn");
  const { space, mu, nu } = pair;
  const a = space.masses(mu);
  const b = space.masses(nu);
  const length = lengthOf(pair);
  const options = { epsilon: epsilon / pow(length, order) };
  const points = (u: Vec): Vec => scale(1 / length, space.nodes(u));
  const between = (u: Vec, v: Vec): PointCosts => ({ x: points(u), y: points(v), dim: space.dim, order });
  const ab = between(mu, nu);
  const s = entropicTransport(a, b, ab, options);
  const bound = lowerBound(a, b, ab, s);
  const divergence = debiased
    ? sinkhornDivergence(a, b, { ab, aa: between(mu, mu), bb: between(nu, nu) }, options)
    : undefined;
  const failure = entropicFailure(divergence ?? s, options.epsilon);
  const blur = productNote(
    epsilon,
    pow(length, order) * largestCost(ab),
    [pow(length, order) * bound.value, pow(length, order) * s.cost],
    debiased,
  );
  const certificate = dual(length, order, {
    dualValue: bound.value,
    gap: s.cost - bound.value,
    bias: entropicBias(a, b, options.epsilon),
    potential: bound.potential,
  });
  const error = divergence && SWEEPS * (maxAbs(s.source) + epsilon);
  return {
    value: length * rootOf(divergence?.value ?? s.cost, order),
    ...(error && { resolution: length * rootError(divergence.value, error, order) }),
    ...certificate,
    ...((certificate.notes ?? blur.notes) && { notes: { ...certificate.notes, ...blur.notes } }),
    ...(s.plan && { plan: densePlan(s.plan, a.length) }),
    ...(failure !== undefined && { failure }),
  };
};

/** Shooting in the space of Gaussians or of labelled particles (i goes to i). */
export const wassersteinDynamic: By<"dynamic"> = (pair, { order }, { steps }) => {
  if (order === 1) refuse("W_1 has no Riemannian action: take `linear-program` or `quantiles`");
  if (pair.space.support === "nodes")
    refuse("shooting on a grid breaks where the mass vanishes: take `quantiles` or `linear-program`");
  return dynamicDistance(pair, wasserstein, steps);
};
