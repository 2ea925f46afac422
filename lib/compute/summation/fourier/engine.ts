import { columnTransform } from "../../../numerics/fft-columns.js";
import type { Vec } from "../../../types.js";
import type { Grid } from "./grid.js";
import { interpolate } from "./interpolate.js";
import { spread } from "./spread.js";

/** The three stages that cost the time. Points come sorted, n × dim. Every engine has the same bits. */
export interface Engine {
  /** Σ_i w_i φ(· - x_i) on the grid. */
  spread(grid: Grid, points: Vec, weights: Vec): Vec;
  /** Σ φ(· - x_i) values at every point, for one or two grids of values. */
  interpolate(grid: Grid, points: Vec, fields: readonly Vec[]): readonly Vec[];
  /** The transform of length n of all columns of n × columns arrays, in place or not: returns where the result stands. */
  transform(n: number): (re: Vec, im: Vec, columns: number) => readonly [re: Vec, im: Vec];
}

/** Plain TypeScript. */
export const typescriptEngine: Engine = {
  spread,
  interpolate,
  transform: n => {
    const transform = columnTransform(n);
    return (re, im, columns) => transform(re, im, new Float64Array(re.length), new Float64Array(im.length), columns);
  },
};
