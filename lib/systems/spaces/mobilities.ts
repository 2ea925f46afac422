import { atanh, log } from "../../arithmetic/functions.js";

/** The density on an edge, from the densities a, b at its ends. */
export interface Mobility {
  readonly name: "log" | "arithmetic" | "upwind";
  /** Whether it is independent of the force, so that 𝕂 is linear. */
  readonly linear: boolean;
  /** `jump` = ξ_b - ξ_a; the flux of the flow, with ξ = DF, runs along -jump. */
  mean(a: number, b: number, jump: number): number;
}

/** Λ = (a-b)/(log a - log b) = ½(a+b) x/artanh x with x = (a-b)/(a+b); each form where it does not cancel. */
function logarithmic(a: number, b: number): number {
  if (a <= 0 || b <= 0) return 0;
  const x = (a - b) / (a + b);
  if (Math.abs(x) > 0.5) return (a - b) / log(a / b);
  return Math.abs(x) < 1e-8 ? 0.5 * (a + b) : (0.5 * (a + b) * x) / atanh(x);
}

/**
 * Makes mobility · (log b - log a) = b - a, the discrete chain rule of KL; 0 at the boundary of the cone.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 50, interval: [0, 1], mobility: spaces.logMean }); // the default
 * ```
 */
export const logMean: Mobility = { name: "log", linear: true, mean: logarithmic };
/**
 * (a + b)/2.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 50, interval: [0, 1], mobility: spaces.arithmeticMean });
 * ```
 */
export const arithmeticMean: Mobility = { name: "arithmetic", linear: true, mean: (a, b) => 0.5 * (a + b) };
/**
 * Donor cell. Depends on the force: R* stays convex and 2-homogeneous, but 𝕂 is no longer linear.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 50, interval: [0, 1], mobility: spaces.upwind });
 * ```
 */
export const upwind: Mobility = { name: "upwind", linear: false, mean: (a, b, jump) => (jump < 0 ? a : b) };
