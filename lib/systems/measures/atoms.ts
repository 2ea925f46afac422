import type { Vec } from "../../arithmetic/vec.js";
import type { Atoms } from "./measure.js";

/** Σ weights_i δ_{points_i}, points n × dim; without weights of mass 1/n each. */
export const atoms = (dim: number, points: Vec, weights: Vec = equalWeights(points.length / dim)): Atoms => ({
  kind: "atoms",
  dim,
  cloud: { points, weights },
});

/** 1/n, n times. */
export const equalWeights = (n: number): Vec => new Float64Array(n).fill(1 / n);
