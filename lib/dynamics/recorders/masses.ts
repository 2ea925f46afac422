import { square } from "../../arithmetic/functions.js";
import { dot, sum } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { type Recorder, series } from "./recorder.js";

/** A particle is massless below this fraction of the mass. */
const NOTHING = 1e-12;

const count = (w: Vec, counted: (mass: number) => boolean): number => w.reduce((n, v) => n + (counted(v) ? 1 : 0), 0);

/**
 * u(X)
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { series } = solve({ system, initial, end: 1 }, integrators.rk4, { steps: 50, record: [recorders.mass] });
 * ```
 */
export const mass: Recorder = series("mass", ({ space }, { u }) => sum(space.masses(u)));

/**
 * The smallest mass: negative once positivity is lost.
 *
 * ```ts
 * const record = [recorders.positivity];
 * ```
 */
export const positivity: Recorder = series("positivity", ({ space }, { u }) =>
  space.masses(u).reduce((a, b) => Math.min(a, b), Infinity),
);

/**
 * Number of nodes or particles of positive mass.
 *
 * ```ts
 * const record = [recorders.support];
 * ```
 */
export const support: Recorder = series("support", ({ space }, { u }) => count(space.masses(u), w => w > 0));

/**
 * Effective sample size (Σw)²/Σw².
 *
 * ```ts
 * const record = [recorders.ess];
 * ```
 */
export const ess: Recorder = series("ess", ({ space }, { u }) => {
  const w = space.masses(u);
  return square(sum(w)) / dot(w, w);
});

/**
 * Nodes or particles that carry nothing, |m| ≤ 1e-12 |u(X)|: a negative mass does carry something.
 *
 * ```ts
 * const record = [recorders.massless];
 * ```
 */
export const massless: Recorder = series("massless", ({ space }, { u }) => {
  const w = space.masses(u);
  const nothing = NOTHING * Math.abs(sum(w));
  return count(w, v => Math.abs(v) <= nothing);
});

/**
 * All masses, over the dimension `node` of a grid or `particle` of a cloud.
 *
 * ```ts
 * const space = spaces.particles({ n: 100, dim: 2 });
 * const record = [recorders.allMasses(space, "particle")];
 * ```
 */
export function allMasses({ massRange: [a, b] }: Space, dimension: "node" | "particle"): Recorder {
  return {
    name: dimension === "node" ? "masses" : "weights",
    dims: { [dimension]: b - a },
    at: ({ space }, { u }) => space.masses(u).slice(),
  };
}

/**
 * Masses divided by cell volumes.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const record = [recorders.density(measures.nodesOf(space).volumes)];
 * ```
 */
export const density = (volumes: Vec): Recorder => ({
  name: "density",
  dims: { node: volumes.length },
  at: ({ space }, { u }) => space.masses(u).map((m, i) => m / volumes[i]),
});
