import { hellinger } from "../../systems/geometries/named.js";
import { refuse } from "../../arithmetic/refusal.js";
import { dynamicDistance } from "./dynamic.js";
import { fisherRao } from "./gaussians.js";
import { requireGaussian } from "./pairs.js";
import type { Method, MethodOf, MetricOf, Solver } from "./metric.js";

type FisherRao = MetricOf<"fisher-rao-gaussian">;

/** The hyperbolic distance of normal laws on the line. */
export const fisherRaoExact: Solver<FisherRao, Method> = pair => {
  requireGaussian(pair, "fisher-rao-gaussian");
  if (pair.space.dim !== 1)
    refuse("the restricted Fisher-Rao distance is known in closed form on the line: take `dynamic`");
  return { value: fisherRao(pair.mu, pair.nu) };
};

/**
 * The length of the geodesic of normal laws that shooting finds: the Hellinger tensor on the family is the Fisher
 * information.
 */
export const fisherRaoDynamic: Solver<FisherRao, MethodOf<"dynamic">> = (pair, _metric, { steps }) => {
  requireGaussian(pair, "fisher-rao-gaussian");
  return dynamicDistance(pair, hellinger, steps);
};
