import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import { addArc, type Forest, hang, pathBetween, type Relaxed, removeArc } from "./forest.js";
import { setGoals, setPotentials } from "./forest-potentials.js";

/** A forest that carries mass, with potentials, and room for what its arcs should carry. */
export interface Iterate {
  readonly forest: Forest;
  readonly potentials: Vec;
  readonly goal: Vec;
}

export const iterateOn = (forest: Forest): Iterate => ({
  forest,
  potentials: zeros(forest.root.length),
  goal: zeros(forest.root.length),
});

/** The part of the way to its goal after which an arc is empty; ∞ where it never is. */
const partUntilEmpty = (flow: number, goal: number): number =>
  goal > 0 ? Infinity : flow > 0 ? flow / (flow - goal) : 0;

/** The least part of the way to their goals on which an arc of a tree is emptied. */
function firstEmptied({ flow, up }: Forest, nodes: readonly number[], goal: Vec): number {
  let part = Infinity;
  for (let k = 1; k < nodes.length; k++) part = Math.min(part, partUntilEmpty(flow[up[nodes[k]]], goal[nodes[k]]));
  return part;
}

/** Goes a part of the way to the goals; returns the arcs that are empty then. */
function goPart({ flow, up }: Forest, nodes: readonly number[], goal: Vec, part: number): readonly number[] {
  const emptied: number[] = [];
  for (let k = 1; k < nodes.length; k++) {
    const [arc, to] = [up[nodes[k]], goal[nodes[k]]];
    if (partUntilEmpty(flow[arc], to) <= part) emptied.push(arc);
    else flow[arc] += part * (to - flow[arc]);
  }
  return emptied;
}

/** Takes arcs away; returns the nodes at their ends. */
function dropped(forest: Forest, arcs: readonly number[]): readonly number[] {
  const ends = arcs.flatMap(k => [forest.ends[2 * k], forest.ends[2 * k + 1]]);
  for (const k of arcs) removeArc(forest, k);
  return ends;
}

/**
 * Goes to the minimiser among plans on the trees of these nodes, of which the arcs that the way there empties are taken
 * away: on a tree the potentials give the margins a e^{-f/ρ}, b e^{-g/ρ}, and these the masses of the arcs. The parts
 * of a tree that falls apart are problems of their own. Returns whether anything was carried farther.
 */
export function descend(problem: Relaxed, { forest, potentials, goal }: Iterate, tops: readonly number[]): boolean {
  const open = [...tops];
  const settled = new Set<number>();
  let moved = false;
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    if (settled.has(top)) continue;
    const nodes = hang(forest, top);
    setPotentials(problem, forest, nodes, potentials);
    setGoals(problem, forest, nodes, potentials, goal);
    const part = firstEmptied(forest, nodes, goal);
    moved ||= part > 0;
    if (part < Infinity) open.push(...dropped(forest, goPart(forest, nodes, goal, part)));
    else {
      for (let k = 1; k < nodes.length; k++) forest.flow[forest.up[nodes[k]]] = goal[nodes[k]];
      if (open.length > 0) for (const v of nodes) settled.add(v);
    }
  }
  return moved;
}

/** The same for all trees, each hung by its first node, so that rounding does not depend on the way here. */
export const descendAll = (problem: Relaxed, now: Iterate): boolean =>
  descend(problem, now, Array.from(problem.masses.keys()).reverse());

/**
 * Sends along a new arc from source i to node v, and around the cycle that it closes, all that its other half carries;
 * returns nodes of all trees that this changes.
 */
export function push(forest: Forest, i: number, v: number): readonly number[] {
  const { root, flow } = forest;
  if (root[i] !== root[v]) {
    addArc(forest, i, v, 0);
    return [i];
  }
  const path = pathBetween(forest, i, v);
  const amount = path.reduce((least, k, at) => (at % 2 === 0 ? Math.min(least, flow[k]) : least), Infinity);
  path.forEach((k, at) => {
    flow[k] += at % 2 === 0 ? -amount : amount;
  });
  const ends = dropped(
    forest,
    path.filter(k => !(flow[k] > 0)),
  );
  addArc(forest, i, v, amount);
  return [i, ...ends];
}
