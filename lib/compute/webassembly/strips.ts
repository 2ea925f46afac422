import { type Grid, type Sorted, TILE } from "../summation/fourier/grid.js";

/** First of the sorted points that reach a strip of a grid, their number, and its grid points low ≤ p < high of the first axis. */
export type Strip = readonly [first: number, count: number, low: number, high: number];

/** Strips per thread: points near an edge are looked at from both sides, so that there are few. */
const STRIPS = 2;

/**
 * Strips of a grid with about as many points each, whole tiles wide; points that windows of their own bring into a strip are those of its
 * tiles and of the tiles before it, as windows reach upwards. On the line, and for one thread, the whole grid is one strip.
 */
export function stripsOf({ dim, axes }: Grid, { points, tiles }: Sorted, threads: number): readonly Strip[] {
  const n = points.length / dim, { used, width } = axes[3 - dim], last = tiles.length - 1, strips: Strip[] = [];
  if (dim === 1 || threads === 1) return [[0, n, 0, used]];
  const wanted = n / (STRIPS * threads), reach = Math.ceil(width / TILE);
  for (let tile = 0, from = 0; tile < last; tile++) {
    if (tile + 1 < last && tiles[tile + 1] - tiles[from] < wanted) continue;
    const first = tiles[Math.max(0, from - reach)];
    strips.push([first, tiles[tile + 1] - first, TILE * from, tile + 1 < last ? TILE * (tile + 1) : used]);
    from = tile + 1;
  }
  return strips;
}
