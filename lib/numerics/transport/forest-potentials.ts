import { exp, log, log1p } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Forest, Relaxed } from "./forest.js";

/** log(x/y) for x, y > 0, from the difference where they are near. */
const logRatio = (x: number, y: number): number => (x < 2 * y && y < 2 * x ? log1p((x - y) / y) : log(x / y));

/** C of the arc between a node and its parent. */
function costAbove({ masses, sources, cost }: Relaxed, parent: number, v: number): number {
  const sinks = masses.length - sources;
  return v < sources ? cost[v * sinks + parent - sources] : cost[parent * sinks + v - sources];
}

/** Smallest potential of one side of a tree, and its mass Σ m e^{(least - p)/ρ}. */
function sideOf(
  { masses, sources, weight }: Relaxed,
  nodes: readonly number[],
  p: Vec,
  ofSources: boolean,
): readonly [least: number, mass: number] {
  let least = Infinity;
  for (const v of nodes) if (v < sources === ofSources && p[v] < least) least = p[v];
  let mass = 0;
  for (const v of nodes) if (v < sources === ofSources) mass += masses[v] * exp((least - p[v]) / weight);
  return [least, mass];
}

/**
 * Sets the potentials of a tree, given by its nodes, parents first: f_i + g_j = C_ij on the arcs, and of these the ones
 * of equal mass on both sides: with f + t and g - t that is Σ a e^{-(f+t)/ρ} = Σ b e^{-(g-t)/ρ}, so
 * t = ½ρ log(Σ a e^{-f/ρ} / Σ b e^{-g/ρ}); ∞ where a side is empty.
 */
export function setPotentials(problem: Relaxed, { parent }: Forest, nodes: readonly number[], p: Vec): void {
  const { sources, weight } = problem;
  for (const v of nodes) p[v] = parent[v] < 0 ? 0 : costAbove(problem, parent[v], v) - p[parent[v]];
  const [f, ofSources] = sideOf(problem, nodes, p, true);
  const [g, ofSinks] = sideOf(problem, nodes, p, false);
  const shift = f < Infinity && g < Infinity ? 0.5 * (weight * logRatio(ofSources, ofSinks) + g - f) : Infinity;
  for (const v of nodes) p[v] = shift === Infinity ? Infinity : v < sources ? p[v] + shift : p[v] - shift;
}

/** By node, what the arc to its parent must carry for the margins m e^{-p/ρ}; from the leaves to the root. */
export function setGoals(
  { masses, weight }: Relaxed,
  { parent }: Forest,
  nodes: readonly number[],
  p: Vec,
  goal: Vec,
): void {
  for (const v of nodes) goal[v] = masses[v] * exp(-p[v] / weight);
  for (let k = nodes.length - 1; k > 0; k--) goal[parent[nodes[k]]] -= goal[nodes[k]];
}
