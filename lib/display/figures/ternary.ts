/** Masses on three states as points of a triangle of side 1: the states are its left, right and upper corner. */
import { atan2, cos, norm, sin } from "../../arithmetic/functions.js";
import { sum } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";

export type Point2 = readonly [number, number];

export const HEIGHT: number = Math.sqrt(3) / 2;
export const CORNERS: readonly Point2[] = [
  [0, 0],
  [1, 0],
  [0.5, HEIGHT],
];

/** Linear: rates of mass 0 become vectors of the plane. */
export const ternary = (m: ArrayLike<number>): Point2 => [m[1] + m[2] / 2, HEIGHT * m[2]];

/** Masses i/n of the lattice with `n` parts, drawn in from the edges by `margin` of a part. */
export function latticeOf(n: number, margin: number): readonly Vec[] {
  const pairs = Array.from({ length: n + 1 }, (_, i) =>
    Array.from({ length: n + 1 - i }, (__, j) => [i, j, n - i - j]),
  );
  return pairs.flat().map(parts => Float64Array.from(parts, v => (v + margin) / (n + 3 * margin)));
}

/** The masses that move the point at unit speed in the direction of an angle. */
function direction(angle: number): Vec {
  const up = sin(angle) / HEIGHT;
  const right = cos(angle) - up / 2;
  return Float64Array.of(-right - up, right, up);
}

/** c + r d with r up to where a mass vanishes. */
function ray(centre: Vec, d: Vec): { readonly at: (r: number) => Vec; readonly end: number } {
  const ends = Array.from(d, (v, i) => (v < 0 ? -centre[i] / v : Infinity));
  return { at: r => centre.map((c, i) => Math.max(0, c + r * d[i])), end: Math.min(...ends) };
}

const BISECTIONS = 40;

/** Where f, increasing in r, passes `level`; the end where it does not. */
function crossing(f: (r: number) => number, level: number, end: number): number {
  if (f(end) <= level) return end;
  let [low, high] = [0, end];
  for (let k = 0; k < BISECTIONS; k++) {
    const r = (low + high) / 2;
    if (f(r) < level) low = r;
    else high = r;
  }
  return low;
}

/** Equally spaced angles and those of the corners, in increasing order from 0. */
function anglesFrom(centre: Vec, count: number): readonly number[] {
  const [x, y] = ternary(centre);
  const turn = 2 * Math.PI;
  const corners = CORNERS.map(([a, b]) => (atan2(b - y, a - x) + turn) % turn);
  return [...Array.from({ length: count }, (_, k) => (turn * k) / count), ...corners].sort((a, b) => a - b);
}

/** The level set of a convex function around its minimiser inside the triangle, one point per ray, closed. */
export function levelSet(f: (m: Vec) => number, minimiser: Vec, level: number, rays: number): readonly Point2[] {
  const outline = anglesFrom(minimiser, rays).map(angle => {
    const { at, end } = ray(minimiser, direction(angle));
    return ternary(at(crossing(r => f(at(r)), level, end)));
  });
  return [...outline, outline[0]];
}

const length = ([x, y]: Point2): number => norm(x, y);
const minus = (a: Point2, b: Point2): Point2 => [a[0] - b[0], a[1] - b[1]];
const LONGEST_TANGENT = 1.5;

/** Tangent of the right direction, half as long again as the chord at most; none where the field is not defined. */
function tangent(v: Point2, time: number, chord: number): Point2 {
  const size = length(v);
  const scale = !(size > 0 && size < Infinity) ? 0 : Math.min(time * size, LONGEST_TANGENT * chord) / size;
  return [scale * v[0], scale * v[1]];
}

/** Points between two states on the cubic that leaves and arrives in the directions of the field. */
export function between(
  a: Point2,
  b: Point2,
  leave: Point2,
  arrive: Point2,
  time: number,
  parts: number,
): readonly Point2[] {
  const chord = length(minus(b, a));
  const [p, q] = [tangent(leave, time, chord), tangent(arrive, time, chord)];
  return Array.from({ length: parts }, (_, k) => {
    const s = (k + 1) / parts;
    const u = 1 - s;
    const of = (c: 0 | 1): number =>
      u * u * (1 + 2 * s) * a[c] + s * s * (3 - 2 * s) * b[c] + s * u * (u * p[c] - s * q[c]);
    return [of(0), of(1)];
  });
}

/** A state of mass 1. */
export const normalised = (m: Vec): Vec => m.map(v => v / sum(m));
