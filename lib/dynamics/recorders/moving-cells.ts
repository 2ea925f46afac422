import { lookUp } from "../../arithmetic/lookup.js";
import { exp, log } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { row, tabulate } from "../../arithmetic/vectors.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import type { Density } from "../../systems/measures/measure.js";
import type { Space } from "../../systems/spaces/space.js";
import { type Recorder, series } from "./recorder.js";

/** log ν(x) at the time t, normalised. */
export type LogLaw = (t: number, x: Vec) => number;

/** KL(u | ν), KL(ν | u), or their sum. */
export type Direction = "exclusive" | "inclusive" | "symmetric";

/** p of the φ_p whose sum it is. */
export const POWERS: Readonly<Record<Direction, readonly number[]>> = {
  exclusive: [1],
  inclusive: [0],
  symmetric: [1, 0],
};

/** log p of a law whose logarithm is normalised: normal laws and their mixtures. */
export function normalisedLog({ normal, mass, logDensity }: Density, role: string): (x: Vec) => number {
  return normal && mass === 1
    ? logDensity
    : refuse(`${role} must be a density with a known constant: take a normal law or a mixture of them`);
}

/**
 * log v_i of the cells v_i = w_i/ρ(x_i) that particles of a density ρ stand for.
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const start = concat(normals(stream(1, "start"), 50), measures.equalWeights(50));
 * const cells = recorders.cellsOf(spaces.particles({ n: 50, dim: 1 }), start, x => law.logDensity(x));
 * ```
 */
export const cellsOf = (space: Space, u: Vec, logDensity: (x: Vec) => number): Vec => {
  const x = space.nodes(u);
  return space.masses(u).map((w, i) => log(w) - logDensity(row(x, i, space.dim)));
};

/**
 * KL between u and a law ν by the densities that particles carry along maps (change of variables): a particle is a cell
 * of volume v_i = v_i(0) det DT(x_i) and of mass w_i, so that ρ(x_i) = w_i/v_i, and with π_i = ν(x_i) v_i
 *
 *     KL(u | ν) = Σ π_i φ_1(w_i/π_i),  KL(ν | u) = Σ π_i φ_0(w_i/π_i),
 *
 * the sums of a grid whose cells move. Every term is ≥ 0 and of second order, so that the Monte-Carlo error is
 * relative. `cells` are the log v_i(0).
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const space = spaces.particles({ n: 50, dim: 1 });
 * const start = concat(normals(stream(1, "start"), 50), measures.equalWeights(50));
 * const cells = recorders.cellsOf(space, start, x => law.logDensity(x));
 * const record = [recorders.divergence("symmetric", cells, (_t, x) => law.logDensity(x))];
 * ```
 */
export function divergence(direction: Direction, cells: Vec, law: LogLaw): Recorder {
  const powers = lookUp(POWERS, direction);
  return series("divergence", ({ space }, { t, u, stretch }) => {
    if (space.support !== "atoms" || stretch === undefined)
      return refuse(
        "divergence needs the density at the particles, known only where every step is a map: " +
          "take the integrator `network-jko`",
      );
    const x = space.nodes(u);
    const target = tabulate(cells.length, i =>
      exp(cells[i] + (stretch.length === 0 ? 0 : stretch[i]) + law(t, row(x, i, space.dim))),
    );
    const masses = space.masses(u);
    return powers.reduce((s, p) => s + phiDivergenceTo(p, target).value(masses), 0);
  });
}
