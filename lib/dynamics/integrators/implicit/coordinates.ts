/** Coordinates in which Newton's method finds numbers of one size, whatever those of the state are. */
import { attempt } from "../../../arithmetic/refusal.js";
import { exp, log } from "../../../arithmetic/functions.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, concat, fill, maxAbs, subtract, tabulate, times } from "../../../arithmetic/vectors.js";
import { matmul } from "../../../compute/index.js";
import { squareRoot, symmetricFunction } from "../../../numerics/dense.js";
import { identity, matrix, symmetricPart } from "../../../numerics/matrices.js";
import type { Space } from "../../../systems/spaces/space.js";
import { newtonSolver } from "./newton.js";

/** u = from(z), an affine map whose linear part takes ż to u̇ = along(ż). */
interface Coordinates {
  to(u: Vec): Vec;
  from(z: Vec): Vec;
  /** u̇ ↦ ż */
  along(rate: Vec): Vec;
}

/** u = origin + unit z */
function scaledBy(unit: Vec, origin: Vec): Coordinates {
  const along = (x: Vec): Vec => tabulate(x.length, k => x[k] / unit[k]);
  return { along, to: u => along(subtract(u, origin)), from: z => axpy(1, times(unit, z), origin) };
}

/** Part of a coordinate whose 1e-13th part is twice its rounding. */
const ROUNDED = 4e-3;

/** A unit of coordinates of this size that vary by so much. */
const unitOf = (variation: number, size: number): number => Math.max(variation, ROUNDED * size) || 1;

/** The lower half of a symmetric matrix, and back. */
const lower = (a: Vec, d: number): Vec => a.filter((_, k) => k % d <= Math.floor(k / d));
const mirrored = (half: Vec, d: number): Vec =>
  matrix(d, d, (i, j) => half[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]);

/**
 * m = origin + σ z and Σ = S (1 + z - E) S with the root S of the first Σ and the matrix E of ones, so that all z are 1
 * at first: differences are taken by parts of them.
 */
function ofGaussian(d: number, u: Vec): Coordinates {
  const sigma = u.subarray(d);
  const unit = tabulate(d, k => unitOf(Math.sqrt(Math.abs(sigma[k * d + k])), Math.abs(u[k])));
  const means = scaledBy(unit, subtract(u.subarray(0, d), unit));
  const between = (root: Vec, x: Vec): Vec => symmetricPart(matmul(matmul(root, x, d), root, d), d);
  const root = squareRoot(sigma, d);
  const inverse = symmetricFunction(sigma, d, v => 1 / Math.sqrt(v));
  const whitened = (x: Vec): Vec => lower(between(inverse, x), d);
  const shapes = scaledBy(fill((d * (d + 1)) / 2, 1), lower(axpy(-1, fill(d * d, 1), identity(d)), d));
  return {
    to: x => concat(means.to(x.subarray(0, d)), shapes.to(whitened(x.subarray(d)))),
    from: z => concat(means.from(z.subarray(0, d)), between(root, mirrored(shapes.from(z.subarray(d)), d))),
    along: rate => concat(means.along(rate.subarray(0, d)), whitened(rate.subarray(d))),
  };
}

/** Units of coordinates and masses that differ by less than this need none; of points in one place, more. */
const EVEN = 100;
const EVEN_IN_PLACE = 1e6;

/**
 * x_c = origin_c + unit_c z_c with 1 ≤ z ≤ 2, and masses as parts of their sum, where the d coordinates and the masses
 * need units of their own; where all points have a coordinate in common, x = unit z with the largest of all.
 */
function ofParticles({ dim, moving, massRange: [from, to] }: Space, u: Vec): Coordinates | undefined {
  const column = (c: number): Vec => u.subarray(0, moving).filter((_, k) => k % dim === c);
  const ranges = Array.from({ length: dim }, (_, c) => {
    const x = column(c);
    const low = x.reduce((a, b) => Math.min(a, b), Infinity);
    const high = x.reduce((a, b) => Math.max(a, b), -Infinity);
    return { low, variation: high - low, size: Math.max(Math.abs(low), Math.abs(high)) };
  });
  const mass = u.subarray(from, to).reduce((s, m) => s + Math.abs(m), 0);
  const spread = moving > dim && ranges.every(({ variation }) => variation > 0);
  const largest = maxAbs(u.subarray(0, moving));
  const sizes = [mass, ...(spread ? ranges.flatMap(({ variation, size }) => [variation, size]) : [largest])];
  if (!(Math.max(...sizes) >= (spread ? EVEN : EVEN_IN_PLACE) * Math.min(...sizes) && Math.min(...sizes) > 0))
    return undefined;
  const units = ranges.map(({ variation, size }) => (spread ? unitOf(variation, size) : largest));
  const unit = tabulate(u.length, k => (k < moving ? units[k % dim] : k < from ? 1 : mass));
  return scaledBy(
    unit,
    tabulate(u.length, k => (k < moving && spread ? ranges[k % dim].low - unit[k] : 0)),
  );
}

/** Coordinates that a state needs; undefined where its own will do. */
export function coordinatesAt(space: Space, u: Vec): Coordinates | undefined {
  if (space.support === "density") return ofGaussian(space.dim, u);
  return space.support === "atoms" ? ofParticles(space, u) : undefined;
}

export type Solver = ReturnType<typeof newtonSolver>;

/** `newtonSolver` in coordinates. */
export function solverIn(
  { to, from, along }: Coordinates,
  f: (x: Vec) => Vec,
  dt: number,
  positive: readonly [number, number],
): Solver {
  const solve = newtonSolver(z => along(f(from(z))), dt, positive);
  return (b, start) => {
    const z = solve(to(b), to(start));
    return z && from(z);
  };
}

/**
 * The same for positive x, by Newton's method for 1 - (b + dt f(x))/x in log x. Where growth pulls a nearly empty node
 * up, as u̇ = -u log(u/π), that is monotone and concave, while x - dt f(x) - b falls at first.
 */
export const logarithmicSolver =
  (f: (x: Vec) => Vec, dt: number): Solver =>
  (b, start) => {
    const top = E * maxAbs(start);
    const masses = (y: Vec): Vec => y.map(v => top * exp(v));
    const gap = (y: Vec): Vec => {
      const x = masses(y);
      const moved = axpy(dt, f(x), b);
      return tabulate(y.length, i => 1 - moved[i] / x[i]);
    };
    const solve = newtonSolver(y => subtract(y, gap(y)), 1, [0, 0]);
    const y = solve(
      fill(b.length, 0),
      start.map(x => log(x / top)),
    );
    return y && maxAbs(gap(y)) <= RELATIVE ? masses(y) : undefined;
  };

/** Times the largest mass, so that no logarithm is near 0, where differences are taken by parts of it. */
const E = exp(1);

/** Part of each component by which a root may be missed. */
const RELATIVE = 1e-8;

/** f, and no numbers where it is refused, which is told: a trial that went too far. */
export const tried =
  (f: (x: Vec) => Vec, refused: (why: Error) => void): ((x: Vec) => Vec) =>
  x => {
    const { value, refusal } = attempt(() => f(x));
    if (refusal) refused(refusal);
    return value ?? fill(x.length, NaN);
  };
