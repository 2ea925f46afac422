import type { Kernel } from "../types.js";
import { radial } from "./radial.js";
import { exp } from "../numerics/functions.js";

/** k(x, y) = exp(-|x-y| / ℓ); not differentiable on the diagonal: ∇k(x,x) := 0, mixedTrace = Infinity there. */
export function laplaceKernel(length: number): Kernel {
  const value = (s: number): number => exp(-Math.sqrt(s) / length);
  return radial(`laplace(${length})`, {
    value,
    first: s => -value(s) / (2 * length * Math.sqrt(s)),
    second: s => (value(s) * (1 / (length * s) + 1 / (s * Math.sqrt(s)))) / (4 * length),
  });
}
