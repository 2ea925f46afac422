import type { Kernel, Vec } from "../types.js";
import { square } from "../numerics/functions.js";

/** A function φ of the squared distance s with φ' and φ''. */
export interface Profile {
  value(s: number): number;
  first(s: number): number;
  second(s: number): number;
}

export const squaredDistance = (x: Vec, y: Vec): number => x.reduce((s, v, i) => s + square(v - y[i]), 0);

/** k(x, y) = φ(|x-y|²), ∇_x k = 2φ'(x-y), tr ∇_x∇_y k = -2dφ' - 4sφ''. */
export function radial(name: string, profile: Profile): Kernel {
  return {
    name,
    value: (x, y) => profile.value(squaredDistance(x, y)),
    gradient1: (x, y) => {
      const s = squaredDistance(x, y),
        a = s === 0 ? 0 : 2 * profile.first(s);
      return x.map((v, i) => a * (v - y[i]));
    },
    mixedTrace: (x, y) => {
      const s = squaredDistance(x, y);
      return -2 * x.length * profile.first(s) - (s === 0 ? 0 : 4 * s * profile.second(s));
    },
  };
}
