import type { Vec } from "../arithmetic/vec.js";
import { machineFor } from "./backend.js";
import { type Gibbs, gibbs as gibbsInTypescript, type Scaling, type Scalings } from "./typescript/gibbs.js";
import { gibbs as gibbsOnMachine, gibbsBytes } from "./webassembly/gibbs.js";

export type { Gibbs, Scaling, Scalings };

/**
 * Fewer costs than this are not worth the way into WebAssembly and back, and for more bytes than that its memory is too
 * small.
 */
const WORTH = 64;
const MOST = 2e9;

/** Operations of an entry, roughly: an exponential. */
const OPERATIONS = 8;

/**
 * Sums of e^{(f_i + g_j - c_ij)/ε} for costs c, n × m, which may be ∞. Until the owner has done with it, nothing else
 * may be computed.
 */
export function gibbs(costs: Vec, n: number): Gibbs {
  const machine =
    costs.length < WORTH || gibbsBytes(n, costs.length / n) > MOST ? undefined : machineFor(OPERATIONS * costs.length);
  return machine ? gibbsOnMachine(machine, costs, n) : gibbsInTypescript(costs);
}
