import type { DistanceRun, Method, Metric, Recorder } from "../language/types.generated.js";

/** Two measures of n and m points of R^d, or two Gaussians. */
export interface Sizes {
  readonly n: number;
  readonly m: number;
  readonly d: number;
  readonly gaussian: boolean;
}

/** Most of the numbers that a method keeps at one time, beside the two measures. */
type Numbers = (sizes: Sizes, metric: Metric, method: Method) => number;

/** Costs that entropic transport keeps; more of them are made on the fly, a block of 8 MB at a time. */
const KEPT = 1 << 25;
const BLOCK = 1 << 20;

/** Gram matrix, its scaled copy, the columns of its factor, and one more while it is made. */
const GRAM = 4;
/** Costs, reduced costs, and each once more in WebAssembly. */
const PROGRAM = 4;
/** Costs twice (once in WebAssembly), the plan there and here, and squared distances or a scaled plan. */
const ENTROPIC = 6;

/** The same for the dual of de-stein, whose matrix of gradients lives beside the solver of its edges. */
const GRADIENTS = 7;

const gradientsOf: Numbers = ({ n }) => GRADIENTS * n * n;
const gramOf: Numbers = ({ n }) => GRAM * n * n;
const gramOfBoth: Numbers = ({ n, m }) => GRAM * (n + m) * (n + m);
const program: Numbers = ({ n, m }) => PROGRAM * n * m;

/** Entropic transport of so many pairs at a time. */
const ofCosts = (...pairs: readonly number[]): number => ENTROPIC * Math.max(...pairs) + 8 * BLOCK;

/** Costs of points are made on the fly where they are too many to be kept. */
const ofPoints = (...pairs: readonly number[]): number => ofCosts(...pairs.map(p => (p > KEPT ? 0 : p)));

/** A Sinkhorn divergence: three problems of points, one after the other. */
export const sinkhornNumbers = ({ n, m }: Pick<Sizes, "n" | "m">): number => ofPoints(n * m, n * n, m * m);

const entropic: Numbers = ({ n, m }, { name }, method) => {
  if (name !== "wasserstein") return ofCosts(n * m);
  return method.name === "sinkhorn" && method.debiased === true ? sinkhornNumbers({ n, m }) : ofPoints(n * m);
};

/** The normal equations of Newton's method with their factor, and the curve with its covectors at all steps. */
export function shootingNumbers({ n, d, gaussian }: Sizes, steps: number): number {
  const size = gaussian ? d + d * d : n * (d + 1);
  return 5 * size * size + 4 * (steps + 1) * size;
}

const shooting: Numbers = (sizes, _metric, method) =>
  shootingNumbers(sizes, method.name === "dynamic" ? method.steps : 0);

/** A two-sample test keeps the Gram matrix of the pooled points. */
const relabelled: Numbers = (sizes, metric, method) =>
  method.name === "samples" && method.permutations !== undefined ? gramOfBoth(sizes, metric, method) : 0;

/** Formulas of Gaussians are made of some d × d matrices. */
const formula: Numbers = ({ d }) => 16 * d * d;

/** By method, and by metric where that decides; what is not named keeps no pairs of points. */
const NUMBERS: { readonly [K in Method["name"]]: Numbers | { readonly [M in Metric["name"]]?: Numbers } } = {
  exact: formula,
  samples: relabelled,
  quantiles: {},
  static: { "de-stein": gramOf, "kernel-hellinger": gramOf },
  dual: { "de-stein": gradientsOf, "kernel-hellinger": gramOf, mmd: gramOfBoth, wasserstein: program },
  "linear-program": program,
  sinkhorn: entropic,
  dynamic: shooting,
};

function methodNumbers(sizes: Sizes, metric: Metric, method: Method): number {
  const numbers = NUMBERS[method.name];
  const own = typeof numbers === "function" ? numbers : numbers[metric.name];
  return own ? own(sizes, metric, method) : 0;
}

/**
 * Seconds for each pair of points that an exact plan takes on one core of 2025, measured from 750 to 3000 points in the
 * plane and in five dimensions; a plan says nothing while it is made.
 */
const SECONDS: { readonly [M in Metric["name"]]?: number } = {
  wasserstein: 2e-7,
  "unbalanced-wasserstein": 7e-7,
  "hellinger-kantorovich": 7e-7,
};

/** Seconds that an exact plan takes, within a factor of some 3; 0 for what is no plan. */
function planSeconds({ n, m, gaussian }: Sizes, { name }: Metric, method: Method): number {
  const isPlan = method.name === "linear-program" || (method.name === "dual" && name === "wasserstein");
  return isPlan && !gaussian ? n * m * (SECONDS[name] ?? 0) : 0;
}

/** The method that a recorder takes: the most exact one. */
function recorded({ d, gaussian }: Sizes, { name }: Metric): Method {
  if (name === "fisher-rao-gaussian") return { name: "dynamic", steps: 64 };
  if (gaussian) return { name: "exact" };
  if (name === "sliced-wasserstein") return { name: "quantiles", nodes: 1 };
  if (name === "wasserstein") return d === 1 ? { name: "quantiles", nodes: 1 } : { name: "linear-program" };
  return name === "hellinger-kantorovich" || name === "unbalanced-wasserstein"
    ? { name: "linear-program" }
    : { name: "static" };
}

/** A distance by its method, with the plan that is asked for. */
export const distanceNumbers = (sizes: Sizes, { metric, method, plan = false }: DistanceRun): number =>
  methodNumbers(sizes, metric, method) + (plan ? sizes.n * sizes.m : 0);

/** The largest of the distances that are recorded: one is computed after the other. */
export const recordNumbers = (sizes: Sizes, record: readonly Recorder[]): number =>
  record.reduce(
    (most, r) => Math.max(most, r.name === "distance" ? methodNumbers(sizes, r.metric, recorded(sizes, r.metric)) : 0),
    0,
  );

/** Seconds of a distance where it is an exact plan. */
export const distanceSeconds = (sizes: Sizes, { metric, method }: DistanceRun): number =>
  planSeconds(sizes, metric, method);

/** Seconds of the exact plans among the distances that are recorded at one time. */
export const recordSeconds = (sizes: Sizes, record: readonly Recorder[]): number =>
  record.reduce(
    (total, r) => total + (r.name === "distance" ? planSeconds(sizes, r.metric, recorded(sizes, r.metric)) : 0),
    0,
  );
