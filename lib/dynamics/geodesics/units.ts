import type { Vec } from "../../arithmetic/vec.js";
import { axpy, fill, maxAbs, subtract, tabulate } from "../../arithmetic/vectors.js";
import { type Kinetics, onsager } from "../../systems/system.js";
import { phaseSpace } from "./hamiltonian.js";

/** Units in which the coordinates of u weigh alike, so that a search is the same in millimetres and in kilometres. */
export interface Units {
  /** Of each coordinate of u; `distance` over it is the unit of its momentum. */
  readonly state: Vec;
  /** Of √<ξ, 𝕂ξ>. */
  readonly distance: number;
  /** What rounding of each coordinate is measured against. */
  readonly size: Vec;
}

/** x_k / y_k */
export const over = (x: Vec, y: Vec): Vec => tabulate(x.length, k => x[k] / y[k]);

/** max |x_k| over the coordinates of the same kind: those before `split`, and those from it on. */
function byKind(x: Vec, split: number): Vec {
  const first = maxAbs(x.subarray(0, split));
  const second = maxAbs(x.subarray(split));
  return tabulate(x.length, k => (k < split ? first : second));
}

/**
 * √𝕂(u0)_kk, the largest of each kind of coordinate (points and masses, m and Σ), and the largest coordinate of u1 - u0
 * in it. Where all coordinates are masses there is nothing to be weighed.
 */
export function unitsOf({ space, geometry }: Kinetics, u0: Vec, u1: Vec): Units {
  const { split, covector } = phaseSpace(space);
  const n = u0.length;
  const ends = byKind(u1, split);
  if (split === 0) return { state: fill(n, 1), distance: 1, size: ends };
  const unit = (k: number): Vec => tabulate(n, i => (i === k ? 1 : 0));
  const roots = tabulate(n, k => Math.sqrt(Math.abs(onsager(space, geometry, u0, covector(u0, unit(k)))[k])));
  const state = byKind(roots, split).map(s => s || 1);
  const distance = maxAbs(over(subtract(u1, u0), state)) || 1;
  return { state, distance, size: axpy(distance, state, ends) };
}
