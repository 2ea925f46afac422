import { exp } from "../../arithmetic/functions.js";
import { type Arc, costOf, type Relaxed } from "./forest.js";

/** Beyond C_ij = 700 ρ the mass √(ab) e^{-C/2ρ} is below 1e-152 of the two: nothing is carried there. */
const FARTHEST = 700;

/** Where mass may go at all. */
export const inReach = ({ masses, sources, cost, weight }: Relaxed, i: number, j: number): boolean =>
  masses[i] > 0 && masses[sources + j] > 0 && cost[i * (masses.length - sources) + j] < FARTHEST * weight;

/** Every node joined to the nearest one of the other side, unless it is joined already: a forest. */
export function nearest(problem: Relaxed): readonly Arc[] {
  const { masses, sources } = problem;
  const sinks = masses.length - sources;
  const joined = new Set<number>();
  const arcs: Arc[] = [];
  const join = (v: number, count: number, arcTo: (k: number) => Pick<Arc, "i" | "j">): void => {
    const options = Array.from({ length: count }, (_, k) => arcTo(k)).filter(({ i, j }) => inReach(problem, i, j));
    if (joined.has(v) || options.length === 0) return;
    const arc = options.reduce((best, o) => (costOf(problem, o) < costOf(problem, best) ? o : best));
    const flow =
      0.5 * Math.min(masses[arc.i], masses[sources + arc.j]) * exp(-0.5 * (costOf(problem, arc) / problem.weight));
    arcs.push({ ...arc, flow });
    joined.add(arc.i).add(sources + arc.j);
  };
  for (let i = 0; i < sources; i++) join(i, sinks, j => ({ i, j }));
  for (let j = 0; j < sinks; j++) join(sources + j, sources, i => ({ i, j }));
  return arcs;
}
