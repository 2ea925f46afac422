import type { Vec } from "../../../arithmetic/vec.js";
import type { Block, Force, Unit } from "../carrier.js";
import type { Smoother } from "./smoother.js";
import { semidefiniteForm } from "../../../numerics/semidefinite.js";
import { tabulate, zeros } from "../../../arithmetic/vectors.js";
import { fluxOf } from "./support.js";

type Flux = Smoother["flux"];

/** The flux of the force e_k. */
function fluxOfUnit(flux: Flux, block: Block, size: number, k: number): Vec {
  const values = zeros(size);
  values[k] = 1;
  const force: Force = { values, temperature: 0 };
  return flux(block, force);
}

/**
 * ½<j, (D_w S)^{-1} j> by pivoted Cholesky of D_w S, O(p³), for smoothers whose inverse has no formula; Infinity for
 * j outside of the range of D_w S.
 */
export function densePrimal(flux: Flux, block: Block, part: Vec, unit: Unit): number {
  const j = fluxOf(block, part, unit);
  const n = j.length;
  const rows = Array.from({ length: n }, (_, k) => fluxOfUnit(flux, block, n, k));
  const matrix = tabulate(n * n, k => rows[Math.floor(k / n)][k % n]);
  return 0.5 * semidefiniteForm(matrix)(j);
}
