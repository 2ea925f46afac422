import type { Vec } from "../../../arithmetic/vec.js";
import { forWindows, type Grid, type Sorted } from "./grid.js";

/** Σ φ(· - x_i) values at every point, for one or two grids of values at once: the window is evaluated once. */
export function interpolate(grid: Grid, { points }: Sorted, fields: readonly Vec[]): readonly Vec[] {
  const [, { used: rows }, { used: columns }] = grid.axes;
  const windows = grid.axes.map(({ width }) => new Float64Array(width));
  const out = fields.map(() => new Float64Array(points.length / grid.dim));
  const [a, b, c] = windows;
  forWindows(grid, points, windows, (i, p, q, r) => {
    fields.forEach((values, f) => {
      // even and odd points of a row apart, as two lanes add them
      let even = 0;
      let odd = 0;
      for (let j = 0; j < a.length; j++)
        for (let k = 0; k < b.length; k++) {
          const factor = a[j] * b[k];
          const row = ((p + j) * rows + q + k) * columns + r;
          even += factor * halfDot(c, values, row, 0);
          odd += factor * halfDot(c, values, row, 1);
        }
      out[f][i] = even + odd;
    });
  });
  return out;
}

/** Σ_l c_l values_{at+l} over l = first, first + 2, … */
function halfDot(c: Vec, values: Vec, at: number, first: number): number {
  let total = 0;
  for (let l = first; l < c.length; l += 2) total += c[l] * values[at + l];
  return total;
}
