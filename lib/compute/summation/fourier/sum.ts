import type { Vec } from "../../../arithmetic/vec.js";
import type { Pairs } from "../pairs.js";
import type { Engine } from "./engine.js";
import { type Grid, gridOf, type Sorted, sorted } from "./grid.js";
import { multiply } from "./multiply.js";
import type { Plan } from "./plan.js";
import { prunedTransform } from "./transform.js";
import type { Complex } from "./pruned-line.js";

/** Column c of w, m × columns, in the order of sorted points. */
function scattered(w: Vec, columns: number, c: number, places: Int32Array): Vec {
  const out = new Float64Array(places.length);
  for (let i = 0, at = c; i < places.length; i++, at += columns) out[places[i]] = w[at];
  return out;
}

/** out_ic = values_{places_i}. */
function gather(values: Vec, places: Int32Array, out: Vec, columns: number, c: number): void {
  for (let i = 0, to = c; i < places.length; i++, to += columns) out[to] = values[places[i]];
}

/** Columns c and c + 1 of w, where there is one, spread as real and imaginary part. */
function spreadPair(engine: Engine, grid: Grid, sources: Sorted, w: Vec, columns: number, c: number): Complex {
  const column = (k: number): Vec =>
    k < columns ? engine.spread(grid, sources, scattered(w, columns, k, sources.places)) : new Float64Array(grid.size);
  return { re: column(c), im: column(c + 1) };
}

/**
 * Spread the weights on the grid, transform, multiply every mode by its coefficient and symbol, transform back,
 * interpolate. Two real columns of w share one complex array; a derivative of one column gives `outputs` columns, two
 * from each multiplier.
 */
export function fourierSum(
  engine: Engine,
  { axes, multipliers }: Plan,
  low: Vec,
  { x, y, w, columns }: Pairs,
  outputs: number,
): Vec {
  const grid = gridOf(axes, low);
  const targets = sorted(grid, x);
  const sources = x === y ? targets : sorted(grid, y);
  const { forward, inverse } = prunedTransform(engine, axes);
  const out = new Float64Array(targets.places.length * outputs);
  for (let c = 0; c < columns; c += 2) {
    const modes = forward(spreadPair(engine, grid, sources, w, columns, c));
    multipliers.forEach((multiplier, k) => {
      const { re, im } = inverse(multiply(modes, multiplier));
      const first = c + 2 * k;
      const fields = first + 1 < outputs ? [re, im] : [re];
      engine
        .interpolate(grid, targets, fields)
        .forEach((values, f) => gather(values, targets.places, out, outputs, first + f));
    });
  }
  return out;
}
