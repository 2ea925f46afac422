import { square } from "../../../arithmetic/functions.js";
import { once } from "../../../arithmetic/once.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { maxAbs, scale } from "../../../arithmetic/vectors.js";
import type { Potential } from "../../../systems/measures/cloud.js";
import { roundingAmong } from "../../rounding.js";
import { newtonSolver } from "../implicit/newton.js";
import { type ImplicitStep, minimiser } from "./implicit-step.js";
import { picard } from "./picard.js";

const at = (x: number): Vec => Float64Array.of(x);

/** V'', by a difference quotient of V' where it is not given, in units of a length. */
export function secondDerivative(V: Potential, x: number, unit: number): number {
  if (V.second) return V.second(x);
  const h = 1e-5 * (unit + Math.abs(x));
  return (V.gradient(at(x + h))[0] - V.gradient(at(x - h))[0]) / (2 * h);
}

/** The length by which points of a line are measured: the largest of them, or 1. */
export const unitOf = (x: Vec): number => maxAbs(x) || 1;

/** argmin_y V(y) + (y - x)²/2τ on the line, the lowest of all wells in reach; undefined where none was found. */
export function proximalPoint(V: Potential, tau: number, x: number): number | undefined {
  const b = at(x);
  const f = (y: Vec): Vec => at(-V.gradient(y)[0]);
  const of: ImplicitStep = {
    b,
    tau,
    f,
    axes: [at(1)],
    rounding: once(() => roundingAmong(V.value, b, part => scale(1 + part, b))),
    top: V.value(b),
    floor: -Infinity,
    energy: y => V.value(y),
    penalty: y => square(y[0] - x) / (2 * tau),
  };
  const newton = newtonSolver(f, tau, [0, 0]);
  return minimiser(of, newton, picard(f, tau, b) ?? newton(b, b))?.[0];
}

/** Whether V'' + 1/τ > 0 wherever it was looked at: between the points, and outside of them ever more coarsely. */
export function looksConvex(V: Potential, tau: number, x: Vec): boolean {
  const low = x.reduce((a, b) => Math.min(a, b));
  const high = x.reduce((a, b) => Math.max(a, b));
  const size = unitOf(x);
  const curved = (y: number): boolean => secondDerivative(V, y, size) + 1 / tau > 0;
  for (let k = 0; k <= 64; k++) if (!curved(low + (k / 64) * (high - low))) return false;
  for (let k = 0, s = 1e-4 * size; k < 96; k++, s *= 1.25) if (!curved(low - s) || !curved(high + s)) return false;
  return true;
}
