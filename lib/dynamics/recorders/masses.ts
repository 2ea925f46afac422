import { square } from "../../arithmetic/functions.js";
import { dot, sum } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { type Recorder, series } from "./recorder.js";

/** A particle is massless below this fraction of the mass. */
const NOTHING = 1e-12;

const count = (w: Vec, counted: (mass: number) => boolean): number => w.reduce((n, v) => n + (counted(v) ? 1 : 0), 0);

/** u(X) */
export const mass: Recorder = series("mass", ({ space }, { u }) => sum(space.masses(u)));

/** The smallest mass: negative once positivity is lost. */
export const positivity: Recorder = series("positivity", ({ space }, { u }) =>
  space.masses(u).reduce((a, b) => Math.min(a, b), Infinity),
);

/** Number of nodes or particles of positive mass. */
export const support: Recorder = series("support", ({ space }, { u }) => count(space.masses(u), w => w > 0));

/** Effective sample size (Σw)²/Σw². */
export const ess: Recorder = series("ess", ({ space }, { u }) => {
  const w = space.masses(u);
  return square(sum(w)) / dot(w, w);
});

/** Nodes or particles that carry nothing, |m| ≤ 1e-12 |u(X)|: a negative mass does carry something. */
export const massless: Recorder = series("massless", ({ space }, { u }) => {
  const w = space.masses(u);
  const nothing = NOTHING * Math.abs(sum(w));
  return count(w, v => Math.abs(v) <= nothing);
});

/** All masses, over the dimension `node` of a grid or `particle` of a cloud. */
export function allMasses({ massRange: [a, b] }: Space, dimension: "node" | "particle"): Recorder {
  return {
    name: dimension === "node" ? "masses" : "weights",
    dims: { [dimension]: b - a },
    at: ({ space }, { u }) => space.masses(u).slice(),
  };
}

/** Masses divided by cell volumes. */
export const density = (volumes: Vec): Recorder => ({
  name: "density",
  dims: { node: volumes.length },
  at: ({ space }, { u }) => space.masses(u).map((m, i) => m / volumes[i]),
});
