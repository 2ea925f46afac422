import type { Vec } from "../../../arithmetic/vec.js";
import { forWindows, type Grid, type Sorted } from "./grid.js";

/** Σ_i w_i φ(· - x_i) on the grid, points one after the other. */
export function spread(grid: Grid, { points }: Sorted, weights: Vec): Vec {
  const [, { used: rows }, { used: columns }] = grid.axes;
  const windows = grid.axes.map(({ width }) => new Float64Array(width));
  const values = new Float64Array(grid.size);
  const [a, b, c] = windows;
  forWindows(grid, points, windows, (i, p, q, r) => {
    const w = weights[i];
    for (let j = 0; j < a.length; j++)
      for (let k = 0; k < b.length; k++) addRow(w * a[j] * b[k], c, values, ((p + j) * rows + q + k) * columns + r);
  });
  return values;
}

/** values_{at+l} += factor c_l. */
function addRow(factor: number, c: Vec, values: Vec, at: number): void {
  for (let l = 0; l < c.length; l++) values[at + l] += factor * c[l];
}
