import type { Vec } from "../../arithmetic/vec.js";
import { scale, sum } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { densePlan, marginals, sparsePlan } from "../../numerics/transport/coupling.js";
import { costMatrix, type Order } from "../../numerics/transport/cost.js";
import { divergence, relaxedBound } from "../../numerics/transport/relaxation.js";
import { relaxedTransport } from "../../numerics/transport/relaxed.js";
import { productNote } from "../../numerics/transport/blur.js";
import { coarsest, sinkhorn } from "../../numerics/transport/sinkhorn.js";
import { unitMass } from "../../numerics/transport/unbalanced.js";
import { entropicBias } from "./evidence.js";
import { requireSquares } from "./length.js";
import { requireMasses } from "./pairs.js";
import { rootOf } from "./resolution.js";
import { entropicFailure } from "./wasserstein.js";
import type { Distance, Method, MethodOf, MetricOf, Pair, Solver } from "./metric.js";

type By<K extends Method["name"]> = Solver<MetricOf<"unbalanced-wasserstein">, MethodOf<K>>;

/** ½ for p = 2, whose value is a root; 1 for p = 1. */
const unit = (order: Order): number => 1 / order;

/** Rounding of potentials, relative to ρ; of d², where it is squared, relative to ρ and the masses. */
const ROUNDING = 1e-16;

/** Costs, masses, and the value with its error. */
function problemOf(
  pair: Pair,
  { order }: MetricOf<"unbalanced-wasserstein">,
): { readonly a: Vec; readonly b: Vec; readonly cost: Vec } {
  requireMasses(pair, "unbalanced transport");
  requireSquares(pair, "unbalanced transport");
  const { space, mu, nu } = pair;
  const cost = costMatrix(space.nodes(mu), space.nodes(nu), space.dim, order);
  return { a: space.masses(mu), b: space.masses(nu), cost };
}

/** The value d of d^p = cost, with its resolution. */
const valueOf = (cost: number, error: number, order: Order): Pick<Distance, "value" | "resolution"> => {
  if (cost === 0) return { value: 0 };
  if (order === 1) return { value: cost, resolution: error };
  const { value, resolution = 0 } = rootOf(cost, error);
  return { value, resolution };
};

/** Exact: the optimal plan lives on a forest. */
export const unbalancedProgram: By<"linear-program"> = (pair, metric) => {
  const { order, weight } = metric;
  const { a, b, cost } = problemOf(pair, metric);
  const { value, dualValue, source, coupling } = relaxedTransport(a, b, cost, weight);
  return {
    ...valueOf(value, ROUNDING * ROUNDING * weight * (sum(a) + sum(b)), order),
    dualValue: unit(order) * dualValue,
    gap: unit(order) * (value - dualValue),
    bias: 0,
    potential: scale(unit(order), source),
    plan: sparsePlan(coupling, a.length, b.length),
  };
};

/** The value without entropy of the entropic plan: an upper bound, as its dual value is a lower one. */
export const unbalancedSinkhorn: By<"sinkhorn"> = (pair, metric, { epsilon, debiased = false }) => {
  if (debiased)
    refuse(
      "the debiased divergence is for `wasserstein`: " +
        "leave `debiased` out, value and dualValue bracket the cost already",
    );
  const { order, weight } = metric;
  const { a: mu, b: nu, cost } = problemOf(pair, metric);
  const mass = unitMass(mu, nu);
  const [a, b] = [scale(1 / mass, mu), scale(1 / mass, nu)];
  const entropic = sinkhorn(a, b, cost, { epsilon, relaxation: weight });
  const [rows, columns] = marginals(entropic.plan, a.length);
  const value = mass * (entropic.cost + weight * (divergence(rows, a) + divergence(columns, b)));
  const bound = relaxedBound(a, b, cost, entropic.source, weight);
  const failure = entropicFailure(entropic, epsilon);
  return {
    ...valueOf(value, 0, order),
    dualValue: unit(order) * mass * bound.value,
    gap: unit(order) * (value - mass * bound.value),
    bias: unit(order) * mass * entropicBias(a, b, epsilon),
    potential: scale(unit(order), bound.f),
    plan: densePlan(scale(mass, entropic.plan), a.length),
    ...productNote(epsilon, coarsest(cost, Infinity), [mass * bound.value, value]),
    ...(failure !== undefined && { failure }),
  };
};
