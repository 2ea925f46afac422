import type { RadialFamily } from "../../kernel-form.js";

/** k(z) = e^{-ρ} p(ρ), or p(ρ) itself, ρ = κ|z|, p of degree at most 2. */
export interface Rung {
  readonly kappa: number;
  readonly decay: "exponential" | "none";
  readonly coefficients: readonly [number, number, number];
  /** Value where z = 0. */
  readonly atZero: number;
  /** Even in z, or odd: then times sign(z). */
  readonly parity: 1 | -1;
}

/** A kernel on the line, its derivative k'(z) = ∂_1 k, and -k''(z) = ∂_1∂_2 k. */
export interface Ladder {
  readonly value: Rung;
  readonly gradient: Rung;
  readonly trace: Rung;
}

type Polynomial = readonly [number, number, number];

/** e^{-ρ} (a, b, c) has the derivative e^{-ρ} (b - a, 2c - b, -c). */
const differentiated = ([a, b, c]: Polynomial): Polynomial => [b - a, 2 * c - b, -c];
export const times = (factor: number, [a, b, c]: Polynomial): Polynomial => [factor * a, factor * b, factor * c];

/**
 * Value, derivative and second derivative of e^{-ρ} p(ρ); a kink on the diagonal counts 0 there, as in all sums over
 * pairs.
 */
function exponential(kappa: number, p: Polynomial): Ladder {
  const first = differentiated(p);
  const gradient = times(kappa, first);
  const trace = times(-kappa * kappa, differentiated(first));
  const decay = "exponential";
  const kink = first[0] !== 0;
  return {
    value: { kappa, decay, coefficients: p, atZero: p[0], parity: 1 },
    gradient: { kappa, decay, coefficients: gradient, atZero: 0, parity: -1 },
    trace: { kappa, decay, coefficients: trace, atZero: kink ? 0 : trace[0], parity: 1 },
  };
}

/** -|z| */
const energy: Ladder = {
  value: { kappa: 1, decay: "none", coefficients: [0, -1, 0], atZero: 0, parity: 1 },
  gradient: { kappa: 1, decay: "none", coefficients: [-1, 0, 0], atZero: 0, parity: -1 },
  trace: { kappa: 1, decay: "none", coefficients: [0, 0, 0], atZero: 0, parity: 1 },
};

const matern = (kappa: number, smoothness: 1.5 | 2.5): Ladder =>
  exponential(kappa, smoothness === 1.5 ? [1, 1, 0] : [1, 1, 1 / 3]);

/** The kernels on the line whose sums are exact after sorting; undefined for the others. */
export function ladderOf(family: RadialFamily): Ladder | undefined {
  if (family.name === "laplace") return exponential(1 / family.bandwidth, [1, 0, 0]);
  if (family.name === "matern") return matern(Math.sqrt(2 * family.smoothness) / family.bandwidth, family.smoothness);
  return family.name === "riesz" && family.exponent === 1 ? energy : undefined;
}
