import { log } from "../numerics/functions.js";
/** Density on an edge from the densities a, b at its ends; `jump` = ξ_b - ξ_a, the flux runs along -jump. */
export type Mobility = (a: number, b: number, jump: number) => number;

/** (a-b)/(log a - log b): makes mobility · (log b - log a) = b - a, the discrete chain rule of KL. */
export const logMean: Mobility = (a, b) => {
  if (a <= 0 || b <= 0) return 0;
  const x = (a - b) / (a + b);
  return Math.abs(x) < 1e-4 ? 0.5 * (a + b) * (1 - (x * x) / 3) : (a - b) / log(a / b);
};
export const arithmeticMean: Mobility = (a, b) => 0.5 * (a + b);
/** Donor cell. Depends on the force: R* stays convex and 2-homogeneous, but 𝕂 is no longer linear. */
export const upwind: Mobility = (a, b, jump) => (jump < 0 ? a : b);
