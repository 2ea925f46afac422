/** Steps of a flow that has no energy balance, each against the same in two halves. */
import type { Vec } from "../arithmetic/vec.js";
import { subtract, sumAbs } from "../arithmetic/vectors.js";
import type { Space } from "../systems/spaces/space.js";
import { kindsOf } from "./rounding.js";
import type { Made } from "./steep-steps.js";

/** Records that are looked at, beside the last. */
const LONGEST = 8;

/** Part of a state by which the roots of implicit steps may be off. */
const SOLVED = 1e-6;

/**
 * The steps that follow on the records where most happens, and on the last one, taken again in two halves: from a
 * record to v and to w, the largest |v - w| as a part of the longest way |u_k - u_0|, of positions, masses or
 * covariances, in the sum norm. Of Euler steps of ẋ = -λx, |v - w| is (λdt)²/4 of what is left: half of the way where
 * they cease to be stable, λdt = 2.
 */
export function missedByWholeSteps(space: Space, { t, snapshots, dt, retake }: Made): number {
  const last = snapshots.length - 1;
  const steps = snapshots.slice(1).map((u, k) => ({ k, by: sumAbs(subtract(u, snapshots[k])) }));
  const longest = [...steps].sort((a, b) => b.by - a.by).slice(0, LONGEST);
  const pairs = [...longest.map(({ k }) => k), last].flatMap(k => {
    const v = retake(snapshots[k], t[k], [dt]);
    const w = retake(snapshots[k], t[k], [dt / 2, dt / 2]);
    return v && w ? [[v, w] as const] : [];
  });
  const farthest = (list: readonly (readonly [Vec, Vec])[], [from, to]: readonly [number, number]): number =>
    list.reduce((most, [a, b]) => Math.max(most, sumAbs(subtract(a, b).subarray(from, to))), 0);
  return kindsOf(space).reduce((worst, kind) => {
    const way = farthest(
      snapshots.map(u => [u, snapshots[0]]),
      kind,
    );
    const size = farthest([[snapshots[0], snapshots[0].map(() => 0)]], kind);
    return Math.max(worst, farthest(pairs, kind) / (way + SOLVED * size) || 0);
  }, 0);
}
