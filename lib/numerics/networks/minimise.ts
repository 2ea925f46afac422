import { concat, axpy } from "../../arithmetic/vectors.js";
import { positive, whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Adam, adamSteps, type Moments, noMoments } from "../adam.js";
import { constant, type Expression } from "./expression.js";
import { gradients } from "./gradients.js";

/** How a loss is minimised. */
export interface Minimisation extends Adam {
  readonly steps: number;
  /** The length of a step. */
  readonly rate: number;
  /** Where an earlier minimisation ended, to go on from there; default: no moments yet. */
  readonly moments?: Moments;
}

/** Where a minimisation ended. */
export interface Minimised {
  readonly parameters: readonly Expression[];
  readonly moments: Moments;
  /** The loss before every step. */
  readonly losses: Vec;
}

/** All numbers of some matrices, one after the other. */
const flat = (parameters: readonly Expression[]): Vec => concat(...parameters.map(({ values }) => values));

/** Numbers in the shapes of some matrices. */
function shaped(values: Vec, like: readonly Expression[]): readonly Expression[] {
  let end = 0;
  return like.map(({ rows, columns }) => constant(values.subarray(end, (end += rows * columns)), columns));
}

/**
 * Steps of Adam down a loss, which may be another one in every step k (noise that is drawn anew): a 1 × 1 expression of
 * the parameters. Refused as soon as it is no finite number.
 *
 * ```ts
 * const network = networks.dense([1, 8, 1], "tanh");
 * const x = networks.constant(normals(stream(1, "x"), 50), 1);
 * const loss = (parameters: readonly networks.Expression[]) => {
 *   const error = networks.minus(network.apply(parameters, x), networks.times(x, x));
 *   return networks.mean(networks.times(error, error));
 * };
 * const { parameters } = networks.minimise(loss, network.start(stream(1, "start")), { steps: 100, rate: 0.01 });
 * ```
 */
export function minimise(
  loss: (parameters: readonly Expression[], k: number) => Expression,
  start: readonly Expression[],
  { steps, rate, moments: before, ...adam }: Minimisation,
): Minimised {
  whole("the number of steps", steps, 0);
  positive("the length of a step", rate);
  const step = adamSteps(adam);
  const losses = new Float64Array(steps);
  let parameters = start;
  let moments = before ?? noMoments(flat(start).length);
  for (let k = 0; k < steps; k++) {
    const value = loss(parameters, k);
    losses[k] = value.values[0];
    if (!Number.isFinite(losses[k])) refuse(`the loss of step ${k + 1} is ${losses[k]}: take a smaller step length`);
    const next = step(moments, flat(gradients(value, parameters)));
    parameters = shaped(axpy(-rate, next.direction, flat(parameters)), start);
    moments = next.moments;
  }
  return { parameters, moments, losses };
}
