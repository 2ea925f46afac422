import { exp, log } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { mapMasses } from "../spaces/masses.js";
import type { Space } from "../spaces/space.js";

/**
 * Coordinates y of a state, applied to its masses only; `push` maps a rate u̇ at u to ẏ, and 0 to 0 where the chart is
 * singular; `pull` maps ẏ to u̇.
 */
export interface Chart {
  readonly name: string;
  to(space: Space, u: Vec): Vec;
  from(space: Space, y: Vec): Vec;
  push(space: Space, u: Vec, rate: Vec): Vec;
  pull(space: Space, u: Vec, speed: Vec): Vec;
}

const chart = (
  name: string,
  to: (m: number) => number,
  from: (y: number) => number,
  slope: (m: number) => number,
): Chart => ({
  name,
  to: (space, u) => mapMasses(space, u, to),
  from: (space, y) => mapMasses(space, y, from),
  push: (space, u, rate) => {
    const masses = space.masses(u);
    return mapMasses(space, rate, (v, i) => (v === 0 ? 0 : v * slope(masses[i])));
  },
  pull: (space, u, speed) => {
    const masses = space.masses(u);
    return mapMasses(space, speed, (v, i) => v / slope(masses[i]));
  },
});

/** A chart of the masses that u has: its empty nodes have y = 0 and stay empty. */
export function onSupport(of: Chart, space: Space, u: Vec): Chart {
  const masses = space.masses(u);
  if (!masses.includes(0)) return of;
  const there = (v: Vec): Vec => mapMasses(space, v, (x, i) => (masses[i] === 0 ? 0 : x));
  return {
    name: of.name,
    to: (on, v) => there(of.to(on, v)),
    from: (on, y) => there(of.from(on, y)),
    push: (on, v, rate) => there(of.push(on, v, rate)),
    pull: (on, v, speed) => there(of.pull(on, v, speed)),
  };
}

/** y = μ: MMD, De-Stein, L², H^{-1} are flat; so are particle positions under W and under their own weights. */
export const plainChart: Chart = {
  name: "plain",
  to: (_, u) => u,
  from: (_, y) => y,
  push: (_space, _u, rate) => rate,
  pull: (_space, _u, speed) => speed,
};
/** y = √μ: Hellinger is flat. */
export const rootChart: Chart = chart(
  "root",
  Math.sqrt,
  y => y * y,
  m => 0.5 / Math.sqrt(m),
);
/** y = log μ: kernel Hellinger is flat; positivity is automatic. */
export const logChart: Chart = chart("log", log, exp, m => 1 / m);
