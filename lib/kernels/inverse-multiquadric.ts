import type { Kernel } from "../types.js";
import { radial } from "./radial.js";
import { pow } from "../numerics/functions.js";

/** k(x, y) = (1 + |x-y|² / ℓ²)^{-1/2} */
export function imqKernel(length: number): Kernel {
  const a = 1 / (length * length),
    base = (s: number): number => 1 + a * s;
  return radial(`imq(${length})`, {
    value: s => pow(base(s), -0.5),
    first: s => -0.5 * a * pow(base(s), -1.5),
    second: s => 0.75 * a * a * pow(base(s), -2.5),
  });
}
