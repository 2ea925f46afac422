import { type Memory, forgetful } from "../../../arithmetic/memory.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { bandedSolver } from "../../../numerics/banded.js";
import { axpy, dot, fill, maxAbs, scale, subtract } from "../../../arithmetic/vectors.js";
import { bisect } from "../../../numerics/root.js";

/**
 * Largest |i - j| such that f_i depends on x_j near x, by pushing each x_j visibly: exact zeros outside a stencil stay
 * exact.
 */
export function stencilReach(f: (x: Vec) => Vec, x: Vec): number {
  const base = f(x);
  const push = 1e-3 * maxAbs(x) || 1;
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
  const n = x.length;
  const width = 2 * reach + 1;
  const data = new Float64Array(n * width);
  const step = x.map((_, j) => increment(x, j));
  for (let colour = 0; colour < Math.min(width, n); colour++) {
    const shift = (sign: number): Vec => f(x.map((v, j) => (j % width === colour ? v + sign * step[j] : v)));
    const difference = subtract(shift(1), shift(-1));
    for (let j = colour; j < n; j += width)
      for (let i = Math.max(0, j - reach); i <= Math.min(n - 1, j + reach); i++)
        data[i * width + j - i + reach] = difference[i] / (2 * step[j]);
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

/** Whether it may be, where the terms of f cancel. */
const small = (step: Vec, x: Vec): boolean => maxAbs(step) <= 1e-9 * maxAbs(x);

/** Part of a correction below which the search gives up. */
const SMALLEST = 1e-4;

/** From x along `step`, cut at the boundary and halved while the residual grows. */
function search(
  residual: (x: Vec) => Vec,
  x: Vec,
  r: Vec,
  step: Vec,
  positive: readonly [number, number],
): { x: Vec; r: Vec; part: number } {
  let part = stepToBoundary(x, step, positive);
  let next = axpy(part, step, x);
  let after = residual(next);
  for (; part > SMALLEST && !(maxAbs(after) <= maxAbs(r)) && !negligible(step, x); after = residual(next))
    next = axpy((part /= 2), step, x);
  return { x: next, r: after, part };
}

/**
 * The point x + s p, 0 < s < 1, where the residual jumps across 0 (at a kink of the energy): to the last bit of s, if 0
 * is a mean of its limits from both sides, up to 10^-6 of them.
 */
function onKink(residual: (x: Vec) => Vec, x: Vec, p: Vec): Vec | undefined {
  const at = (s: number): Vec => residual(axpy(s, p, x));
  if (!(dot(at(0), p) < 0 && dot(at(1), p) > 0)) return undefined;
  const high = bisect(s => dot(at(s), p), 0, 1);
  const [before, after] = [at(high * (1 - 2 * Number.EPSILON)), at(high)];
  const [a, b] = [dot(before, p), dot(after, p)];
  const mean = axpy(b / (b - a), before, scale(-a / (b - a), after));
  return maxAbs(mean) <= 1e-6 * Math.max(maxAbs(before), maxAbs(after)) ? axpy(high, p, x) : undefined;
}

/** A root has a residual of rounding, relative to the terms of x - dt f(x) - b. */
const ROUNDING = 1e-8;

/**
 * b, start -> the root of x - dt f(x) = b, by Newton's method with a banded difference Jacobian that is kept, also from
 * one call to the next, while each correction leaves less than a third of the residual. The components in `positive`
 * stay positive. Where the residual jumps across 0 the kink counts as a root. Undefined where 60 corrections do not
 * suffice, unless they have come down to 1e-9 where nothing makes them smaller, or leave a residual.
 */
export function newtonSolver(
  f: (x: Vec) => Vec,
  dt: number,
  positive: readonly [number, number],
  memory: Memory = forgetful,
): (b: Vec, start: Vec) => Vec | undefined {
  const reach = memory.cell<number | undefined>(undefined);
  /** The point where the Jacobian was taken; its inverse there is found again when it is wanted. */
  const place = memory.cell<Vec | undefined>(undefined);
  let inverse: { readonly at: Vec; readonly solve: (r: Vec) => Vec } | undefined;
  const linearised = (x: Vec): ((r: Vec) => Vec) => {
    if (inverse?.at === x) return inverse.solve;
    const width = (reach.value ??= stencilReach(f, x));
    const solve = bandedSolver({ n: x.length, reach: width, data: bandedJacobian(y => axpy(-dt, f(y), y), x, width) });
    inverse = { at: x, solve };
    return solve;
  };
  return (b, start) => {
    const residual = (x: Vec): Vec => axpy(-dt, f(x), subtract(x, b));
    let x = start;
    let r = residual(x);
    const isRoot = (): boolean => maxAbs(r) <= ROUNDING * (maxAbs(x) + maxAbs(b) + dt * maxAbs(f(x)));
    let last = fill(x.length, Infinity);
    for (let k = 0; k < 60 && x.every(Number.isFinite); k++) {
      const fresh = place.value === undefined;
      const step: Vec = linearised((place.value ??= x))(r.map(v => -v));
      const next = search(residual, x, r, step, positive);
      const good = next.part === 1 && maxAbs(next.r) < maxAbs(r) / 3;
      const done = negligible(step, x);
      const kink = fresh && !(next.part > SMALLEST) ? onKink(residual, x, step) : undefined;
      if (kink) return kink;
      if (!good && !done) place.value = undefined;
      if (good || done || fresh) ({ x, r } = next);
      if (done) return isRoot() ? x : undefined;
      last = step;
    }
    return x.every(Number.isFinite) && small(last, x) && isRoot() ? x : undefined;
  };
}
