import type { Vec } from "../arithmetic/vec.js";
import { axpy, dot } from "../arithmetic/vectors.js";

/** A function with its (sub)gradient. */
export type Objective = (x: Vec) => { readonly value: number; readonly gradient: Vec };

/** Where the minimisation ended. */
export interface Minimum {
  readonly x: Vec;
  readonly value: number;
  readonly gradient: Vec;
}

const DECREASE = 1e-4;
const CURVATURE = 0.9;

/** A step that satisfies the weak Wolfe conditions, by bracketing; undefined where rounding leaves none. */
export function wolfe(f: Objective, { x, value, gradient }: Minimum, direction: Vec): Minimum | undefined {
  const slope = dot(gradient, direction);
  let [low, high, step] = [0, Infinity, 1];
  for (let k = 0; k < 60; k++) {
    const at = axpy(step, direction, x);
    const next = f(at);
    if (!(next.value <= value + DECREASE * step * slope)) high = step;
    else if (dot(next.gradient, direction) < CURVATURE * slope) low = step;
    else return { x: at, ...next };
    step = high < Infinity ? (low + high) / 2 : 2 * low;
  }
  return undefined;
}
