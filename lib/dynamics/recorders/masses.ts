import { square } from "../../arithmetic/functions.js";
import { dot, sum } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { type Quantity, series } from "./quantity.js";

/** A particle is massless below this fraction of the mass. */
const NOTHING = 1e-12;

const count = (w: Vec, counted: (mass: number) => boolean): number => w.reduce((n, v) => n + (counted(v) ? 1 : 0), 0);

/** u(X) */
export const mass: Quantity = series(({ space }, { u }) => sum(space.masses(u)));

/** The smallest mass: negative once positivity is lost. */
export const positivity: Quantity = series(({ space }, { u }) =>
  space.masses(u).reduce((a, b) => Math.min(a, b), Infinity),
);

/** Number of nodes or particles of positive mass. */
export const support: Quantity = series(({ space }, { u }) => count(space.masses(u), w => w > 0));

/** Effective sample size (Σw)²/Σw². */
export const ess: Quantity = series(({ space }, { u }) => {
  const w = space.masses(u);
  return square(sum(w)) / dot(w, w);
});

/** Number of nodes or particles whose mass is at most 1e-12 of the whole. */
export const massless: Quantity = series(({ space }, { u }) => {
  const w = space.masses(u);
  const total = sum(w);
  return count(w, v => v <= NOTHING * total);
});

/** All masses, over the dimension `node` of a grid or `particle` of a cloud. */
export function allMasses({ massRange: [a, b] }: Space, dimension: "node" | "particle"): Quantity {
  return { dims: { [dimension]: b - a }, at: ({ space }, { u }) => space.masses(u).slice() };
}

/** Masses divided by cell volumes. */
export const density = (volumes: Vec): Quantity => ({
  dims: { node: volumes.length },
  at: ({ space }, { u }) => space.masses(u).map((m, i) => m / volumes[i]),
});
