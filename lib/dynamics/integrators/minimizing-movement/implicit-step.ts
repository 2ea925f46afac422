import type { Vec } from "../../../arithmetic/vec.js";
import { add, axpy, maxAbs, subtract, tabulate, zeros } from "../../../arithmetic/vectors.js";
import { bandedSolver } from "../../../numerics/banded.js";
import { rightmostEigen } from "../../../numerics/dense.js";
import { bandedJacobian, type newtonSolver, stencilReach } from "../implicit/newton.js";
import { type LineMinimum, lineMinima, type Penalised } from "./line-minima.js";

/**
 * argmin Φ(y) = F(y) + |y - b|²/2τ where y - b = τ f(y) is the equation of its stationary points, f = -∇F in the metric
 * |·|, which is constant.
 */
export interface ImplicitStep extends Penalised {
  readonly b: Vec;
  readonly tau: number;
  f(y: Vec): Vec;
  /** Directions of the coordinates that can move. */
  readonly axes: readonly Vec[];
  /** How far F moves where b moves by rounding. */
  readonly rounding: () => number;
}

/** The size of values of Φ, which F(u) may exceed by far: their rounding is that of the values that are compared. */
const sizeOf = (...values: readonly number[]): number => Math.max(...values.map(Math.abs));

const valueOf = (of: ImplicitStep, y: Vec): number => of.energy(y) + of.penalty(y);

/** Whether Φ(y) is visibly below Φ(z). */
const below = (of: ImplicitStep, y: Vec, z: Vec): boolean => {
  const [a, b] = [valueOf(of, y), valueOf(of, z)];
  const visible = 1e-10 * Math.min(Math.abs(of.top - b), sizeOf(a, b)) + 1e-13 * sizeOf(a, b);
  return (a < b - visible && a < b - visible - of.rounding()) || (Number.isNaN(b) && a <= of.top);
};

/** Whether Φ(y) is at most Φ(b) = F(b), up to rounding. */
function isNotAbove(of: ImplicitStep, y: Vec): boolean {
  const value = valueOf(of, y);
  const most = of.top + 1e-13 * Math.abs(of.top);
  return value <= most || value <= most + of.rounding();
}

/** |y - b - τ f(y)| relative to its terms: 0 at stationary points. */
function residual({ b, tau, f }: ImplicitStep, y: Vec): number {
  const force = f(y);
  const size = maxAbs(y) + maxAbs(b) + tau * maxAbs(force);
  return size === 0 ? 0 : maxAbs(axpy(-tau, force, subtract(y, b))) / size;
}

/** Largest number of coordinates whose curvature is looked at: the spectrum of f' takes O(n³). */
const MOST = 128;

/** f'(y), n × n. */
function jacobian(f: (y: Vec) => Vec, y: Vec): Vec {
  const n = y.length;
  const banded = bandedJacobian(f, y, n - 1);
  return tabulate(n * n, ij => banded[Math.floor(ij / n) * (2 * n - 1) + (ij % n) - Math.floor(ij / n) + n - 1]);
}

/**
 * A direction of negative curvature of Φ at y, where there is one: an eigenvector of 1 - τ f' with eigenvalue < 0. The
 * spectrum is real, since f' is symmetric in the metric.
 */
function fallingDirection({ f, tau }: ImplicitStep, y: Vec): Vec | undefined {
  if (y.length > MOST) return undefined;
  const matrix = jacobian(f, y);
  if (!matrix.every(Number.isFinite)) return undefined;
  const { value, vector } = rightmostEigen(matrix, y.length);
  return tau * value > 1 + 1e-6 && maxAbs(vector) > 0 ? vector : undefined;
}

/** Newton's method in the metric, made a descent: (1 + μ - τ f') p = b + τ f - y, with μ raised until Φ falls. */
function descend(of: ImplicitStep, start: Vec): Vec {
  const { b, tau, f } = of;
  const reach = stencilReach(f, start);
  let y = start;
  let value = valueOf(of, y);
  let mu = 0;
  for (let k = 0; k < 60; k++) {
    const r = axpy(tau, f(y), subtract(b, y));
    const data = bandedJacobian(x => scaledBy(-tau, f(x)), y, reach);
    let next = y;
    let after = Infinity;
    for (let tries = 0; tries < 40 && !(after < value); tries++, mu = 4 * mu || 1e-2) {
      const shifted = data.slice();
      for (let i = 0; i < y.length; i++) shifted[i * (2 * reach + 1) + reach] += 1 + mu;
      next = axpy(1, bandedSolver({ n: y.length, reach, data: shifted })(r), y);
      after = valueOf(of, next);
    }
    if (!(after < value)) return y;
    const moved = maxAbs(subtract(next, y));
    y = next;
    value = after;
    mu = mu < 0.1 ? 0 : mu / 32;
    if (moved <= 1e-9 * maxAbs(y)) return y;
  }
  return y;
}

const scaledBy = (a: number, x: Vec): Vec => axpy(a, x, zeros(x.length));

/** The minimum of Φ on y + s·axis, |s| ≤ width, by golden sections: it finds kinks, where no gradient vanishes. */
function sectioned(of: ImplicitStep, y: Vec, axis: Vec, width: number): Vec {
  const ratio = (Math.sqrt(5) - 1) / 2;
  const at = (s: number): number => valueOf(of, axpy(s, axis, y));
  let [low, high] = [-width, width];
  let [c, d] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atC, atD] = [at(c), at(d)];
  for (let k = 0; k < 90; k++) {
    if (atC <= atD) {
      [high, d, atD] = [d, c, atC];
      c = high - ratio * (high - low);
      atC = at(c);
    } else {
      [low, c, atC] = [c, d, atD];
      d = low + ratio * (high - low);
      atD = at(d);
    }
  }
  const best = axpy((low + high) / 2, axis, y);
  return valueOf(of, best) <= valueOf(of, y) ? best : y;
}

/** Largest number of coordinates that are searched one by one. */
const FEW = 4;

/** Whether no small move along an axis lowers Φ: what a minimiser on a kink has instead of a gradient. */
const isLowest = (of: ImplicitStep, y: Vec): boolean => {
  const size = maxAbs(y) || 1;
  return of.axes.every(axis =>
    [-1e-3, -1e-5, -1e-7, 1e-7, 1e-5, 1e-3].every(h => !below(of, axpy(h * size, axis, y), y)),
  );
};

type Newton = ReturnType<typeof newtonSolver>;

/**
 * From a start to a point that passes for a local minimiser: descent, then Newton, then sections where there is a kink.
 */
function settle(of: ImplicitStep, newton: Newton, start: Vec): Vec {
  const y = descend(of, start);
  const z = newton(of.b, y);
  if (z && !below(of, y, z)) return z;
  const size = maxAbs(y) || 1;
  return of.axes.length <= 16 ? of.axes.reduce((x, axis) => sectioned(of, x, axis, 1e-2 * size), y) : y;
}

/** Residuals below this count as stationary. */
const STATIONARY = 1e-8;

/** Whether y passes for a local minimiser not above b: stationary or on a kink, without a falling direction. */
const isMinimiser = (of: ImplicitStep, y: Vec): boolean =>
  isNotAbove(of, y) &&
  (residual(of, y) <= STATIONARY ? fallingDirection(of, y) === undefined : of.axes.length <= MOST && isLowest(of, y));

/** Lines that are searched from b: all axes where they are few, and the direction of the flow. */
function lines({ b, f, axes }: ImplicitStep, guess: Vec | undefined): readonly Vec[] {
  if (axes.length <= FEW) return axes;
  const force = f(b);
  return [...(force.every(Number.isFinite) ? [force] : []), ...(guess ? [subtract(guess, b)] : [])];
}

/** The axes and the diagonals of any two of them, where they are few and more than one. */
const crossings = ({ axes }: ImplicitStep): readonly Vec[] =>
  axes.length < 2 || axes.length > FEW
    ? []
    : axes.flatMap((a, i) => [a, ...axes.slice(0, i).flatMap(b => [add(a, b), subtract(a, b)])]);

/** The lowest of `best` and what the starts settle at, if anything of it passes for a minimiser. */
function lowestOf(
  of: ImplicitStep,
  newton: Newton,
  best: Vec | undefined,
  starts: readonly LineMinimum[],
): Vec | undefined {
  let lowest = best;
  for (const { at, spacing } of starts) {
    if (lowest && maxAbs(subtract(at, lowest)) <= 2 * spacing) continue;
    const found = settle(of, newton, at);
    if (isMinimiser(of, found) && (!lowest || below(of, found, lowest))) lowest = found;
  }
  return lowest;
}

/** Lowest points of a line that are settled from. */
const WELLS = 3;

/**
 * The lowest point found: `guess` if nothing visibly lower is met on the lines through b, and on the line along which Φ
 * falls from a saddle; undefined where it does not pass for a minimiser. With at most four coordinates the lines are
 * the axes, so that on the line the minimiser is the global one, and with two to four the axes and diagonals through
 * the lowest point are searched until none is met below it. With more it is a local one below F(u).
 */
export function minimiser(of: ImplicitStep, newton: Newton, guess: Vec | undefined): Vec | undefined {
  const falling = guess && fallingDirection(of, guess);
  const through = (y: Vec, directions: readonly Vec[]): readonly LineMinimum[] =>
    directions.flatMap(direction => lineMinima(of, y, direction).slice(0, WELLS));
  const known = guess && isMinimiser(of, guess) ? guess : undefined;
  const starts = [...through(of.b, lines(of, guess)), ...(guess && falling ? through(guess, [falling]) : [])];
  const lowerThan = (best: Vec): Vec => {
    const found = lowestOf(of, newton, best, through(best, crossings(of))) ?? best;
    return found === best ? best : lowerThan(found);
  };
  const first = lowestOf(of, newton, known, starts);
  return first && lowerThan(first);
}
