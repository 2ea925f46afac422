import type { Vec } from "../../arithmetic/vec.js";
import type { ReducedCosts } from "../typescript/reduced-costs.js";
import { frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/**
 * The twin of typescript/reduced-costs.ts. Its frame is in use as long as it is: nothing else may run on the machine
 * meanwhile.
 */
export function reducedCosts(machine: Machine, cost: Vec, n: number): ReducedCosts {
  const m = cost.length / n;
  const frame = frameOf(machine);
  const matrix = frame.put(cost);
  const potentials = frame.room(n + m + 1);
  return {
    potentials: frame.view(potentials, n + m + 1).fill(0),
    least: (from, count, below) => machine.exports.leastReduced(matrix, potentials, n, m, from, count, below),
  };
}
