import type { Rng } from "../../arithmetic/random.js";
import { tabulate } from "../../arithmetic/vectors.js";
import { whole } from "../../arithmetic/range.js";
import { activated, type Activation } from "./elementary.js";
import { constant, type Expression, plus, product, spread } from "./expression.js";

/** A function of points with parameters; what they are is the network's own affair. */
export interface Network {
  /** Random parameters to start from, the same for the same stream. */
  start(random: Rng): readonly Expression[];
  /** Values at points, one in a row: n × inputs -> n × outputs. */
  apply(parameters: readonly Expression[], x: Expression): Expression;
}

/** Normal numbers of a standard deviation. */
export const normalMatrix = (random: Rng, rows: number, columns: number, deviation: number): Expression =>
  constant(
    tabulate(rows * columns, () => deviation * random.normal()),
    columns,
  );

/** x W + b, with b in every row. */
export const affine = (x: Expression, weights: Expression, biases: Expression): Expression =>
  plus(product(x, weights), spread(biases, x.rows, weights.columns));

/** Widths of layers, refused where they are none. */
export const requireWidths = (widths: readonly number[]): void =>
  widths.forEach((width, k) => whole(`the width of layer ${k + 1}`, width, 1));

/**
 * A dense network x ↦ σ(… σ(x W₁ + b₁) …) W_L + b_L; `sizes` are its numbers of inputs, of units, and of outputs. It
 * starts from weights N(0, 1/inputs of the layer), biases N(0, 1) of hidden units, so that they bend in different
 * places, and biases 0 of the outputs.
 *
 * ```ts
 * const network = networks.dense([2, 32, 32, 2], "tanh");
 * const parameters = network.start(stream(1, "network"));
 * const points = networks.constant(normals(stream(1, "points"), 200), 2);
 * const values = network.apply(parameters, points).values; // 100 × 2
 * ```
 */
export function dense(sizes: readonly number[], activation: Activation): Network {
  requireWidths(sizes);
  const layers = sizes.length - 1;
  return {
    start: random =>
      Array.from({ length: layers }, (_, k) => [
        normalMatrix(random, sizes[k], sizes[k + 1], 1 / Math.sqrt(sizes[k])),
        normalMatrix(random, 1, sizes[k + 1], k < layers - 1 ? 1 : 0),
      ]).flat(),
    apply: (parameters, x) => {
      let z = x;
      for (let k = 0; k < layers; k++) {
        const sums = affine(z, parameters[2 * k], parameters[2 * k + 1]);
        z = k < layers - 1 ? activated(activation, sums) : sums;
      }
      return z;
    },
  };
}
