import { exp } from "../../arithmetic/functions.js";
import { addArc, bareForest, type Forest, type Relaxed } from "./forest.js";

/** Beyond C_ij = 700 ρ the mass √(ab) e^{-C/2ρ} is below 1e-152 of the two: nothing is carried there. */
const FARTHEST = 700;

/** Where mass may go at all. */
export const inReach = ({ masses, sources, cost, weight }: Relaxed, i: number, j: number): boolean =>
  masses[i] > 0 && masses[sources + j] > 0 && cost[i * (masses.length - sources) + j] < FARTHEST * weight;

/** Every node joined to the nearest one of the other side, unless it is joined already. */
export function nearest(problem: Relaxed): Forest {
  const { masses, sources, cost, weight } = problem;
  const sinks = masses.length - sources;
  const forest = bareForest(problem);
  const join = (v: number, count: number, arcTo: (k: number) => readonly [i: number, j: number]): void => {
    if (forest.first[v] >= 0) return;
    let [from, to, least] = [-1, -1, Infinity];
    for (let k = 0; k < count; k++) {
      const [i, j] = arcTo(k);
      const c = cost[i * sinks + j];
      if (c < least && inReach(problem, i, j)) [from, to, least] = [i, j, c];
    }
    if (from < 0) return;
    const mass = 0.5 * Math.min(masses[from], masses[sources + to]) * exp(-0.5 * (least / weight));
    addArc(forest, from, sources + to, mass);
  };
  for (let i = 0; i < sources; i++) join(i, sinks, j => [i, j]);
  for (let j = 0; j < sinks; j++) join(sources + j, sources, i => [i, j]);
  return forest;
}
