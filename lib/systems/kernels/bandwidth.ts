import type { Vec } from "../../arithmetic/vec.js";
import { refuse } from "../../arithmetic/refusal.js";

/**
 * At most this many points enter the median: every n-th of a larger cloud, so that the cost stays below a million
 * distances.
 */
const MOST = 1000;

/**
 * The median of the distances |x_i - x_j|, i < j, of a cloud n × dim (the mean of the middle two for an even number of
 * pairs).
 */
export function medianDistance(x: Vec, dim: number): number {
  const n = x.length / dim;
  const stride = Math.ceil(n / MOST);
  const distances: number[] = [];
  for (let i = 0; i < n; i += stride)
    for (let j = i + stride; j < n; j += stride) {
      let s = 0;
      for (let c = 0; c < dim; c++) s += (x[i * dim + c] - x[j * dim + c]) * (x[i * dim + c] - x[j * dim + c]);
      distances.push(Math.sqrt(s));
    }
  const sorted = Float64Array.from(distances).sort();
  const median = (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
  return median > 0
    ? median
    : refuse("the median distance of the points is 0 or there is only one: give the bandwidth as a number");
}
