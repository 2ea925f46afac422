/** What of a state and of its value is rounding, in their own units. */
import { attempt } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { maxAbs, scale } from "../arithmetic/vectors.js";
import type { Space } from "../systems/spaces/space.js";

/** Part of the largest number of a kind, and of F, that is rounding. */
export const ROUNDING = 1e-13;

/** The ranges of a state whose numbers have one unit: positions, masses, covariances. */
export function kindsOf({ size, moving, massRange }: Space): readonly (readonly [number, number])[] {
  const cuts = [...new Set([0, moving, ...massRange, size])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, k) => [cuts[k], to]);
}

/** u moved by rounding: normal laws as a whole, points and masses up and down in turns; what is 0 stays 0. */
function shaken(space: Space, u: Vec): Vec {
  if (space.support === "density") return scale(1 + ROUNDING, u);
  const v = u.slice();
  for (const [from, to] of kindsOf(space)) {
    const by = ROUNDING * maxAbs(u.subarray(from, to));
    for (let i = from; i < to; i++) v[i] += Math.min(by, Math.abs(u[i]) / 2) * (i % 2 === 0 ? 1 : -1);
  }
  return v;
}

/** How far a value moves from u to v, which is u but for rounding, beside its own rounding. */
export function roundingBetween(value: (u: Vec) => number, u: Vec, v: Vec): number {
  const [before, after] = [u, v].map(at => attempt(() => value(at)).value ?? NaN);
  const moved = Math.abs(after - before);
  return (Number.isFinite(moved) ? moved : 0) + (Number.isFinite(before) ? ROUNDING * Math.abs(before) : 0);
}

/** How far the value of a state moves where that moves by rounding. */
export const roundingOf = (space: Space, value: (u: Vec) => number, u: Vec): number =>
  roundingBetween(value, u, shaken(space, u));
