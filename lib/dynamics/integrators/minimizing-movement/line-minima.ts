import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, maxAbs } from "../../../arithmetic/vectors.js";

/** Φ(y) = F(y) + P(y), P ≥ 0 the penalty |y - b|²/2τ of a minimising step from b, where F is `top` and P is 0. */
export interface Penalised {
  readonly top: number;
  /** A lower bound of F; -Infinity where none is known. */
  readonly floor: number;
  /** F(y); NaN or Infinity where y is no state. */
  energy(y: Vec): number;
  penalty(y: Vec): number;
}

/** A local minimum of Φ among the points of an even grid, and the distance of those. */
export interface LineMinimum {
  readonly at: Vec;
  readonly spacing: number;
}

/** Steps of a ladder of lengths, each 2^{1/4} times the one before, and points of the even grid on either side. */
const LADDER = 176;
const RUNG = Math.sqrt(Math.SQRT2);
const POINTS = 400;
/** How often the grid is made longer because F was found to fall deeper. */
const ROUNDS = 4;

/** 10^-4 of the coordinates: the first step along a line. */
const firstStep = (y: Vec, direction: Vec): number => (1e-4 * (maxAbs(y) || 1)) / maxAbs(direction);

interface Extent {
  readonly reach: number;
  readonly floor: number;
}

/** The floor found on a ladder is not the least F: minimisers are looked for up to this multiple of what it admits. */
const MARGIN = 2;

/**
 * Where P > top - F there is no minimiser: the last rung y + s·direction at which P ≤ 2(top - floor), and the least F
 * on the way where no bound was known.
 */
function extent(of: Penalised, y: Vec, direction: Vec, floor: number): Extent {
  let least = floor;
  let reach = 0;
  let s = firstStep(y, direction);
  for (let k = 0; k < LADDER; k++, s *= RUNG) {
    const point = axpy(s, direction, y);
    const energy = of.energy(point);
    const penalty = of.penalty(point);
    if (!(penalty < Infinity)) break;
    if (energy < least) least = energy;
    if (penalty <= MARGIN * (of.top - least)) reach = RUNG * s;
    else if (of.floor > -Infinity || penalty > 1e3 * (Math.abs(of.top) + Math.abs(of.top - energy))) break;
  }
  return { reach, floor: least };
}

interface Sample {
  readonly at: Vec;
  readonly energy: number;
  readonly value: number;
}

/** Φ and F on an even grid from -backward to forward. */
const grid = (of: Penalised, y: Vec, direction: Vec, backward: number, forward: number): readonly Sample[] =>
  Array.from({ length: 2 * POINTS + 1 }, (_, i) => {
    const k = (i - POINTS) / POINTS;
    const at = axpy(k * (k < 0 ? backward : forward), direction, y);
    const energy = of.energy(at);
    const value = energy + of.penalty(at);
    return { at, energy, value: Number.isNaN(value) ? Infinity : value };
  });

/**
 * The local minima of Φ on an even grid of the line y + s·direction, as far as Φ can be below top; the lowest first.
 * Wells narrower than a two-hundredth of that length may be missed.
 */
export function lineMinima(of: Penalised, y: Vec, direction: Vec): readonly LineMinimum[] {
  const size = maxAbs(direction);
  if (!(size > 0)) return [];
  const sides = [direction, direction.map(v => -v)];
  let floor = of.floor > -Infinity ? of.floor : of.top;
  let points: readonly Sample[] = [];
  let [forward, backward] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    floor = sides.reduce((least, d) => extent(of, y, d, least).floor, floor);
    const [ahead, behind] = sides.map(d => extent(of, y, d, floor).reach);
    if (round > 0 && ahead <= forward && behind <= backward) break;
    [forward, backward] = [ahead, behind];
    points = grid(of, y, direction, backward, forward);
    floor = points.reduce((least, { energy }) => (energy < least ? energy : least), floor);
  }
  const lower = (i: number, j: number): boolean => points[j] === undefined || points[i].value <= points[j].value;
  return points
    .filter(({ value }, i) => value < Infinity && lower(i, i - 1) && lower(i, i + 1))
    .sort((a, b) => a.value - b.value)
    .map(({ at }) => ({ at, spacing: (size * Math.max(forward, backward)) / POINTS }));
}
