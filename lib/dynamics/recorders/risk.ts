import type { Table } from "../../systems/measures/data/table.js";
import { linearPredictor, logistic } from "../../systems/measures/posterior.js";
import { log } from "../../arithmetic/functions.js";
import { row } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { mean } from "./moments.js";
import { type Recorder, series } from "./recorder.js";

/**
 * Mean logistic loss of the posterior predictive on m test rows: -(1/m) Σ_j log p(y_j | x_j), p(y = 1 | x) = ∫ σ(z(θ,
 * x)) du(θ)/u(X) with z = θ·x, or θ₀ + θ'·x where θ has one entry more than x.
 *
 * ```ts
 * const record = [recorders.risk(data.iris())];
 * ```
 */
export function risk({ points, dim, labels }: Table): Recorder {
  const y = labels ?? refuse("risk needs test data with labels 0 and 1");
  const rows = Array.from(y, (_, j) => row(points, j, dim));
  return series("risk", ({ space }, { u }) => {
    const probability = (x: Float64Array): number => mean(space, u, theta => logistic(linearPredictor(theta, x)));
    return -rows.reduce((s, x, j) => s + log(y[j] === 1 ? probability(x) : 1 - probability(x)), 0) / rows.length;
  });
}
