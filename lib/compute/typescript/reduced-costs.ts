import type { Vec } from "../../arithmetic/vec.js";

/** C_ij - f_i - g_j of a transport problem from n sources to m sinks, whose potentials change. */
export interface ReducedCosts {
  /** f, g, and one number more; written by the owner. */
  readonly potentials: Vec;
  /** Index i m + j of the first least among `count` arcs from index `from`, where it is below `below`; else -1. */
  least(from: number, count: number, below: number): number;
}

/** Costs n × m, row-major. */
export function reducedCosts(cost: Vec, n: number): ReducedCosts {
  const m = cost.length / n;
  const potentials = new Float64Array(n + m + 1);
  return {
    potentials,
    least: (from, count, below) => {
      let [least, best] = [below, -1];
      for (let at = from, end = from + count; at < end;) {
        const row = Math.floor(at / m);
        const f = potentials[row];
        const shift = n - row * m;
        for (const stop = Math.min(end, (row + 1) * m); at < stop; at++) {
          const reduced = cost[at] - f - potentials[at + shift];
          if (reduced < least) [least, best] = [reduced, at];
        }
      }
      return best;
    },
  };
}
