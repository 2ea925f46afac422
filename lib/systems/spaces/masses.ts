import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "./space.js";
import { sum } from "../../arithmetic/vectors.js";

/** The state with mass i replaced by f(mass, i); positions stay. */
export function mapMasses({ massRange: [a, b] }: Space, u: Vec, f: (mass: number, node: number) => number): Vec {
  const v = u.slice();
  for (let i = a; i < b; i++) v[i] = f(v[i], i - a);
  return v;
}

/** The state with its masses scaled to this total. */
export function withTotalMass(space: Space, u: Vec, total: number): Vec {
  const factor = total / sum(space.masses(u));
  return mapMasses(space, u, m => m * factor);
}
