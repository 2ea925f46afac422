import { nonNegative, positive, whole } from "../../arithmetic/range.js";
import { activated, type Activation } from "./elementary.js";
import { constant, type Expression, plus, product, rowSums, scaled, times } from "./expression.js";
import { affine, type Network, normalMatrix, requireWidths } from "./network.js";
import { identity } from "../matrices.js";

/** The shape of an input-convex network. */
export interface Convex {
  /** d of the inputs in R^d. */
  readonly dimension: number;
  /** Units of the hidden layers. */
  readonly widths: readonly number[];
  /** Convex and rising, as all are but tanh: default softplus, which is smooth. */
  readonly activation?: Exclude<Activation, "tanh">;
  /** Units start with slopes N(0, slope²/d) and see features of the size 1/slope; default 1. */
  readonly slope?: number;
  /** Distance from 0 over which they bend at the start, thresholds N(0, (slope spread)²); default 0: all at 0. */
  readonly spread?: number;
}

/** W ⊙ W: weights that cannot be negative. */
const squared = (w: Expression): Expression => times(w, w);

/** z_K for the parameters A_1, b_1, A_2, b_2, W_1, A_3, b_3, W_2 … */
function hiddenUnits(parameters: readonly Expression[], x: Expression, activation: Activation): Expression {
  const [inputs, biases, ...later] = parameters;
  let z = activated(activation, affine(x, inputs, biases));
  for (let k = 0; k < later.length; k += 3) {
    const [direct, bias, weights] = later.slice(k, k + 3);
    z = activated(activation, plus(product(z, squared(weights)), affine(x, direct, bias)));
  }
  return z;
}

/** ½ |x L|² in every row. */
function quadratic(x: Expression, factor: Expression): Expression {
  const y = product(x, factor);
  return scaled(1 / 2, rowSums(times(y, y)));
}

/**
 * ψ: R^d -> R, convex in x whatever the parameters are (Amos, Xu and Kolter), n × d -> n × 1:
 *
 *     ψ(x) = ½|x L|² + x·a + z_K (w ⊙ w),  z_1 = σ(x A_1 + b_1),  z_{k+1} = σ(z_k (W_k ⊙ W_k) + x A_{k+1} + b_{k+1}).
 *
 * Hidden weights are squares, the input enters every layer, and L makes ψ strongly convex. It starts near the identity
 * map ∇ψ(x) = x: L = 1, a = 0, and outer weights w of size 0.1/√width.
 *
 * ```ts
 * const network = networks.convex({ dimension: 2, widths: [16, 16] });
 * const x = networks.constant(normals(stream(1, "points"), 200), 2);
 * const h = 0.1;
 * // the loss of a JKO step of KL to N(0, 1): E |x - T(x)|²/2h + |T(x)|²/2 - log det DT(x), T = ∇ψ
 * const loss = (parameters: readonly networks.Expression[]) => {
 *   const [map] = networks.gradients(network.apply(parameters, x), [x]);
 *   const move = networks.minus(x, map);
 *   const quadratics = networks.plus(
 *     networks.scaled(0.5 / h, networks.times(move, move)),
 *     networks.scaled(0.5, networks.times(map, map)),
 *   );
 *   const volume = networks.logDeterminant(networks.jacobian(map, x));
 *   return networks.mean(networks.minus(networks.rowSums(quadratics), volume));
 * };
 * const fitted = networks.minimise(loss, network.start(stream(1, "network")), { steps: 10, rate: 0.01 });
 * ```
 */
export function convex({ dimension, widths, activation = "softplus", slope = 1, spread = 0 }: Convex): Network {
  positive("the slope of a convex network", slope);
  nonNegative("the spread of a convex network", spread);
  whole("the dimension of a convex network", dimension, 1);
  requireWidths(widths);
  const last = widths.at(-1) ?? 0;
  return {
    start: random => [
      constant(identity(dimension), dimension),
      normalMatrix(random, dimension, 1, 0),
      ...(last > 0 ? [normalMatrix(random, last, 1, 0.1 / Math.sqrt(last))] : []),
      ...widths.flatMap((width, k) => [
        normalMatrix(random, dimension, width, slope / Math.sqrt(dimension)),
        normalMatrix(random, 1, width, slope * spread),
        ...(k > 0 ? [normalMatrix(random, widths[k - 1], width, 1 / Math.sqrt(widths[k - 1]))] : []),
      ]),
    ],
    apply: ([factor, drift, ...rest], x) => {
      const smooth = plus(quadratic(x, factor), product(x, drift));
      if (last === 0) return smooth;
      const [outer, ...hidden] = rest;
      return plus(smooth, product(hiddenUnits(hidden, x, activation), squared(outer)));
    },
  };
}
