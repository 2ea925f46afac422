import type { Vec } from "../../arithmetic/vec.js";
import { boxOf } from "../box.js";

/** No |x_i - y_j|² is larger, up to rounding: the squared diagonal of the box around both clouds. */
export function farthest(x: Vec, y: Vec, dim: number): number {
  const { low, high } = boxOf(dim, x === y ? [x] : [x, y]);
  return low.reduce((total, v, c) => total + (high[c] - v) * (high[c] - v), 0);
}
