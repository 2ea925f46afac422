import type { Vec } from "../arithmetic/vec.js";
import { machineFor } from "./backend.js";
import { type ReducedCosts, reducedCosts as reducedCostsInTypescript } from "./typescript/reduced-costs.js";
import { reducedCosts as reducedCostsOnMachine } from "./webassembly/reduced-costs.js";

export type { ReducedCosts };

/** Fewer arcs than this are not worth the way into WebAssembly and back. */
const WORTH = 1000;

/** C_ij - f_i - g_j for costs n × m. Until the owner has done with it, nothing else may be computed. */
export function reducedCosts(cost: Vec, n: number): ReducedCosts {
  const machine = cost.length < WORTH ? undefined : machineFor(0);
  return machine ? reducedCostsOnMachine(machine, cost, n) : reducedCostsInTypescript(cost, n);
}
