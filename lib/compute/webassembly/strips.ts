import { type Grid, type Sorted, TILE } from "../summation/fourier/grid.js";

/**
 * First of the sorted points that reach a strip of a grid, their number, and its grid points low ≤ p < high of the
 * first axis.
 */
export type Strip = readonly [first: number, count: number, low: number, high: number];

/**
 * The grid point in the middle of the window of the k-th sorted point, if points are spread evenly within their row of
 * tiles.
 */
function middleOf(k: number, tiles: Int32Array, width: number): number {
  let tile = 0;
  while (tiles[tile + 1] <= k) tile++;
  return Math.round(TILE * (tile + (k - tiles[tile]) / (tiles[tile + 1] - tiles[tile])) + width / 2);
}

/**
 * A strip of a grid for each thread, with about as many points: points near an edge are looked at from both sides, so
 * that there are no more.
 * A window from ⌈v⌉ on reaches low … high - 1 only if low - width < v ≤ high - 1. On the line, the whole grid is one
 * strip.
 */
export function stripsOf({ dim, axes }: Grid, { points, tiles }: Sorted, threads: number): readonly Strip[] {
  const n = points.length / dim;
  const { used, width } = axes[3 - dim];
  const last = tiles.length - 1;
  const parts = dim === 1 ? 1 : Math.min(threads, n);
  const strips: Strip[] = [];
  for (let part = 1, low = 0; part <= parts; part++) {
    const high = part === parts ? used : Math.min(used, middleOf(Math.floor((part * n) / parts), tiles, width));
    if (high <= low) continue;
    const first = tiles[Math.max(0, Math.floor((low - width) / TILE))];
    const end = tiles[Math.min(last, Math.floor((high - 1) / TILE) + 1)];
    strips.push([first, end - first, low, high]);
    low = high;
  }
  return strips;
}
