import type { Vec } from "../../arithmetic/vec.js";
import type { Relaxed } from "./forest.js";
import { inReach } from "./relaxed-start.js";

/** Reduced costs below this part of their terms are rounding. */
const SLACK = 1e-14;

/** An arc from source i to sink j. */
export interface Arc {
  readonly i: number;
  readonly j: number;
}

/** Rows in turn, from where the last search ended: the arc of the first row that shortens the transport most. */
export function pricing(problem: Relaxed): (potentials: Vec, barred: ReadonlySet<number>) => Arc | undefined {
  const { masses, sources, cost, weight } = problem;
  const sinks = masses.length - sources;
  let row = 0;
  return (p, barred) => {
    for (let seen = 0; seen < sources; seen++, row = (row + 1) % sources) {
      let [best, least] = [-1, 0];
      for (let j = 0; j < sinks; j++) {
        const c = cost[row * sinks + j];
        const reduced = c - p[row] - p[sources + j];
        if (!(reduced < least) || !inReach(problem, row, j) || barred.has(row * sinks + j)) continue;
        if (reduced < -SLACK * (c + Math.abs(p[row]) + Math.abs(p[sources + j]) + SLACK * weight))
          [best, least] = [j, reduced];
      }
      if (best >= 0) return { i: row, j: best };
    }
    return undefined;
  };
}
