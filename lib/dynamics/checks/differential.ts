import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Space } from "../../systems/spaces/space.js";
import { axpy } from "../../arithmetic/vectors.js";
import { logSlope } from "./order.js";

export interface DifferentialCheck {
  /**
   * Observed order of the remainder: 2 if DF is the derivative of F; Infinity if no remainder rises above rounding (F
   * is affine).
   */
  readonly slope: number;
  /** |F(u + hv) - F(u) - h<DF(u), v>| for h = step, step/2, … */
  readonly remainders: readonly number[];
}

/**
 * Taylor's test of DF at u in the direction v (a rate): u + hv must be states for 0 ≤ h ≤ step.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { slope } = checks.checkDifferential(space, system.energy, initial, rate(system, initial)); // 2
 * ```
 */
export function checkDifferential(space: Space, energy: Energy, u: Vec, v: Vec, step = 1e-2): DifferentialCheck {
  const start = energy.value(u);
  const linear = space.pair(u, energy.differential(u), v);
  const floor = 1e-14 * (1 + Math.abs(start));
  const h = Array.from({ length: 6 }, (_, k) => step / (1 << k));
  const remainders = h.map(x => Math.abs(energy.value(axpy(x, v, u)) - start - x * linear));
  const seen = remainders.findIndex(r => r < 100 * floor);
  const count = seen < 0 ? h.length : seen;
  return { slope: count < 2 ? Infinity : logSlope(h.slice(0, count), remainders.slice(0, count)), remainders };
}
