import { lookUp } from "../../arithmetic/lookup.js";
import { signFault, totalFault } from "../../systems/measures/preconditions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { fisherRaoDynamic, fisherRaoExact } from "./fisher-rao.js";
import {
  hellingerDual,
  hellingerDynamic,
  hellingerExact,
  hellingerStatic,
  sphericalExact,
  sphericalStatic,
  totalVariation,
} from "./hellinger.js";
import { hkDynamic, hkExact, hkProgram, hkSinkhorn } from "./hellinger-kantorovich.js";
import { deSteinExact, mmdExact } from "./kernel-gaussians.js";
import {
  deSteinDual,
  deSteinDynamic,
  deSteinStatic,
  kernelHellingerDual,
  kernelHellingerDynamic,
  kernelHellingerStatic,
  mmdDual,
  mmdDynamic,
  mmdStatic,
} from "./kernels.js";
import { mmdSamples } from "./samples.js";
import { slicedExact, slicedQuantiles } from "./sliced.js";
import { unbalancedProgram, unbalancedSinkhorn } from "./unbalanced.js";
import { requireParameters, requireStates, stateFault } from "./parameters.js";
import type { Distance, Method, MethodOf, Metric, MetricOf, Pair, Solver } from "./metric.js";
import {
  wassersteinDual,
  wassersteinDynamic,
  wassersteinExact,
  wassersteinProgram,
  wassersteinQuantiles,
  wassersteinSinkhorn,
} from "./wasserstein.js";

/** Every metric × method that is computed; the others are refused with this list. */
const SOLVERS: {
  readonly [M in Metric["name"]]: { readonly [K in Method["name"]]?: Solver<MetricOf<M>, MethodOf<K>> };
} = {
  tv: { static: totalVariation },
  hellinger: { exact: hellingerExact, static: hellingerStatic, dual: hellingerDual, dynamic: hellingerDynamic },
  "spherical-hellinger": { exact: sphericalExact, static: sphericalStatic, dynamic: hellingerDynamic },
  "fisher-rao-gaussian": { exact: fisherRaoExact, dynamic: fisherRaoDynamic },
  wasserstein: {
    exact: wassersteinExact,
    quantiles: wassersteinQuantiles,
    "linear-program": wassersteinProgram,
    dual: wassersteinDual,
    sinkhorn: wassersteinSinkhorn,
    dynamic: wassersteinDynamic,
  },
  "sliced-wasserstein": { exact: slicedExact, quantiles: slicedQuantiles },
  "unbalanced-wasserstein": { "linear-program": unbalancedProgram, sinkhorn: unbalancedSinkhorn },
  mmd: { exact: mmdExact, static: mmdStatic, dual: mmdDual, dynamic: mmdDynamic, samples: mmdSamples },
  "de-stein": { exact: deSteinExact, static: deSteinStatic, dual: deSteinDual, dynamic: deSteinDynamic },
  "kernel-hellinger": { static: kernelHellingerStatic, dual: kernelHellingerDual, dynamic: kernelHellingerDynamic },
  "hellinger-kantorovich": { exact: hkExact, "linear-program": hkProgram, sinkhorn: hkSinkhorn, dynamic: hkDynamic },
};

/** The methods that compute a metric. */
export const methodsOf = (metric: Metric["name"]): readonly Method["name"][] =>
  Object.keys(SOLVERS[metric]) as Method["name"][];

/** The metrics that are computed. */
export const METRICS: readonly Metric["name"][] = Object.keys(SOLVERS) as Metric["name"][];

/** Metrics that are norms of μ - ν, and so of signed masses too; the others are of measures. */
const SIGNED: readonly Metric["name"][] = ["tv", "mmd", "de-stein"];
/** Metrics between measures of one positive mass. */
const OF_MASS: readonly Metric["name"][] = ["wasserstein", "sliced-wasserstein", "spherical-hellinger"];

/** Why this metric does not compare these masses; "" if it does. */
export function measureFault({ space, mu, nu }: Pair, { name }: Metric): string {
  const unfit = [mu, nu].map(u => stateFault(space, u)).find(f => f !== "");
  if (unfit !== undefined) return `${name}: ${unfit}`;
  if (space.support === "density") return "";
  const faults = [mu, nu].map(u => {
    const masses = space.masses(u);
    return (SIGNED.includes(name) ? "" : signFault(masses)) || (OF_MASS.includes(name) ? totalFault(masses) : "");
  });
  const fault = faults.find(f => f !== "");
  return fault === undefined ? "" : `${name}: ${fault}`;
}

/** A way to compute d(μ, ν). Refused where the metric does not take these measures, or is not computed so. */
export function distanceSolver(pair: Pair, metric: Metric, method: Method): () => Distance {
  requireStates(pair);
  const methods: Readonly<Record<string, unknown>> = lookUp(SOLVERS, metric.name);
  const fault = measureFault(pair, metric);
  if (fault !== "") refuse(fault);
  requireParameters(metric, method);
  return Object.hasOwn(methods, method.name)
    ? () => (methods[method.name] as Solver<Metric, Method>)(pair, metric, method)
    : refuse(`${metric.name} is not computed by \`${method.name}\`: take ${methodsOf(metric.name).join(", ")}`);
}

/**
 * d(μ, ν) by one method. Refused where the metric does not take these measures, or is not computed so.
 *
 * ```ts
 * const space = spaces.gaussian(1);
 * const mu = Float64Array.of(0, 1); // [m | Σ]
 * const nu = Float64Array.of(3, 4);
 * const { value } = distances.computeDistance({ space, mu, nu }, { name: "wasserstein", order: 2 }, { name: "exact" });
 * ```
 */
export const computeDistance = (pair: Pair, metric: Metric, method: Method): Distance =>
  distanceSolver(pair, metric, method)();
