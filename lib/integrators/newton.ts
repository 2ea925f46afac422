import type { Vec } from "../types.js";
import { bandedSolver } from "../numerics/banded.js";
import { axpy, maxAbs, subtract } from "../numerics/vectors.js";

/** Largest |i - j| such that f_i depends on x_j near x, by pushing each x_j visibly: exact zeros outside a stencil stay exact. */
export function stencilReach(f: (x: Vec) => Vec, x: Vec): number {
  const base = f(x), push = 1e-3 * maxAbs(x) || 1;
  let reach = 0;
  for (let j = 0; j < x.length; j++) {
    const y = x.slice();
    y[j] += push;
    f(y).forEach((v, i) => {
      if (v !== base[i]) reach = Math.max(reach, Math.abs(i - j));
    });
  }
  return reach;
}

/** Difference step at x_j: the cube root of the rounding unit, relative to x_j, or to the whole where x_j = 0. */
const increment = (x: Vec, j: number): number => 6e-6 * (Math.abs(x[j]) || 1e-3 * maxAbs(x) || 1);

/** f' by central differences, banded; columns that share no row are perturbed together (Curtis, Powell and Reid). */
export function bandedJacobian(f: (x: Vec) => Vec, x: Vec, reach: number): Vec {
  const n = x.length, width = 2 * reach + 1, data = new Float64Array(n * width), step = x.map((_, j) => increment(x, j));
  for (let colour = 0; colour < Math.min(width, n); colour++) {
    const shift = (sign: number): Vec => f(x.map((v, j) => (j % width === colour ? v + sign * step[j] : v)));
    const difference = subtract(shift(1), shift(-1));
    for (let j = colour; j < n; j += width)
      for (let i = Math.max(0, j - reach); i <= Math.min(n - 1, j + reach); i++) data[i * width + j - i + reach] = difference[i] / (2 * step[j]);
  }
  return data;
}

/** The largest part of a step that leaves a tenth of every positive component in [from, to). */
function stepToBoundary(x: Vec, step: Vec, [from, to]: readonly [number, number]): number {
  let part = 1;
  for (let i = from; i < to; i++) if (x[i] > 0 && step[i] < -0.9 * x[i]) part = Math.min(part, (-0.9 * x[i]) / step[i]);
  return part;
}

/** Whether the last correction is rounding: 1e-13 of the largest component. */
const negligible = (step: Vec, x: Vec): boolean => maxAbs(step) <= 1e-13 * maxAbs(x);

/**
 * A root of x - dt f(x) = b from `start`, by Newton's method with a banded difference Jacobian; steps are cut so that the components in
 * `positive` stay positive, and halved while the residual grows. Undefined where 60 steps do not suffice.
 */
export function newton(f: (x: Vec) => Vec, b: Vec, dt: number, start: Vec, reach: number, positive: readonly [number, number]): Vec | undefined {
  const residual = (x: Vec): Vec => axpy(-dt, f(x), subtract(x, b)), n = b.length;
  let x = start, r = residual(x);
  for (let k = 0; k < 60; k++) {
    const solve = bandedSolver({ n, reach, data: bandedJacobian(residual, x, reach) }), step = solve(r.map(v => -v));
    let part = stepToBoundary(x, step, positive), next = axpy(part, step, x), after = residual(next);
    for (; part > 1e-4 && !(maxAbs(after) <= maxAbs(r)) && !negligible(step, x); after = residual(next)) next = axpy((part /= 2), step, x);
    x = next;
    r = after;
    if (part === 1 && negligible(step, x)) return x;
    if (!x.every(Number.isFinite)) return undefined;
  }
  return undefined;
}
