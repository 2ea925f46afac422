import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { acos, cos, log, pow, sin, square } from "../../arithmetic/functions.js";
import { axpy, scale, subtract, sum } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Curve } from "./curve.js";

/** (m0, m1, t) -> [mass, its rate] */
type MassPath = (from: number, to: number, t: number) => readonly [number, number];

/** A curve that moves each mass by itself and leaves positions where they are (they must agree). */
function pointwise({ massRange: [a, b], size }: Space, u0: Vec, u1: Vec, path: MassPath): Curve {
  if (a === b) refuse("masses of Gaussians cannot be interpolated: take `positions`, particles or a grid");
  for (let i = 0; i < size; i++)
    if ((i < a || i >= b) && u0[i] !== u1[i])
      refuse("the two clouds sit at different points: take `positions`, or put both measures on one set of nodes");
  return t => {
    const u = u0.slice();
    const rate = new Float64Array(size);
    for (let i = a; i < b; i++) [u[i], rate[i]] = path(u0[i], u1[i], t);
    return { t, u, rate };
  };
}

/** μ_t = (1-t)μ_0 + tμ_1: straight for MMD, De-Stein, L², H^{-1}. */
export const plainCurve = (_space: Space, u0: Vec, u1: Vec): Curve => {
  const rate = subtract(u1, u0);
  return t => ({ t, u: axpy(1 - t, u0, scale(t, u1)), rate });
};

/** Roots of masses below this are no doubles any more, and their rates are none of something. */
const LEAST = 1.5e-154;

/** The mass r² and its rate 2r ṙ. */
const ofRoot = (r: number, slope: number): readonly [number, number] => (r < LEAST ? [0, 0] : [r * r, 2 * r * slope]);

/** √μ_t = (1-t)√μ_0 + t√μ_1: straight for Hellinger. A-2.3e. */
export const rootCurve = (space: Space, u0: Vec, u1: Vec): Curve =>
  pointwise(space, u0, u1, (from, to, t) => {
    const r0 = Math.sqrt(from);
    const r1 = Math.sqrt(to);
    return ofRoot((1 - t) * r0 + t * r1, r1 - r0);
  });

/** μ_t = μ_0^{1-t} μ_1^t: straight for kernel Hellinger; where one end is 0 there is nothing in between. */
export const logCurve = (space: Space, u0: Vec, u1: Vec): Curve =>
  pointwise(space, u0, u1, (from, to, t) => {
    if (t === 0 || t === 1)
      return [t === 0 ? from : to, from > 0 && to > 0 ? (t === 0 ? from : to) * log(to / from) : 0];
    const mass = from > 0 && to > 0 ? pow(from, 1 - t) * pow(to, t) : 0;
    return [mass, mass > 0 ? mass * log(to / from) : 0];
  });

/**
 * √μ_t = (sin((1-t)θ)√μ_0 + sin(tθ)√μ_1)/sin θ on a sphere of equal masses: straight for spherical Hellinger. A-2.3e.
 */
export function greatCircle(space: Space, u0: Vec, u1: Vec): Curve {
  const from = space.masses(u0);
  const to = space.masses(u1);
  const mass = sum(from);
  if (Math.abs(sum(to) - mass) > 1e-9 * mass)
    refuse("a great circle joins measures of equal mass: normalise them, or take the chart `root`");
  const chord2 = from.reduce((s, m, i) => s + square(Math.sqrt(m) - Math.sqrt(to[i])), 0);
  const theta = acos(1 - chord2 / (2 * mass));
  const s = sin(theta);
  if (theta === 0) return plainCurve(space, u0, u1);
  return pointwise(space, u0, u1, (a, b, t) => {
    const r0 = Math.sqrt(a);
    const r1 = Math.sqrt(b);
    const r = (sin((1 - t) * theta) * r0 + sin(t * theta) * r1) / s;
    const slope = (theta * (cos(t * theta) * r1 - cos((1 - t) * theta) * r0)) / s;
    return ofRoot(r, slope);
  });
}
