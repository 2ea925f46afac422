/** Steps of a flow that has no energy balance, each against the same in smaller ones. */
import { exp } from "../arithmetic/functions.js";
import type { Vec } from "../arithmetic/vec.js";
import { subtract, sumAbs } from "../arithmetic/vectors.js";
import type { Space } from "../systems/spaces/space.js";
import { kindsOf } from "./rounding.js";
import type { Made } from "./steep-steps.js";

/** Records that are looked at, beside the last. */
const LONGEST = 8;

/** Part of a state by which the roots of implicit steps may be off. */
const SOLVED = 1e-6;

/** Part of the way up to which two halves agree with the whole, so that smaller ones do too. */
const AGREED = 0.25;

/** Steps instead of one that are as good as the flow: what a whole step throws away, they leave where it belongs. */
const FINE = 16;

/** |v - w|/|v - u| of an Euler step of ẋ = -λx from u to v where stability ends, λdt = 2; the flow goes to w. */
export const UNSTABLE: number = (1 + exp(-2)) / 2;

/** A step from u to v, and where it goes in that many equal parts. */
interface Whole {
  readonly u: Vec;
  readonly v: Vec;
  inParts(n: number): Vec | undefined;
}

/** The steps that follow on the records where most happens, and on the last one. */
function longest({ t, snapshots, dt, retake }: Made): readonly Whole[] {
  const last = snapshots.length - 1;
  const moved = snapshots.slice(1).map((u, k) => ({ k, by: sumAbs(subtract(u, snapshots[k])) }));
  const most = [...moved].sort((a, b) => b.by - a.by).slice(0, LONGEST);
  return [...most.map(({ k }) => k), last].flatMap(k => {
    const inParts = (n: number): Vec | undefined => retake(snapshots[k], t[k], Array<number>(n).fill(dt / n));
    const v = inParts(1);
    return v ? [{ u: snapshots[k], v, inParts }] : [];
  });
}

/** Where a whole step is better compared with: its halves or, where these differ from it, its sixteenths. */
function better({ u, v, inParts }: Whole): Vec {
  const halves = inParts(2) ?? v;
  const differs = sumAbs(subtract(v, halves)) > AGREED * sumAbs(subtract(v, u));
  return (differs ? inParts(FINE) : undefined) ?? halves;
}

/**
 * The largest part of its way by which a step misses what smaller ones reach: of those that follow on the records where
 * most happens, from u to v and in halves, or in sixteenths where these differ from the whole, to w, the largest
 * |v - w| as a part of the largest |v - u| in the sum norm; of masses and covariances, which have a natural 0, as a
 * part of their size where that is more. Of Euler steps of ẋ = -λx it is 1 - (1 - e^{-z})/z with z = λdt. Of a step
 * that throws particles to where no force is left two halves miss half as much as the whole, sixteenths a sixteenth.
 */
export function missedByWholeSteps(space: Space, flow: Made): number {
  const [first] = flow.snapshots;
  const steps = longest(flow).map(step => ({ ...step, w: better(step) }));
  return kindsOf(space).reduce((worst, [from, to]) => {
    const between = (a: Vec, b: Vec): number => sumAbs(subtract(a, b).subarray(from, to));
    const way = steps.reduce((most, { u, v }) => Math.max(most, between(u, v)), 0);
    const missed = steps.reduce((most, { v, w }) => Math.max(most, between(v, w)), 0);
    const size = sumAbs(first.subarray(from, to));
    const unit = from < space.moving ? way + SOLVED * size : Math.max(way, size);
    return Math.max(worst, missed / unit || 0);
  }, 0);
}
