import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { cancellation, type Sample, sampledError } from "./sample.js";
import type { Derivative, Pairs, Sum } from "./pairs.js";

/** Errors of this size, relative to the sum of absolute terms, are rounding: direct sums have them too. */
const ROUNDING = 1e-13;

/** What is asked of a fast sum: the error is relative to the largest value, the sample says which values are right. */
export interface Demand {
  readonly direct: Sum;
  readonly derivative: Derivative;
  readonly pairs: Pairs;
  readonly outputs: number;
  readonly tolerance: number;
  readonly sample: Sample;
}

/** The largest error at the sample, and the sum if that is good enough; NaN where there was none. */
export interface Outcome {
  readonly values?: Vec;
  readonly error: number;
}

/**
 * The largest 10^{-k/2} that is at most x, for x in [1e-16, 1]: few different errors are asked for, so that plans can
 * be kept.
 */
function halfDecade(x: number): number {
  let power = 1;
  while (power > x && power > 1e-16) power *= power * 0.31622776601683794 <= x ? 0.31622776601683794 : 0.1;
  return power;
}

/** An error below the tolerance, or one that is rounding of weights that cancel. */
const suffices = ({ tolerance }: Demand, error: number, kept: number): boolean =>
  error <= tolerance || error * kept <= ROUNDING;

/** Attempts before the tolerance counts as out of reach: the second asks for what the first has missed. */
const ATTEMPTS = 3;

/**
 * A sum whose error is verified: what cancels is asked for in addition, and once more where that was not enough.
 * `attempt` gives a sum with errors of about δ relative to the sum of absolute terms, or nothing.
 */
export function verified(demand: Demand, attempt: (delta: number) => Vec | undefined): Outcome {
  const { direct, derivative, pairs, outputs, tolerance, sample } = demand;
  const kept = cancellation(direct, derivative, pairs, sample);
  let delta = halfDecade(Math.max(1e-15, 4 * tolerance * kept));
  let error = NaN;
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    const values = attempt(delta);
    if (values === undefined) break;
    error = sampledError(sample, values, outputs);
    if (suffices(demand, error, kept)) return { values, error };
    delta = halfDecade(Math.max(1e-15, (0.25 * delta * tolerance) / error));
  }
  return { error };
}

/** Where a fast sum was asked for and cannot be had. */
export function refuseFast(kernel: string, tolerance: number, { error }: Outcome): never {
  const reason = Number.isNaN(error)
    ? "the kernel is too narrow for points so far apart"
    : `it reaches ${error.toExponential(1)}, as so much cancels or is rounded`;
  refuse(
    `fast summation of the ${kernel} kernel does not have an error of ${tolerance} here: ${reason}; ` +
      `take "summation": "direct", or a larger tolerance`,
  );
}
