import { attempt } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { subtract, sumAbs } from "../arithmetic/vectors.js";
import type { GradientSystem } from "../systems/system.js";
import type { Certificate } from "./certificate.js";
import type { Solution } from "./integrator.js";

/** A flow as it was made: its records, and how it goes on from any state. */
export type Made = Pick<Solution, "t" | "snapshots" | "dt" | "retake">;

/** Halvings of a step after which time no longer resolves it. */
const MOST = 52;

/** Steps dt/2^m, dt/2^m, dt/2^{m-1}, …, dt/2: together dt, and each as long as all before it. */
function doubling(dt: number, m: number): readonly number[] {
  const sizes = [dt / 2];
  while (sizes.length < m) sizes.push(sizes[sizes.length - 1] / 2);
  return [...sizes, sizes[m - 1]].reverse();
}

/**
 * The least m ≥ 1 for which the first of the doubling steps would lose at most half of the energy that the whole step
 * lost, 2R* dt/2^m ≤ ½ loss, if the rate 2R*(u, -DF) of its start went on.
 */
function halvings(promised: number, loss: number): number {
  let m = 1;
  for (let first = promised / 2; !(first <= loss / 2 && first < Infinity) && m < MOST; first /= 2) m++;
  return m;
}

/** A step from a recorded state, at the rate of whose start 2R*(u, -DF) dt of energy would be lost. */
interface First {
  readonly u: Vec;
  readonly t: number;
  readonly energy: number;
  readonly promised: number;
  /** The state after it, where that was recorded. */
  readonly next: Vec | undefined;
}

/**
 * |v - w|/|w - u| in the sum norm, where a steep step goes from u to v, and in steps that grow from as small as they
 * must be to w. Steep is a step that loses less than half of what its start promises: exact ones of the mode e^{-λt}
 * are for λdt > 0.8, explicit ones for λdt > 1, implicit ones for λdt > 0.62. No quadrature with nodes at its ends says
 * then how much it dissipates. Undefined where it is not steep.
 */
function missedBy(
  { energy }: GradientSystem,
  { dt, retake }: Made,
  { u, t, energy: F, promised, next }: First,
): number | undefined {
  const v = next ?? retake(u, t, [dt]);
  const after = v && attempt(() => energy.value(v)).value;
  if (after === undefined || !(promised > 2 * (F - after) || F === Infinity)) return undefined;
  const w = retake(u, t, doubling(dt, halvings(promised, F - after)));
  return w ? sumAbs(subtract(v!, w)) / sumAbs(subtract(w, u)) || 0 : 0;
}

/**
 * The largest part of its way by which the first step after a record misses what smaller steps of the same method
 * reach, over the steps that are steep and promise to lose at least `part` of all energy that the flow loses. What
 * follows on such a step is a flow of its own, with its own energy to lose.
 */
export function missedBySteepSteps(
  system: GradientSystem,
  flow: Made,
  { energy, dual }: Certificate["series"],
  { part, rounding }: { readonly part: number; readonly rounding: () => number },
): number {
  const { t, snapshots, dt } = flow;
  const last = snapshots.length - 1;
  let [begun, worst] = [energy.data[0], 0];
  for (let k = 0; k < last; k++) {
    const promised = 2 * dual.data[k] * dt;
    const steep = promised > part * (begun - energy.data[last]) && promised > rounding();
    if (!steep && begun !== Infinity) continue;
    const next = t[k + 1] - t[k] < 1.5 * dt ? snapshots[k + 1] : undefined;
    const missed = missedBy(system, flow, { u: snapshots[k], t: t[k], energy: energy.data[k], promised, next });
    if (missed === undefined) continue;
    worst = Math.max(worst, missed);
    begun = energy.data[k + 1];
  }
  return worst;
}
