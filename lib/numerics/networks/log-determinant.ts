import { logarithm, reciprocal } from "./elementary.js";
import { type Expression, minus, plus, times } from "./expression.js";

/** A - a_{·1} a_{1·} / a_{11} without its first row and column. */
const eliminated = ([
  [pivot, ...right],
  ...below
]: readonly (readonly Expression[])[]): readonly (readonly Expression[])[] => {
  const inverse = reciprocal(pivot);
  return below.map(([left, ...rest]) => {
    const factor = times(left, inverse);
    return rest.map((entry, j) => minus(entry, times(factor, right[j])));
  });
};

/**
 * log det A of n matrices of positive pivots, such as positive definite ones, given by their entries [j][k], each a
 * column of n numbers: the sum of the logarithms of the pivots of elimination without exchange. NaN where one is
 * negative.
 *
 * ```ts
 * const one = networks.constant(Float64Array.of(1, 2), 1);
 * const zero = networks.scaled(0, one);
 * const values = networks.logDeterminant([[one, zero], [zero, one]]); // 0 and log 4
 * ```
 */
export function logDeterminant(a: readonly (readonly Expression[])[]): Expression {
  const first = logarithm(a[0][0]);
  return a.length === 1 ? first : plus(first, logDeterminant(eliminated(a)));
}
