import type { Space, Vec } from "../types.js";
import { exp, log } from "../numerics/functions.js";

/** Coordinates y of a state, applied to its masses only; `push` maps a rate u̇ at u to ẏ. */
export interface Chart {
  readonly name: string;
  to(space: Space, u: Vec): Vec;
  from(space: Space, y: Vec): Vec;
  push(space: Space, u: Vec, rate: Vec): Vec;
}

const onMasses = ({ massRange: [a, b] }: Space, x: Vec, f: (value: number, index: number) => number): Vec =>
  x.map((v, i) => (i >= a && i < b ? f(v, i) : v));

function chart(
  name: string,
  to: (m: number) => number,
  from: (y: number) => number,
  derivative: (m: number) => number,
): Chart {
  return {
    name,
    to: (space, u) => onMasses(space, u, to),
    from: (space, y) => onMasses(space, y, from),
    push: (space, u, rate) => onMasses(space, rate, (v, i) => v * derivative(u[i])),
  };
}

/** y = μ: MMD, De-Stein, L², H^{-1} are flat; so are particle positions under W and under their own weights. */
export const plainChart: Chart = chart(
  "plain",
  m => m,
  y => y,
  () => 1,
);
/** y = √μ: Hellinger is flat. */
export const rootChart: Chart = chart(
  "root",
  Math.sqrt,
  y => y * y,
  m => 0.5 / Math.sqrt(m),
);
/** y = log μ: kernel Hellinger is flat; positivity is automatic. */
export const logChart: Chart = chart("log", log, exp, m => 1 / m);
