import type { Vec } from "../../../types.js";
import { forWindows, type Grid } from "./grid.js";

/** Σ φ(· - x_i) values at every point, for one or two grids of values at once: the window is evaluated once. */
export function interpolate(grid: Grid, points: Vec, fields: readonly Vec[]): readonly Vec[] {
  const [, { used: rows }, { used: columns }] = grid.axes, windows = grid.axes.map(({ width }) => new Float64Array(width));
  const out = fields.map(() => new Float64Array(points.length / grid.dim)), [a, b, c] = windows;
  forWindows(grid, points, windows, (i, p, q, r) => {
    fields.forEach((values, f) => {
      let total = 0;
      for (let j = 0; j < a.length; j++)
        for (let k = 0; k < b.length; k++) total += a[j] * b[k] * dotRow(c, values, ((p + j) * rows + q + k) * columns + r);
      out[f][i] = total;
    });
  });
  return out;
}

/** Σ_l c_l values_{at+l}: even and odd l apart, as two lanes add them. */
function dotRow(c: Vec, values: Vec, at: number): number {
  let even = 0, odd = 0;
  for (let l = 0; l < c.length; l += 2) {
    even += c[l] * values[at + l];
    odd += c[l + 1] * values[at + l + 1];
  }
  return even + odd;
}
