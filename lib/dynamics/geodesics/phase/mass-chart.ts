import type { Kinetics } from "../../../systems/system.js";
import { exp, log } from "../../../arithmetic/functions.js";
import { leaves } from "../../../systems/geometries/terms.js";

/** Coordinates y of masses: μ(y) with its first two derivatives. The momentum conjugate to y is ξ μ'(y). */
export interface MassChart {
  to(mass: number): number;
  from(y: number): number;
  first(y: number): number;
  second(y: number): number;
}

const plain: MassChart = { to: m => m, from: y => y, first: () => 1, second: () => 0 };
/** μ = y²: Hellinger geodesics are straight, and ξ = p/2y stays tame where a nearly empty place fills. */
const root: MassChart = { to: Math.sqrt, from: y => y * y, first: y => 2 * y, second: () => 2 };
/** μ = e^y: kernel Hellinger geodesics are straight, with the conserved momentum μξ. */
const logarithmic: MassChart = { to: log, from: exp, first: exp, second: exp };

/**
 * The chart in which the growth of a geometry on a graph is flat; the masses themselves where nothing grows in
 * proportion to them.
 */
export function massChart({ space, geometry }: Kinetics): MassChart {
  const growth = leaves(geometry).filter(({ term }) => term.mechanism === "growth" && !term.smoother.weightless);
  if (space.support !== "nodes" || growth.length === 0) return plain;
  return growth.every(({ term }) => term.smoother.form === "kernel") ? logarithmic : root;
}
