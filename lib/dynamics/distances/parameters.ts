import { symmetricPart } from "../../numerics/matrices.js";
import { symmetricEigen } from "../../compute/index.js";
import type { Space } from "../../systems/spaces/space.js";
import { among } from "../../arithmetic/lookup.js";
import { oneOf, positive, whole } from "../../arithmetic/range.js";
import type { Vec } from "../../arithmetic/vec.js";
import { refuse } from "../../arithmetic/refusal.js";
import { maxAbs } from "../../arithmetic/vectors.js";
import type { Order } from "../../numerics/transport/cost.js";
import type { Method, MethodOf, Metric, MetricOf, Pair } from "./metric.js";

const orderOf = ({ order }: { readonly order: Order }): unknown => oneOf("order", order, [1, 2]);

type MetricGuards = { readonly [M in Metric["name"]]?: (metric: MetricOf<M>) => unknown };

/** What the numbers of a metric must be; the others have none. */
const METRICS: MetricGuards = {
  wasserstein: orderOf,
  "sliced-wasserstein": metric => {
    orderOf(metric);
    if (!(metric.directions.length > 0 && maxAbs(metric.directions) < Infinity))
      refuse("directions of slices are finite vectors, at least one");
  },
  "unbalanced-wasserstein": metric => [orderOf(metric), positive("weight", metric.weight)],
  "hellinger-kantorovich": ({ alpha, beta }) => [positive("alpha", alpha), positive("beta", beta)],
};

type MethodGuards = { readonly [K in Method["name"]]?: (method: MethodOf<K>) => unknown };

/** What the numbers of a method must be. */
const METHODS: MethodGuards = {
  dynamic: ({ steps }) => whole("steps", steps, 1),
  quantiles: ({ nodes }) => whole("nodes", nodes, 1),
  sinkhorn: ({ epsilon }) => positive("epsilon", epsilon),
  samples: ({ statistic, permutations = 1, seed = 1 }) => [
    among("the statistic of `samples`", statistic, ["u", "v"]),
    whole("permutations", permutations, 1, 100_000),
    whole("seed", seed, 0),
  ],
};

/** Refuses a metric or a method whose numbers are outside of their ranges. */
export function requireParameters(metric: Metric, method: Method): void {
  (METRICS[metric.name] as ((metric: Metric) => unknown) | undefined)?.(metric);
  (METHODS[method.name] as ((method: Method) => unknown) | undefined)?.(method);
}

/** Refuses what is no state of the space: particles may be any number, with d coordinates and a mass each. */
export function requireStates({ space, mu, nu }: Pair): void {
  const isState = ({ length }: Vec): boolean =>
    space.support === "atoms" ? length > 0 && length % (space.dim + 1) === 0 : length === space.size;
  const wrong = [mu, nu].find(u => !isState(u));
  if (wrong !== undefined)
    refuse(`an array of length ${wrong.length} is no state of ${space.name}, where states have length ${space.size}`);
}

/** Part of the largest entry of a covariance that is rounding. */
const ROUNDING = 1e-9;

/** Why these numbers are no state: one is none, or what stands for a covariance is none; "" if they are one. */
export function stateFault({ support, dim }: Space, u: Vec): string {
  const k = u.findIndex(v => !Number.isFinite(v));
  if (k >= 0) return `finite numbers are needed, and number ${k + 1} of a state is ${u[k]}`;
  if (support !== "density") return "";
  const covariance = u.subarray(dim);
  const rounding = ROUNDING * maxAbs(covariance);
  const skew = covariance.some((v, i) => Math.abs(v - covariance[(i % dim) * dim + Math.floor(i / dim)]) > rounding);
  if (skew) return "a covariance is symmetric, and that of a state is not";
  const [least] = symmetricEigen(symmetricPart(covariance, dim), dim).values;
  return least >= -rounding ? "" : `a covariance has no negative eigenvalue, and that of a state has ${least}`;
}
