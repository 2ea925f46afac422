import type { Vec } from "../../types.js";

/** Widens the box with these lowest and highest coordinates so that it holds a cloud. */
function widen(low: Vec, high: Vec, x: Vec): void {
  const dim = low.length;
  for (let from = 0; from < x.length; from += dim)
    for (let c = 0; c < dim; c++) {
      const v = x[from + c];
      if (v < low[c]) low[c] = v;
      if (v > high[c]) high[c] = v;
    }
}

/** No |x_i - y_j|² is larger, up to rounding: the squared diagonal of the box around both clouds. */
export function farthest(x: Vec, y: Vec, dim: number): number {
  const low = new Float64Array(dim).fill(Infinity),
    high = new Float64Array(dim).fill(-Infinity);
  widen(low, high, x);
  if (y !== x) widen(low, high, y);
  return low.reduce((total, v, c) => total + (high[c] - v) * (high[c] - v), 0);
}
