import type { Space, Vec } from "../types.js";
import { computeDistance } from "./registry.js";
import type { Method, Metric, Pair } from "./types.js";

const STATIC: Method = { name: "static" };
const EXACT: Method = { name: "exact" };

const onNodes = ({ space }: Pair): Method => (space.kind === "gaussian" ? EXACT : STATIC);

const transported = ({ space }: Pair): Method => {
  if (space.kind === "gaussian") return EXACT;
  return space.dim === 1 ? { name: "quantiles", nodes: 1 } : { name: "linear-program" };
};

/** ε of 1e-3 squared lengths of the reaction, √(α/β): value and dual bracket HK to about 1 %. */
const entropic = (metric: Metric): Method =>
  metric.name === "hellinger-kantorovich" ? { name: "sinkhorn", epsilon: (4e-3 * metric.alpha) / metric.beta } : STATIC;

/** The most exact method that a space has for a metric. */
const METHODS: { readonly [M in Metric["name"]]: (pair: Pair, metric: Metric) => Method } = {
  tv: () => STATIC,
  hellinger: onNodes,
  "spherical-hellinger": onNodes,
  "fisher-rao-gaussian": ({ space }) => (space.dim === 1 ? EXACT : { name: "dynamic", steps: 64 }),
  wasserstein: transported,
  mmd: onNodes,
  "de-stein": onNodes,
  "kernel-hellinger": () => STATIC,
  "hellinger-kantorovich": (_pair, metric) => entropic(metric),
};

/** d(μ, ν), not squared, by the most exact method there is: for recording along a flow. */
export function distance(metric: Metric, space: Space, mu: Vec, nu: Vec): number {
  const pair = { space, mu, nu };
  const { value, failure } = computeDistance(pair, metric, METHODS[metric.name](pair, metric));
  return failure === undefined ? value : NaN;
}
