import type { Kernel } from "../types.js";
import { radial } from "./radial.js";
import { exp } from "../numerics/functions.js";

/** k(x, y) = exp(-|x-y|² / 2ℓ²) */
export function gaussianKernel(length: number): Kernel {
  const a = 1 / (2 * length * length),
    value = (s: number): number => exp(-a * s);
  return radial(`gaussian(${length})`, { value, first: s => -a * value(s), second: s => a * a * value(s) });
}
