import { exp } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Arc, type Order, orderOf, pathBetween, type Relaxed } from "./forest.js";
import { flowsOf, potentialsOf } from "./forest-potentials.js";

/** A forest that carries mass, its potentials, and whether anything was carried farther on the way. */
export interface Iterate {
  readonly arcs: readonly Arc[];
  readonly order: Order;
  readonly potentials: Vec;
  readonly moved: boolean;
}

/**
 * The minimiser among plans on these arcs, of which those that the way to it empties are taken away: on a forest the
 * potentials give the margins a e^{-f/ρ}, b e^{-g/ρ}, and these the masses of the arcs.
 */
export function descend(problem: Relaxed, start: readonly Arc[]): Iterate {
  let arcs = start;
  let moved = false;
  for (;;) {
    const order = orderOf(problem, arcs);
    const potentials = potentialsOf(problem, arcs, order);
    const margins = problem.masses.map((m, v) => m * exp(-potentials[v] / problem.weight));
    const goal = flowsOf(margins, arcs, order);
    const ratio = arcs.map(({ flow }, k) => (goal[k] > 0 ? Infinity : flow / (flow - goal[k])));
    const part = Math.min(1, ...ratio);
    moved ||= part > 0;
    if (ratio.every(r => r === Infinity))
      return { arcs: arcs.map((arc, k) => ({ ...arc, flow: goal[k] })), order, potentials, moved };
    arcs = arcs.flatMap((arc, k) =>
      ratio[k] > part ? [{ ...arc, flow: arc.flow + part * (goal[k] - arc.flow) }] : [],
    );
  }
}

/** Sends along a new arc, and around the cycle that it closes, all that its other half carries. */
export function pushed(
  arcs: readonly Arc[],
  order: Order,
  { i, j }: Pick<Arc, "i" | "j">,
  sources: number,
): readonly Arc[] {
  if (order.root[i] !== order.root[sources + j]) return [...arcs, { i, j, flow: 0 }];
  const path = pathBetween(i, sources + j, order);
  const amount = path.reduce((least, k, at) => (at % 2 === 0 ? Math.min(least, arcs[k].flow) : least), Infinity);
  const change = new Map(path.map((k, at) => [k, at % 2 === 0 ? -amount : amount]));
  const sent = arcs.map((arc, k) => ({ ...arc, flow: arc.flow + (change.get(k) ?? 0) }));
  return [...sent.filter(({ flow }) => flow > 0), { i, j, flow: amount }];
}
