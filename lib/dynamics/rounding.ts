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

/** How often a state is moved: values of O(1) that cancel are multiples of 1e-16, and one shake may find the same. */
const SHAKES = 8;

/** u moved by some rounding: normal laws as a whole, points and masses up and down in turns; what is 0 stays 0. */
function shaken(space: Space, u: Vec, part: number): Vec {
  if (space.support === "density") return scale(1 + part, u);
  const v = u.slice();
  for (const [from, to] of kindsOf(space)) {
    const by = part * maxAbs(u.subarray(from, to));
    for (let i = from; i < to; i++)
      v[i] += Math.sign(by) * Math.min(Math.abs(by), Math.abs(u[i]) / 2) * (i % 2 === 0 ? 1 : -1);
  }
  return v;
}

/** How far a value moves from u to states that are u but for rounding, beside its own rounding. */
export function roundingAmong(value: (u: Vec) => number, u: Vec, near: (part: number) => Vec): number {
  const at = (v: Vec): number => attempt(() => value(v)).value ?? NaN;
  const before = at(u);
  if (!Number.isFinite(before)) return 0;
  const parts = Array.from({ length: SHAKES }, (_, k) => (k % 2 === 0 ? ROUNDING : -ROUNDING) / (1 + k));
  const moved = parts.map(part => Math.abs(at(near(part)) - before)).filter(Number.isFinite);
  return Math.max(0, ...moved) + ROUNDING * Math.abs(before);
}

/** How far the value of a state moves where that moves by rounding. */
export const roundingOf = (space: Space, value: (u: Vec) => number, u: Vec): number =>
  roundingAmong(value, u, part => shaken(space, u, part));
