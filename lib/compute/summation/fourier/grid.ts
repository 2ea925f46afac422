import type { Vec } from "../../../arithmetic/vec.js";
import type { Axis } from "./axis.js";

/** One axis as spreading sees it; an axis that is missing has one point, and a window that is 1 there. */
export interface GridAxis {
  readonly used: number;
  readonly width: number;
  /** Where coordinates count from. */
  readonly low: number;
  /** Grid points per unit of length; 0 for a missing axis. */
  readonly scale: number;
  /** Coefficients of the window, see `Window`. */
  readonly pieces: Vec;
}

/**
 * A grid of three axes, of which the first are missing in the plane and on the line. Windows begin at the first points,
 * not in the middle.
 */
export interface Grid {
  readonly dim: number;
  readonly axes: readonly [GridAxis, GridAxis, GridAxis];
  /** used_0 × used_1 × used_2. */
  readonly size: number;
}

const MISSING: GridAxis = { used: 1, width: 1, low: 0, scale: 0, pieces: new Float64Array(0) };

/** The grid of these axes with its corner at `low`. */
export function gridOf(axes: readonly Axis[], low: Vec): Grid {
  const present = axes.map(({ used, spacing, window: { width, pieces } }, c): GridAxis => ({
    used,
    width,
    low: low[c],
    scale: 1 / spacing,
    pieces,
  }));
  const [a, b, c] = [MISSING, MISSING, ...present].slice(-3);
  return { dim: axes.length, axes: [a, b, c], size: a.used * b.used * c.used };
}

/** Side of the tiles by which points are sorted: the grid under the windows of one tile stays in the nearest caches. */
export const TILE = 8;

/** Points of a cloud n × dim sorted by tiles of a grid: the i-th of the cloud stands at `places_i`. */
export interface Sorted {
  readonly places: Int32Array;
  readonly points: Vec;
  /** How many points lie before each row of tiles, and before the end. */
  readonly tiles: Int32Array;
}

/**
 * A stable sort by tiles: neighbours touch the same memory, and every machine adds in the same order. Points go to few
 * tiles and come in any order, so that places, other than the inverse order, are read and written along few streams.
 */
export function sorted({ dim, axes }: Grid, cloud: Vec): Sorted {
  const keys = new Int32Array(cloud.length / dim);
  const present = axes.slice(3 - dim);
  const counts = present.map(({ used }) => Math.ceil(used / TILE));
  present.forEach(({ scale, low }, c) => {
    const count = counts[c];
    const cells = scale / TILE;
    for (let i = 0, at = c; i < keys.length; i++, at += dim)
      keys[i] = keys[i] * count + Math.floor((cloud[at] - low) * cells);
  });
  const starts = startsOf(
    keys,
    counts.reduce((product, count) => product * count, 1),
  );
  const across = (starts.length - 1) / counts[0];
  const tiles = Int32Array.from({ length: counts[0] + 1 }, (_, tile) => starts[tile * across]);
  const points = new Float64Array(cloud.length);
  for (let i = 0; i < keys.length; i++) keys[i] = starts[keys[i]]++;
  for (let i = 0, at = 0; i < keys.length; i++)
    for (let c = 0, to = keys[i] * dim; c < dim; c++) points[to++] = cloud[at++];
  return { places: keys, points, tiles };
}

/** How many keys are below 0 … count. */
function startsOf(keys: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) starts[keys[i] + 1]++;
  for (let k = 0; k < count; k++) starts[k + 1] += starts[k];
  return starts;
}

/**
 * Window of the coordinate x: returns the first grid point under it, ⌈v⌉ with v = (x - low) scale, and sets out_l = φ
 * at the l-th one, l < width, with t = 2 (⌈v⌉ - v) - 1: both halves from one evaluation of even and odd parts.
 */
function evaluateWindow({ width, low, scale, pieces }: GridAxis, x: number, out: Vec): number {
  const v = (x - low) * scale;
  const first = Math.ceil(v);
  const t = 2 * (first - v) - 1;
  const square = t * t;
  for (let l = 0; l < width; l += 2) {
    let even = pieces[l];
    let odd = pieces[l + 1];
    for (let k = l + width; k < pieces.length; k += width) {
      even = even * square + pieces[k];
      odd = odd * square + pieces[k + 1];
    }
    const turned = t * odd;
    out[l / 2] = even + turned;
    out[width - 1 - l / 2] = even - turned;
  }
  return first;
}

/**
 * The three windows of the points one after the other; `visit` gets the index of the point and the first grid point of
 * each window.
 */
export function forWindows(
  { dim, axes }: Grid,
  points: Vec,
  windows: readonly Vec[],
  visit: (i: number, p: number, q: number, r: number) => void,
): void {
  const missing = 3 - dim;
  const first = [0, 0, 0];
  const n = points.length / dim;
  windows.slice(0, missing).forEach(w => w.fill(1));
  for (let i = 0, at = 0; i < n; i++, at += dim) {
    for (let c = missing; c < 3; c++) first[c] = evaluateWindow(axes[c], points[at + c - missing], windows[c]);
    visit(i, first[0], first[1], first[2]);
  }
}
