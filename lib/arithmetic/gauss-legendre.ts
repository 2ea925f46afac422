import type { Vec } from "./vec.js";
import { cos } from "./functions.js";

/** P_n(x) and P_n'(x) by the recurrence of three terms, |x| < 1. */
function legendre(n: number, x: number): readonly [value: number, slope: number] {
  let before = 1;
  let value = x;
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return [value, (n * (x * value - before)) / (x * x - 1)];
}

/**
 * Newton's iteration from a guess that is closer to this root than to the others: five steps double the digits beyond
 * 53 bits.
 */
function rootNear(n: number, guess: number): number {
  let x = guess;
  for (let step = 0; step < 5; step++) {
    const [value, slope] = legendre(n, x);
    x -= value / slope;
  }
  return x;
}

/** n nodes x in (-1, 1) and weights w with Σ w f(x) = ∫_{-1}^1 f for polynomials of degree below 2n, n ≥ 2. */
export function gaussLegendre(n: number): { readonly nodes: Vec; readonly weights: Vec } {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = rootNear(n, -cos((Math.PI * (i + 0.75)) / (n + 0.5)));
    const [, slope] = legendre(n, x);
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
