import type { Vec } from "../../arithmetic/vec.js";
import type { GradientSystem } from "../../systems/system.js";
import { certificate } from "../certificate.js";
import { quadratic } from "../../systems/dissipation.js";
import { rk4 } from "../integrators/explicit/runge-kutta.js";
import { log } from "../../arithmetic/functions.js";
import { axpy, maxAbs } from "../../arithmetic/vectors.js";
import { solve } from "../solve.js";
import { rate } from "../../systems/system.js";

export interface ChainRuleCheck {
  /** dF/dt along u̇, by a central difference quotient. */
  readonly quotient: number;
  /** -<DF, 𝕂DF> */
  readonly expected: number;
}

/**
 * dF/dt = -<DF, 𝕂DF> at a state, the dissipation asked term by term.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { quotient, expected } = checks.checkChainRule(system, initial);
 * ```
 */
export function checkChainRule(system: GradientSystem, u: Vec): ChainRuleCheck {
  const { space, energy, geometry } = system;
  const v = rate(system, u);
  const e = 1e-5 / (1 + maxAbs(v));
  return {
    quotient: (energy.value(axpy(e, v, u)) - energy.value(axpy(-e, v, u))) / (2 * e),
    expected: -quadratic(space, geometry, u, energy.differential(u)),
  };
}

export interface BalanceCheck {
  /** |F(T) - F(0) + ∫ R + R* dt| / |F(T) - F(0)| with `steps` and with 2·steps steps of RK4. */
  readonly coarse: number;
  readonly fine: number;
  /** log_2(coarse/fine): 4 until rounding. */
  readonly order: number;
}

/**
 * The energy-dissipation balance on [0, end] with R computed independently of R*; even `steps`.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { order } = checks.checkBalance(system, initial, 0.1, 16);
 * ```
 */
export function checkBalance(system: GradientSystem, initial: Vec, end: number, steps: number): BalanceCheck {
  const [coarse, fine] = [steps, 2 * steps].map(n => {
    const { series } = certificate(system, solve({ system, initial, end }, rk4, { steps: n, cone: "ignore" }));
    return Math.abs(series.balanceDefect.data[0] / (series.energy.data[n] - series.energy.data[0]));
  });
  return { coarse, fine, order: log(coarse / fine) / Math.LN2 };
}
